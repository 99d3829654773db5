import type { UploadRow, UploadStore } from '#src/attachments/port.ts';
import type { Received } from '#src/cases/store.ts';
import {
  changes,
  type Program,
  type Result,
  row,
  rows,
  type Statement,
  statement,
} from '#src/store/program.ts';
import type { RowOf } from '#src/store/queries.ts';

/** The port's writes as data, like those of cases. */
export type UploadWrites = Pick<
  UploadStore,
  'openUpload' | 'advanceUpload' | 'settleUpload' | 'dropUpload' | 'dropUploadsOf' | 'rewrapUploads'
>;
type Kind = keyof UploadWrites;
type Of<K extends Kind> = Parameters<UploadWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<UploadWrites[K]>>;
export type UploadCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

function* openUpload({ row: upload, limits }: Of<'openUpload'>): Program<Answer<'openUpload'>> {
  const sums = yield* row('uploadSums', { draft: upload.draft });
  if (!sums) throw new Error('The sums of uploads gave no row back.');
  if (sums.total + upload.size > limits.total) return { tag: 'full' };
  if (upload.draft !== '' && sums.draft + upload.size > limits.draft) return { tag: 'draft-full' };
  yield* changes(statement('insertUpload', upload));
  return { tag: 'opened' };
}

function* changesRow(sent: Statement): Program<boolean> {
  const [changed = 0] = yield* changes(sent);
  return changed > 0;
}

const dropUpload = ({ hash, expiredAt }: Of<'dropUpload'>): Program<boolean> =>
  changesRow(
    expiredAt === null
      ? statement('dropUpload', { hash })
      : statement('dropExpiredUpload', { hash, expiredAt }),
  );

function* dropUploadsOf({ caseId }: Of<'dropUploadsOf'>): Program<readonly string[]> {
  const found = yield* rows('uploadsOfCase', { caseId });
  if (found.length > 0) yield* changes(statement('dropUploadsOfCase', { caseId }));
  return found.map(upload => upload.hash);
}

function* rewrapUploads({ rows: wrapped }: Of<'rewrapUploads'>): Program<number> {
  if (wrapped.length === 0) return 0;
  const changed = yield* changes(...wrapped.map(one => statement('rewrapUpload', one)));
  return changed.reduce((sum, one) => sum + one, 0);
}

export const uploadProgram = (command: UploadCommand): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'openUpload':
      return openUpload(command.of);
    case 'advanceUpload':
      return changesRow(statement('advanceUpload', command.of));
    case 'settleUpload':
      return changesRow(statement('settleUpload', command.of));
    case 'dropUpload':
      return dropUpload(command.of);
    case 'dropUploadsOf':
      return dropUploadsOf(command.of);
    case 'rewrapUploads':
      return rewrapUploads(command.of);
  }
};

/** Two that open look at the same sums; what drops or rewraps many may meet any. */
export const uploadTouched = (command: UploadCommand): readonly string[] | null => {
  switch (command.kind) {
    case 'openUpload':
      return ['uploads'];
    case 'advanceUpload':
    case 'settleUpload':
    case 'dropUpload':
      return [`upload ${command.of.hash}`];
    case 'dropUploadsOf':
    case 'rewrapUploads':
      return null;
  }
};

/** Rows of uploads by their hashes, in that order; those that are not there are left out. */
export function* uploadsByHash(hashes: readonly string[]): Program<readonly UploadRow[]> {
  if (hashes.length === 0) return [];
  const results: readonly Result[] = yield hashes.map(hash => statement('uploadByHash', { hash }));
  return results.flatMap(result => result.rows as readonly RowOf<'uploadByHash'>[]);
}

type Bind = { readonly hashes: readonly string[]; readonly form: string; readonly at: string };

/** The first of a submission's uploads that cannot be bound to its case: incomplete, expired, of another form, or bound. */
export function* unbindable({
  hashes,
  form,
  at,
}: Bind): Program<Extract<Received, { tag: 'upload-missing' }> | null> {
  const found = yield* uploadsByHash(hashes);
  const missing = hashes.find(hash => {
    const upload = found.find(one => one.hash === hash);
    return (
      upload?.state !== 'kept' || upload.caseId !== null || upload.form !== form || upload.expiresAt <= at
    );
  });
  return missing === undefined ? null : { tag: 'upload-missing', hash: missing };
}

/** Binds them, behind the case's own row. */
export const bindings = ({ hashes, form, at }: Bind, caseId: string): readonly Statement[] =>
  hashes.map(hash => statement('bindUpload', { hash, form, caseId, at }));
