import { expect, test } from 'vitest';
import type { CaseRow, CaseStore } from '#src/cases/store.ts';
import { tally } from './place.ts';
import { answer, at, content, filed, fingerprint, later, receipt } from './samples.ts';

const stored = async (store: CaseStore, set: Partial<CaseRow> = {}): Promise<CaseRow> => {
  const sent = receipt({ case: set });
  await store.receive(sent);
  return sent.case;
};

/** Cases of one submission. */
export const linking = (store: () => CaseStore): void => {
  const several = () => {
    const first = receipt();
    const link = first.case.id;
    const linked = [filed({ link }), filed({ link })];
    return { ...first, case: { ...first.case, link }, linked };
  };

  test('several cases of one submission are stored together and found by the first one’s id, in order', async () => {
    const sent = several();
    expect(await store().receive(sent)).toEqual({ tag: 'stored' });
    const all = [sent.case, ...sent.linked.map(one => one.case)];
    expect(await store().linked(sent.case.id)).toEqual(all);
    for (const { case: row, event } of sent.linked) {
      expect(await store().caseByNumber(row.number)).toEqual(row);
      expect(await store().events(row.id)).toEqual([event]);
    }
    expect(await store().receive({ ...several(), key: sent.key })).toEqual({
      tag: 'replayed',
      case: sent.case,
    });
  });

  test('or none of them: a number that is taken, of whichever, stores nothing and uses nothing up', async () => {
    const taken = await stored(store());
    const sent = several();
    const [one, two] = sent.linked.map(it => it.case);
    const linked = [filed({ ...one }), filed({ ...two, number: taken.number })];
    expect(await store().receive({ ...sent, linked })).toEqual({ tag: 'number-taken' });
    expect(await store().linked(sent.case.id)).toEqual([]);
    expect(await store().caseById(sent.case.id)).toBeNull();
    expect(await store().receive(sent)).toEqual({ tag: 'stored' });
  });

  test('a bad row among them fails them all, and alone', async () => {
    const sent = several();
    const bad = filed({ link: sent.case.id, due: null as unknown as string });
    const results = await Promise.allSettled([
      store().receive({ ...sent, linked: [...sent.linked, bad] }),
      store().receive(receipt()),
    ]);
    expect(results.map(result => result.status)).toEqual(['rejected', 'fulfilled']);
    expect(await store().linked(sent.case.id)).toEqual([]);
  });

  test('a case that came alone is linked with nothing', async () => {
    await stored(store());
    expect(await store().linked('')).toEqual([]);
  });
};

/** Events that change or empty what was sent. */
export const changing = (store: () => CaseStore): void => {
  test('an event can put another content in place, in the same commit', async () => {
    const row = await stored(store());
    const sealed = new Uint8Array([1, 2, 3]);
    const now = content(row, {
      enterprise: '另一家',
      answers: '{"topic":"tax"}',
      sealed,
      urgent: 1,
      due: later,
    });
    const event = answer(row.id, 1);
    expect(await store().append({ ...event, content: now })).toEqual({ tag: 'stored' });
    const { state, event: last } = event;
    expect(await store().caseById(row.id)).toEqual({ ...row, ...now, state, head: 2, headMac: last.mac });
  });

  test('a stale one changes neither content nor key nor texts', async () => {
    const row = await stored(store());
    await store().append(answer(row.id, 1));
    const before = [await store().caseById(row.id), await store().events(row.id)];
    const late = {
      ...answer(row.id, 1),
      content: content(row, { enterprise: '' }),
      destroyKey: true,
    } as const;
    expect(await store().append({ ...late, blanked: [2], forget: 'all' })).toEqual({ tag: 'stale' });
    expect([await store().caseById(row.id), await store().events(row.id)]).toEqual(before);
  });

  test('a destroyed key is empty and nobody’s; the texts that go are named, others stay', async () => {
    const row = await stored(store());
    for (const head of [1, 2]) await store().append(answer(row.id, head));
    await store().append({ ...answer(row.id, 3), destroyKey: true, blanked: [2] });
    expect(await store().caseById(row.id)).toMatchObject({ wrappedKey: new Uint8Array(), keyId: '' });
    const events = await store().events(row.id);
    expect(events.map(event => event.sealed?.length ?? 0)).toEqual([0, 0, 80, 80]);
  });

  test('what would know a post again is forgotten: its fingerprint alone, or its key too', async () => {
    const first = receipt({ fingerprint: fingerprint(later) });
    await store().receive(first);
    const again = () => receipt({ fingerprint: first.fingerprint });
    expect((await store().receive(again())).tag).toBe('duplicate');
    await store().append({ ...answer(first.case.id, 1), forget: 'fingerprints' });
    expect((await store().receive(receipt({ key: first.key }))).tag).toBe('replayed');
    const second = again();
    expect((await store().receive(second)).tag).toBe('stored');
    await store().append({ ...answer(first.case.id, 2), forget: 'all' });
    expect((await store().receive(receipt({ key: first.key }))).tag).toBe('stored');
    expect((await store().receive(again())).tag).toBe('duplicate');
  });

  test('cases whose time is over are found by the day, page by page, those without a day never', async () => {
    const day = '1999-01-01';
    const form = `form ${receipt().case.id}`;
    const old = await Promise.all(
      ['1998-12-31', day, day].map(keepUntil => stored(store(), { form, keepUntil })),
    );
    await Promise.all(['1999-01-02', ''].map(keepUntil => stored(store(), { form, keepUntil })));
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await store().expired({ day, after, limit: 2 });
      found.push(...page.rows.map(row => row.id));
      after = page.next;
    }
    expect(found).toEqual(old.map(row => row.id).sort());
  });
};

