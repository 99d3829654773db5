import { join } from 'node:path';
import type { Keyring } from '#src/attachments/port.ts';
import { network } from '#src/cases/admit.ts';
import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import { caseKey, newCaseKey, open, seal, wrappedAnew } from '#src/cases/seal.ts';
import { uploadHash } from '#src/cases/uploads.ts';
import type { Config } from '#src/config.ts';
import type { Room as StaffRoom } from '#src/staff/room.ts';
import type { Store } from '#src/store/adapter.ts';
import { addMasterKey, keepFirstMasterKey, masterKeys } from '#src/store/master-key.ts';

/** Where the keys lie, unless the environment gives them. */
export const keyFile = (settings: Config): string => join(settings.data, 'master.key');

/** The master keys, newest first; one is made where there may be none yet. */
export const mastersOf = (settings: Config, mayCreate: boolean) =>
  masterKeys({ given: settings.key, file: keyFile(settings), mayCreate });

/** What may be done to the key file; null where the keys come from the environment. */
export const keyFileOf = (settings: Config) => {
  const file = keyFile(settings);
  return settings.key
    ? null
    : { file, add: () => addMasterKey(file), keepFirst: () => keepFirstMasterKey(file) };
};

/** An upload has a key of its own, wrapped like a case's; the office's keys may be rotated while it runs. */
export const keyringOf = (office: Office): Keyring => {
  const named = <Row extends { readonly hash: string }>(row: Row) => ({ ...row, id: `upload ${row.hash}` });
  return {
    get id() {
      return office.keys.id;
    },
    hash: (what, secret) => {
      if (what === 'upload') return uploadHash(office.keys, secret);
      const [key, text] =
        what === 'address' ? [office.keys.address, network(secret)] : [office.keys.proof, secret];
      return mac(key, what, text).toString('base64url');
    },
    create: hash => newCaseKey(office.keys, named({ hash }).id),
    open: row => caseKey(office.keys, named(row)),
    renew: row => ({ ...wrappedAnew(office.keys, named(row)), hash: row.hash }),
  };
};

/** Accounts are kept under a key of their own, which outlives a master key. */
export const staffRoomOf = (office: Office, store: Store, joined: () => void): StaffRoom => ({
  store,
  joined,
  counters: () => office.store,
  keyring: {
    hash: (use, ...parts) => mac(office.keys.staff, use, ...parts).toString('base64url'),
    seal: (use, whose, plain) => seal(office.keys.staff, `staff ${whose}`, use, plain),
    open: (use, whose, sealed) => open(office.keys.staff, `staff ${whose}`, use, sealed).toString('utf8'),
  },
  now: () => office.now(),
  network,
});
