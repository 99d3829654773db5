import type { CaseStore } from '#src/cases/store.ts';
import type {
  BlobStore,
  Flag,
  Keyring,
  Kind,
  Refusal,
  Scan,
  Scanner,
  UploadRow,
  UploadStore,
} from './port.ts';
import { kinds } from './port.ts';
import { gather, open, seal } from './seal.ts';

const megabyte = 1024 * 1024;
/** In bytes. A slice is small enough for a host that takes 4.5 MB and for a network that gives 35 KB a second. */
export const limits = {
  file: 20 * megabyte,
  slice: megabyte,
  draft: 60 * megabyte,
  address: 200 * megabyte,
} as const;

const hour = 3_600_000;
/** How long an upload that belongs to no case waits for its next slice or its form. */
const life = 24 * hour;

/** Everything the work on attachments needs, handed in. */
export type Cabinet = {
  readonly store: UploadStore & Pick<CaseStore, 'count'>;
  readonly blobs: BlobStore;
  readonly keyring: Keyring;
  readonly now: () => Date;
  /** Bytes that all uploads together may come to. */ readonly total: number;
  /** Null where no virus scanner is set up. */ readonly scan: Scanner | null;
  /** Whether the disk is too full to promise anything. */ readonly full: () => boolean;
};

/** An upload in the clear, for its sender and for officers. */
export type FileInfo = {
  readonly state: UploadRow['state'];
  /** Set once its form was sent: the id opens nothing any more. */ readonly caseId: string | null;
  readonly name: string;
  readonly size: number;
  /** Bytes that are there. */ readonly received: number;
  readonly kind: Kind | null;
  /** Why it was refused. */ readonly reason: Refusal | null;
  readonly flags: readonly Flag[];
  readonly scanned: Scan;
  readonly sha256: string;
};

/** What is sealed in a row: the name it was sent under, and the hash that the sender gave ('' for none). */
export type Label = { readonly name: string; readonly expected: string };

export const later = ({ now }: Cabinet, by = life): string => new Date(now().getTime() + by).toISOString();

const placeOf = (hash: string): string => `${hash}/label`;

export const sealLabel = (key: Parameters<typeof seal>[0], hash: string, label: Label): Uint8Array =>
  Buffer.concat([...seal(key, placeOf(hash), Buffer.from(JSON.stringify(label)))]);

export const labelOf = async ({ keyring }: Cabinet, row: UploadRow): Promise<Label> => {
  const bytes = await gather(open(keyring.open(row), placeOf(row.hash), [row.sealed]));
  // Sealed by `sealLabel`, which nobody else can.
  return JSON.parse(bytes.toString('utf8')) as Label;
};

/** A row in the clear. */
export const infoOf = async (cabinet: Cabinet, row: UploadRow): Promise<FileInfo> => {
  const { name } = await labelOf(cabinet, row);
  const { state, type, size, received, sha256, scanned } = row;
  return {
    state,
    caseId: row.caseId,
    name,
    size,
    received: state === 'kept' ? size : received,
    kind: kinds.find(kind => kind === type) ?? null,
    // A type is a reason where the state says so, and the only writer of both keeps to that.
    reason: state === 'refused' ? (type as Refusal) : null,
    flags: JSON.parse(row.flags) as readonly Flag[],
    scanned,
    sha256,
  };
};

export const sliceKey = (hash: string, offset: number): string => `${hash}/slice-${offset / limits.slice}`;

/** Deletes everything that lies under an upload. */
export const clear = async ({ blobs }: Cabinet, hash: string): Promise<void> => {
  for await (const key of blobs.list(`${hash}/`)) await blobs.delete(key);
};
