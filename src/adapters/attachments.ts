import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyringOf } from '#src/adapters/keys.ts';
import { clamd } from '#src/attachments/clamd.ts';
import { folderStore } from '#src/attachments/folder.ts';
import { type Attachments, openAttachments } from '#src/attachments/open.ts';
import type { BlobStore } from '#src/attachments/port.ts';
import type { Office } from '#src/cases/office.ts';
import type { Config } from '#src/config.ts';
import type { Store } from '#src/store/adapter.ts';
import { diskGauge } from '#src/store/disk.ts';

/** Bytes of attachments lie in the data folder, on Netlify in its Blobs. */
const openBlobs = async (settings: Config): Promise<BlobStore> =>
  settings.netlify
    ? (await import('#src/attachments/netlify.ts')).netlifyStore()
    : folderStore(join(settings.data, 'attachments'));

/** Whether the folder of attachments is too full; with a database elsewhere it is made by the first of them. */
const fullness = (settings: Config): (() => boolean) => {
  const gauge = diskGauge(settings.data);
  return () => !settings.netlify && existsSync(settings.data) && gauge().full;
};

/** Attachments as the settings place and scan them. */
export const attachmentsOf = async (office: Office, store: Store, settings: Config): Promise<Attachments> =>
  openAttachments({
    store,
    blobs: await openBlobs(settings),
    keyring: keyringOf(office),
    now: () => office.now(),
    total: settings.uploadsTotal,
    scan: settings.clamd && clamd(settings.clamd.host, settings.clamd.port),
    full: fullness(settings),
  });
