import type { KeyObject } from 'node:crypto';
import type { fileFlags, fileRefusals, fileScans } from '#src/i18n/files.ts';

export type Refusal = keyof typeof fileRefusals;
export type Flag = keyof typeof fileFlags;
export type Scan = keyof typeof fileScans;

/** What a file may be, told by its content; also the ending under which it is handed out. */
export const kinds = ['pdf', 'ofd', 'docx', 'xlsx', 'jpg', 'png', 'heic'] as const;
export type Kind = (typeof kinds)[number];

/** One upload. Whoever holds its id may send its slices and bind it to a case; only a keyed hash of the id is stored. */
export type UploadRow = {
  readonly hash: string;
  /** Null until the form that it belongs to was sent. */ readonly caseId: string | null;
  readonly form: string;
  readonly field: string;
  /** `partial` until all slices are there and were checked. */ readonly state:
    | 'partial'
    | 'kept'
    | 'refused';
  /** A `Kind` once kept, a `Refusal` once refused, '' before. */ readonly type: string;
  /** Bytes: as announced, as kept after checking, 0 once refused. */ readonly size: number;
  /** Bytes that are there, from the first on without a gap. */ readonly received: number;
  /** Of the bytes that are kept, in hex; '' before. */ readonly sha256: string;
  /** JSON list of `Flag`. */ readonly flags: string;
  readonly scanned: Scan;
  /** Where the kept bytes are in the blob store; '' before. */ readonly blob: string;
  /** The upload's own key, wrapped by the master key `keyId`: without it neither name nor bytes can be read. */
  readonly wrappedKey: Uint8Array;
  readonly keyId: string;
  /** Its name and what the sender says its hash is, sealed. */ readonly sealed: Uint8Array;
  /** Keyed hash of the draft that it was made for; '' where it came with the form itself. */ readonly draft: string;
  readonly createdAt: string;
  /** Unbound uploads end then. */ readonly expiresAt: string;
};

export type OpenUpload = {
  readonly row: UploadRow;
  /** Bytes that the draft, and all unexpired uploads together, may come to. */
  readonly limits: { readonly draft: number; readonly total: number };
};
export type SettleUpload = Pick<
  UploadRow,
  'hash' | 'type' | 'size' | 'sha256' | 'flags' | 'scanned' | 'blob' | 'sealed' | 'expiresAt'
> & { readonly state: 'kept' | 'refused' };

/** An upload's key as a master key wrapped it. */
export type WrappedUpload = Pick<UploadRow, 'hash' | 'keyId' | 'wrappedKey'>;

/** The rows of uploads, in the store of the cases: one transaction binds them. Writes resolve after the durable commit. */
export type UploadStore = {
  openUpload(command: OpenUpload): Promise<{ readonly tag: 'opened' | 'draft-full' | 'full' }>;
  /** Moves `received` on from where it was believed to be; false where somebody else was faster. */
  advanceUpload(command: {
    readonly hash: string;
    readonly was: number;
    readonly received: number;
    readonly expiresAt: string;
  }): Promise<boolean>;
  /** Ends a partial upload; false where it was ended already. */
  settleUpload(command: SettleUpload): Promise<boolean>;
  /** Deletes an unbound upload that expires at or before a time, or whenever (null); false where there is none. */
  dropUpload(command: { readonly hash: string; readonly expiredAt: string | null }): Promise<boolean>;
  /** Deletes the uploads of a case and gives back their hashes. */
  dropUploadsOf(command: { readonly caseId: string }): Promise<readonly string[]>;
  /** Puts keys that were wrapped anew in place, where `was` still wraps them. Gives back how many. */
  rewrapUploads(command: {
    readonly rows: readonly (WrappedUpload & { readonly was: string })[];
  }): Promise<number>;
  /** In the order of the hashes; those that are not there are left out. */
  uploads(hashes: readonly string[]): Promise<readonly UploadRow[]>;
  uploadsOf(caseId: string): Promise<readonly UploadRow[]>;
  /** Hashes of unbound uploads that expired, at most `limit`. */
  expiredUploads(at: string, limit: number): Promise<readonly string[]>;
  /** Uploads whose key another master key than `keyId` wrapped, at most `limit`. */
  uploadsWrappedByOthers(keyId: string, limit: number): Promise<readonly WrappedUpload[]>;
};

/** Bytes as they come: a list of parts that are there, or that arrive. */
export type Parts = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Thrown where a blob store cannot be reached or is full. Doors know it by its name and answer 503. */
export class BlobsUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** The port to where bytes lie: sealed already, under keys `<upload>/<part>` of letters, digits, `-`, `_` and `.`. */
export type BlobStore = {
  /** Whole and durable when it resolves, or not there at all; what was under the key is replaced. */
  put(key: string, parts: Parts): Promise<void>;
  /** Null where nothing is under the key. */
  get(key: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** What is not there is deleted already. */
  delete(key: string): Promise<void>;
  /** The keys that begin with a prefix, in no order. */
  list(prefix: string): AsyncIterable<string>;
};

const sound = /^[\w-]+\/[\w.-]+$/;

/** Throws on a key that could reach outside the store: a mistake of the program. */
export const soundKey = (key: string): string => {
  if (!sound.test(key) || key.includes('..')) throw new RangeError(`not a key of a blob: ${key}`);
  return key;
};

/** Keys and hashes, from whoever holds the master key. */
export type Keyring = {
  /** The master key that wraps from now on. */ readonly id: string;
  /** The keyed hash under which an id, a draft or an address is stored. */
  hash(what: 'upload' | 'draft' | 'address', secret: string): string;
  create(hash: string): Pick<UploadRow, 'wrappedKey' | 'keyId'> & { readonly key: KeyObject };
  /** Throws where the master key that wrapped it is not loaded. */
  open(row: WrappedUpload): KeyObject;
  /** The same key, wrapped by `id`. */
  renew(row: WrappedUpload): WrappedUpload;
};

/** Looks for viruses; throws where the scanner does not answer. */
export type Scanner = (bytes: Uint8Array) => Promise<'clean' | 'infected'>;