/** Keys of cases wrapped anew, and secrets of the whole store. */
export const rewrapping = (store: () => CaseStore): void => {
  test('keys that others wrapped are found page by page and put in place only where nobody was faster', async () => {
    const [was, keyId] = [receipt().case.id, receipt().case.id];
    const rows = await Promise.all(Array.from({ length: 5 }, () => stored(store(), { keyId: was })));
    await Promise.all(rows.map(row => store().append({ ...answer(row.id, 1), set: {} })));
    const mine: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await store().wrappedByOthers({ keyId, after, limit: 2 });
      mine.push(...page.rows.filter(row => row.keyId === was).map(row => row.id));
      after = page.next;
    }
    expect(mine).toEqual(rows.map(row => row.id).sort());
    const anew = rows.map(({ id }) => ({ id, was, keyId, wrappedKey: new Uint8Array([7]) }));
    const stranger = { ...anew[0], was: 'another' } as (typeof anew)[0];
    expect(await store().rewrap({ rows: [stranger, ...anew.slice(0, 3)] })).toBe(3);
    expect(await store().rewrap({ rows: anew })).toBe(2);
    expect(await store().rewrap({ rows: [] })).toBe(0);
    for (const row of rows)
      expect(await store().caseById(row.id)).toMatchObject({
        keyId,
        wrappedKey: new Uint8Array([7]),
        head: 2,
      });
  });

  test('how many cases each key wraps', async () => {
    const keyId = receipt().case.id;
    await Promise.all([1, 2, 3].map(() => stored(store(), { keyId })));
    expect(await store().keyUse()).toEqual(expect.arrayContaining([{ keyId, cases: 3 }]));
  });

  test('a secret is kept once; another takes its place only where it names the one before', async () => {
    const name = `secret ${receipt().case.id}`;
    expect(await store().secret(name)).toBeNull();
    const secret = (keyId: string) => ({ name, keyId, wrapped: new Uint8Array([1, 2]) });
    const kept = await Promise.all(
      ['k1', 'k2', 'k3'].map(keyId => store().keepSecret({ ...secret(keyId), was: null })),
    );
    expect(new Set(kept.map(one => one.keyId)).size).toBe(1);
    const keyId = kept[0]?.keyId ?? '';
    expect(await store().keepSecret({ ...secret('k9'), was: 'another' })).toEqual(secret(keyId));
    expect(await store().keepSecret({ ...secret('k9'), was: keyId })).toEqual(secret('k9'));
    expect(await store().secret(name)).toEqual(secret('k9'));
  });
};

/** Privacy notices as they were agreed to. */
export const wording = (store: () => CaseStore): void => {
  test('a notice is kept as it was first told', async () => {
    const hash = receipt().case.id;
    const notice = { hash, form: 'materials', lang: 'en', text: 'How we use it', firstAt: at };
    expect(await store().notice(hash)).toBeNull();
    await Promise.all([store().keepNotice(notice), store().keepNotice({ ...notice, firstAt: later })]);
    expect(await store().notice(hash)).toEqual(notice);
  });

  test('scrubbing what was deleted disturbs nothing that goes on', async () => {
    const sent = Array.from({ length: 20 }, () => receipt());
    const results = await Promise.all([
      ...sent.map(one => store().receive(one)),
      store()
        .scrub({ whole: false })
        .then(() => ({ tag: 'scrubbed' })),
    ]);
    expect(tally(results)).toEqual({ scrubbed: 1, stored: 20 });
  });
};
