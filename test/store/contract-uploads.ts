import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { UploadRow } from '#src/attachments/port.ts';
import type { Store } from '#src/store/adapter.ts';
import { tally } from './place.ts';
import { answer, at, fingerprint, later, receipt, soon } from './samples.ts';

const draw = (length: number) => randomBytes(length).toString('base64url');
const row = (set: Partial<UploadRow> = {}): UploadRow => ({
  hash: draw(32),
  caseId: null,
  form: 'consultation',
  field: 'plan',
  state: 'kept',
  type: 'pdf',
  size: 3000,
  received: 3000,
  sha256: 'ab',
  flags: '["links"]',
  scanned: 'no',
  blob: draw(9),
  wrappedKey: new Uint8Array(randomBytes(60)),
  keyId: 'k1',
  sealed: new Uint8Array(randomBytes(80)),
  draft: '',
  createdAt: at,
  expiresAt: later,
  ...set,
});
const plenty = { draft: 10 ** 6, total: 10 ** 12 };

/** Uploads: opened within their quotas, filled, ended once, bound in the transaction of their case, dropped. */
export const uploading = (store: () => Store): void => {
  const put = async (set: Partial<UploadRow> = {}): Promise<UploadRow> => {
    const upload = row(set);
    expect(await store().openUpload({ row: upload, limits: plenty })).toEqual({ tag: 'opened' });
    return upload;
  };
  const found = async (upload: UploadRow) => (await store().uploads([upload.hash]))[0] ?? null;

  test('an upload is found by its hash as it was opened', async () => {
    const [one, other] = [await put(), await put({ draft: 'd' })];
    const missing = draw(32);
    expect(await store().uploads([other.hash, missing, one.hash])).toEqual([other, one]);
    expect(await store().uploads([])).toEqual([]);
  });

  test('what a draft, and all together, may come to is counted when room is made', async () => {
    const draft = draw(8);
    const open = (set: Partial<UploadRow>, limits: Partial<typeof plenty> = {}) =>
      store().openUpload({ row: row({ draft, ...set }), limits: { ...plenty, ...limits } });
    expect(await open({ size: 900_000 })).toEqual({ tag: 'opened' });
    expect(await open({ size: 200_000 })).toEqual({ tag: 'draft-full' });
    expect(await open({ size: 200_000, draft: '' })).toEqual({ tag: 'opened' });
    expect(await open({ size: 200_000 }, { total: 1_200_000 })).toEqual({ tag: 'full' });
    const together = await Promise.all(
      Array.from({ length: 10 }, () => open({ size: 30_000, draft: `${draft}-many` }, { draft: 100_000 })),
    );
    expect(tally(together)).toEqual({ 'draft-full': 7, opened: 3 });
  });

  test('an event can bind uploads to its case: all of them, or nothing happens; who was slower hears of that first', async () => {
    const { case: one, ...rest } = receipt();
    await store().receive({ case: one, ...rest });
    const [first, second] = [await put(), await put()];
    const bind = (head: number, ...hashes: string[]) =>
      store().append({ ...answer(one.id, head), uploads: { hashes, form: 'consultation' } });
    const gone = draw(32);
    expect(await bind(1, first.hash, gone)).toEqual({ tag: 'upload-missing', hash: gone });
    expect([(await found(first))?.caseId, (await store().events(one.id)).length]).toEqual([null, 1]);
    const results = await Promise.all([bind(1, first.hash, second.hash), bind(1, first.hash, second.hash)]);
    expect(tally(results)).toEqual({ stale: 1, stored: 1 });
    expect((await store().uploadsOf(one.id)).map(upload => upload.hash).sort()).toEqual(
      [first.hash, second.hash].sort(),
    );
    expect(await bind(2, first.hash)).toEqual({ tag: 'upload-missing', hash: first.hash });
  });

  test('slices: of those sent at once one moves on; an ended upload moves no more', async () => {
    const upload = await put({ state: 'partial', received: 0 });
    const advance = (was: number) =>
      store().advanceUpload({ hash: upload.hash, was, received: was + 1000, expiresAt: soon });
    const results = await Promise.all([advance(0), advance(0), advance(1000), advance(5000)]);
    expect(results.filter(Boolean)).toHaveLength(2);
    expect(await found(upload)).toMatchObject({ received: 2000, expiresAt: soon });
    const { hash, type, size, sha256, flags, scanned, blob, sealed } = row({ hash: upload.hash, size: 2900 });
    const end = {
      hash,
      state: 'kept',
      type,
      size,
      sha256,
      flags,
      scanned,
      blob,
      sealed,
      expiresAt: later,
    } as const;
    const ends = await Promise.all([
      store().settleUpload(end),
      store().settleUpload({ ...end, blob: 'second' }),
    ]);
    expect(ends.filter(Boolean)).toHaveLength(1);
    expect(await found(upload)).toMatchObject({ state: 'kept', size: 2900, sealed });
    expect(await advance(2000)).toBe(false);
  });

  test('a submission binds its uploads, and is replayed with them', async () => {
    const uploads = [await put(), await put()];
    const sent = receipt({ uploads: uploads.map(one => one.hash) });
    expect(await store().receive(sent)).toEqual({ tag: 'stored' });
    const bound = await store().uploadsOf(sent.case.id);
    expect(bound.map(one => one.hash).sort()).toEqual(uploads.map(one => one.hash).sort());
    expect(bound.every(one => one.caseId === sent.case.id)).toBe(true);
    expect(await store().receive(sent)).toMatchObject({ tag: 'replayed' });
  });

  test.each<readonly [string, Partial<UploadRow>]>([
    ['incomplete', { state: 'partial', received: 10 }],
    ['refused', { state: 'refused' }],
    ['expired', { expiresAt: at }],
    ['of another form', { form: 'materials' }],
  ])('an upload that is %s is missing, and nothing is stored', async (_, set) => {
    const [sound, unsound] = [await put(), await put(set)];
    const sent = receipt({ uploads: [sound.hash, unsound.hash], fingerprint: fingerprint() });
    expect(await store().receive(sent)).toEqual({ tag: 'upload-missing', hash: unsound.hash });
    expect(await store().caseById(sent.case.id)).toBeNull();
    expect(await found(sound)).toEqual(sound);
    // Neither key nor fingerprint was used up.
    expect(await store().receive({ ...sent, uploads: [sound.hash] })).toEqual({ tag: 'stored' });
  });

  test('an upload that nobody opened is missing', async () => {
    const hash = draw(32);
    expect(await store().receive(receipt({ uploads: [hash] }))).toEqual({ tag: 'upload-missing', hash });
  });

  test('two submissions want one upload at once: one has it', async () => {
    for (let round = 0; round < 5; round++) {
      const upload = await put();
      const results = await Promise.all(
        Array.from({ length: 6 }, () => store().receive(receipt({ uploads: [upload.hash] }))),
      );
      expect(tally(results)).toEqual({ stored: 1, 'upload-missing': 5 });
    }
  });

  test('dropped are unbound ones only, expired ones when they have', async () => {
    const [free, other, bound] = [await put(), await put({ expiresAt: soon }), await put()];
    await store().receive(receipt({ uploads: [bound.hash] }));
    const drop = ({ hash }: UploadRow, expiredAt: string | null) => store().dropUpload({ hash, expiredAt });
    expect([await drop(other, at), await drop(other, soon), await drop(other, null)]).toEqual([
      false,
      true,
      false,
    ]);
    expect([await drop(free, null), await drop(bound, null), await drop(bound, '9999')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await found(bound)).not.toBeNull();
  });

  test('expired ones are listed, bound ones never', async () => {
    const past = '2019-01-01T00:00:00.000Z';
    const [gone, bound] = [await put({ expiresAt: past }), await put({ expiresAt: soon })];
    await store().receive(receipt({ uploads: [bound.hash] }));
    expect(await store().expiredUploads(past, 500)).toEqual([gone.hash]);
    expect(await store().expiredUploads('9999', 500)).not.toContain(bound.hash);
    expect(await store().expiredUploads('9999', 1)).toHaveLength(1);
    await store().dropUpload({ hash: gone.hash, expiredAt: null });
  });

  test('a case’s uploads go with it, and are named', async () => {
    const upload = await put();
    const sent = receipt({ uploads: [upload.hash] });
    await store().receive(sent);
    expect(await store().dropUploadsOf({ caseId: sent.case.id })).toEqual([upload.hash]);
    expect(await store().dropUploadsOf({ caseId: sent.case.id })).toEqual([]);
    expect(await found(upload)).toBeNull();
  });

  test('keys are wrapped anew where the old master key still wraps them', async () => {
    const upload = await put({ keyId: 'old' });
    const others = () => store().uploadsWrappedByOthers('k1', 500);
    expect((await others()).map(one => one.hash)).toEqual([upload.hash]);
    const wrappedKey = new Uint8Array(randomBytes(60));
    const anew = { hash: upload.hash, keyId: 'k1', wrappedKey, was: 'old' };
    expect(await store().rewrapUploads({ rows: [anew, { ...anew, was: 'older' }] })).toBe(1);
    expect(await others()).toEqual([]);
    expect(await found(upload)).toMatchObject({ keyId: 'k1', wrappedKey });
  });
};
