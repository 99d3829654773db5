import { expect, test } from 'vitest';
import type { LookupKind, LookupRow, Narrow, Pick as Wanted } from '#src/cases/desk-store.ts';
import type { CaseRow, CaseStore } from '#src/cases/store.ts';
import { answer, at, filed, later, receipt } from './samples.ts';

const all: Narrow = {
  department: '',
  officer: '',
  areas: '',
  form: '',
  area: '',
  line: '',
  notAgainst: '',
};

/** Lists, counts, look-ups and parts of the desk. Each test has a department of its own. */
export const desking = (store: () => CaseStore): void => {
  /** A case as an event leaves it. */
  const put = async (
    set: Partial<CaseRow>,
    made: Parameters<typeof answer>[2] = {},
    extra: Partial<ReturnType<typeof receipt>> = {},
  ): Promise<CaseRow> => {
    const sent = { ...receipt({ case: set }), ...extra };
    await store().receive(sent);
    await store().append(answer(sent.case.id, 1, made));
    const row = await store().caseById(sent.case.id);
    if (!row) throw new Error('not stored');
    return row;
  };
  const own = (): string => `d${receipt().case.id}`;
  const stages = (...of: CaseRow['stage'][]): Wanted => ({
    of: 'stages',
    stages: of,
    dueFrom: '',
    dueBefore: '9999',
  });

  /** Every id of a list, page by page. */
  const walk = async (
    pick: Wanted,
    narrow: Partial<Narrow>,
    { sort = 'due' as 'due' | 'received', limit = 2 } = {},
  ): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let after: Awaited<ReturnType<CaseStore['deskPage']>>['next'] = null; ; ) {
      const page = await store().deskPage({ pick, narrow: { ...all, ...narrow }, sort, after, limit });
      ids.push(...page.rows.map(row => row.id));
      if (page.next === null) break;
      after = page.next;
    }
    const [count] = await store().deskCounts({
      lists: [{ pick, narrow: { ...all, ...narrow } }],
      most: 100,
    });
    expect(count).toBe(ids.length);
    return ids;
  };

  test('desk: what an event sets of the desk’s columns stands, the rest stays', async () => {
    const row = await put(
      {},
      { officer: 'zhao', told: 1, outcome: 'partly', extension: 'asked', reopened: 2 },
    );
    expect(row).toMatchObject({
      officer: 'zhao',
      told: 1,
      outcome: 'partly',
      extension: 'asked',
      reopened: 2,
    });
    await store().append({ ...answer(row.id, 2, { told: 0, laterBy: '2020-03-25' }) });
    const now = await store().caseById(row.id);
    expect(now).toMatchObject({ officer: 'zhao', told: 0, laterBy: '2020-03-25', channel: 'web' });
  });

  test('desk: a list of stages by due time or by receipt, page by page, of one department or all', async () => {
    const handler = own();
    const dues = ['2020-03-25', '2020-03-24', '2020-03-24', '2020-03-26', '2020-03-20'];
    const rows: CaseRow[] = [];
    for (const [n, due] of dues.entries())
      rows.push(await put({ handler, due }, { stage: n === 3 ? 'waiting' : 'doing', officer: `o${n % 2}` }));
    const at_ = (...ns: number[]) => ns.map(n => rows[n]?.id);
    expect(await walk(stages('doing', 'to-accept'), { department: handler })).toEqual(at_(4, 1, 2, 0));
    expect(await walk(stages('doing', 'waiting'), { department: handler }, { sort: 'received' })).toEqual(
      at_(0, 1, 2, 3, 4),
    );
    expect(await walk(stages('doing'), { department: handler, officer: 'o1' })).toEqual(at_(1));
    const span = { of: 'stages', stages: ['doing'], dueFrom: '2020-03-21', dueBefore: '2020-03-25' } as const;
    expect(await walk(span, { department: handler })).toEqual(at_(1, 2));
    const everywhere = await walk(stages('doing'), {}, { limit: 50 });
    expect(everywhere).toEqual(expect.arrayContaining(at_(0, 1, 2, 4)));
    expect(await walk({ of: 'newest', stage: '' }, { department: handler })).toEqual(at_(4, 3, 2, 1, 0));
    expect(await walk({ of: 'newest', stage: 'waiting' }, { department: handler })).toEqual(at_(3));
    const form = own();
    const mine = await put({ form });
    expect(await walk({ of: 'newest', stage: '' }, { form })).toEqual([mine.id]);
  });

  test('desk: narrowed by areas, area, line, form; a complaint of the reader’s department is left out', async () => {
    const handler = own();
    const a = await put({ handler, area: 'east', line: 'x', form: 'materials' }, { stage: 'doing' });
    const b = await put({ handler, area: 'west', against: 'market', complaint: 1 }, { stage: 'doing' });
    const narrowed = (narrow: Partial<Narrow>) => walk(stages('doing'), { department: handler, ...narrow });
    expect(await narrowed({ areas: ',east,north,' })).toEqual([a.id]);
    expect(await narrowed({ areas: ',eastern,' })).toEqual([]);
    expect(await narrowed({ area: 'west' })).toEqual([b.id]);
    expect(await narrowed({ line: 'x', form: 'materials' })).toEqual([a.id]);
    expect(await narrowed({ notAgainst: 'market' })).toEqual([a.id]);
    expect(await walk({ of: 'complaints' }, { department: handler })).toEqual([b.id]);
    expect(await walk({ of: 'complaints' }, { department: handler, notAgainst: 'market' })).toEqual([]);
    const c = await put({ handler }, { revisit: 1, stage: 'closed' });
    expect(await walk({ of: 'revisits' }, { department: handler })).toEqual([c.id]);
  });

  test('desk: of areas, and of enterprises elsewhere; a complaint is found by its area alone', async () => {
    const form = own();
    const made = (set: Partial<CaseRow>) => put({ form, ...set }, { stage: 'doing' });
    const here = await made({ area: 'east', creditCode: 'AAA' });
    const there = await made({ area: 'west', creditCode: 'BBB' });
    const nowhere = await made({ area: 'west', creditCode: '' });
    const closed = await put({ form, area: 'west', creditCode: 'BBB' }, { stage: 'closed' });
    await made({ area: 'west', creditCode: 'BBB', complaint: 1 });
    const theirs = { form, areas: ',east,', codes: ',BBB,CCC,' };
    expect(await walk(stages('doing'), theirs, { limit: 1 })).toEqual([here.id, there.id]);
    expect(await walk(stages('doing'), { ...theirs, area: 'west' })).toEqual([there.id]);
    expect(await walk(stages('doing'), { ...theirs, areas: ',-,' })).toEqual([there.id]);
    expect(await walk(stages('doing'), { ...theirs, codes: ',BB,' })).toEqual([here.id]);
    expect(await walk({ of: 'newest', stage: '' }, theirs)).toEqual([closed.id, there.id, here.id]);
    expect(await walk({ of: 'newest', stage: 'closed' }, theirs)).toEqual([closed.id]);
    expect(await walk({ of: 'newest', stage: '' }, { ...theirs, areas: ',west,' })).toContain(nowhere.id);
  });

  test('desk: counts stop where they were told to', async () => {
    const handler = own();
    await Promise.all([1, 2, 3].map(() => put({ handler }, { stage: 'doing' })));
    const narrow = { ...all, department: handler };
    const lists = [
      { pick: stages('doing'), narrow },
      { pick: stages('held'), narrow },
    ];
    expect(await store().deskCounts({ lists, most: 2 })).toEqual([2, 0]);
    await expect(
      store().deskPage({ pick: stages('doing'), narrow, sort: 'due', after: null, limit: 0 }),
    ).rejects.toThrow(RangeError);
  });

  test('desk: parts of assisting departments, put in place of those before, and the list of what one assists with', async () => {
    const department = own();
    const sent = receipt();
    const part = {
      caseId: sent.case.id,
      department,
      state: 'asked',
      position: '',
      due: '2020-03-22',
      officer: '',
      at,
    } as const;
    await store().receive({ ...sent, parts: [part] });
    expect(await store().parts(sent.case.id)).toEqual([part]);
    expect(await walk({ of: 'assisting' }, { department })).toEqual([sent.case.id]);
    const { rows } = await store().deskPage({
      pick: { of: 'assisting' },
      narrow: { ...all, department },
      sort: 'due',
      after: null,
      limit: 5,
    });
    expect(rows[0]?.partDue).toBe('2020-03-22');
    const answered = { ...part, state: 'answered', position: 'agree', officer: 'qian' } as const;
    const other = { ...part, department: `${department}2` };
    await store().append({ ...answer(sent.case.id, 1), parts: [answered, other] });
    expect(await store().parts(sent.case.id)).toEqual([answered, other]);
    expect(await walk({ of: 'assisting' }, { department })).toEqual([]);
    await store().append(answer(sent.case.id, 2, { stage: 'closed' }));
    expect(await walk({ of: 'assisting' }, { department: `${department}2` })).toEqual([]);
  });

  test('desk: cases that went into one, and an enterprise’s cases, newest first; none where there is no code', async () => {
    const number = own();
    const creditCode = own();
    const rows = [];
    for (let n = 0; n < 3; n++) rows.push(await put({ creditCode }, { mergedInto: number }));
    const ids = rows.map(row => row.id);
    expect((await store().mergedInto(number)).map(row => row.id)).toEqual(ids);
    const newest = await store().ofEnterprise({ creditCode, before: 'zzz', limit: 2 });
    expect(newest.map(row => row.id)).toEqual([ids[2], ids[1]]);
    const before = { creditCode, before: ids[1] ?? '', limit: 9 };
    expect((await store().ofEnterprise(before)).map(row => row.id)).toEqual([ids[0]]);
    await put({ creditCode: '' });
    expect(await store().ofEnterprise({ creditCode: '', before: 'zzz', limit: 9 })).toEqual([]);
    expect(await store().mergedInto('')).toEqual([]);
  });

  test('desk: closed cases that were never asked after', async () => {
    const row = await put({}, { stage: 'closed', closedAt: '1999-01-01' });
    const asked = { closedBefore: '1999-01-02', limit: 500 };
    expect((await store().toAskAfter(asked)).map(one => one.id)).toContain(row.id);
    expect((await store().toAskAfter({ ...asked, closedBefore: '1998' })).map(one => one.id)).toEqual([]);
    await store().append(answer(row.id, 2, { stage: 'closed', askedAt: at }));
    expect((await store().toAskAfter(asked)).map(one => one.id)).not.toContain(row.id);
  });
};

/** Blind indexes and the log of look-ups. */
export const lookingUp = (store: () => CaseStore): void => {
  const kinds = ['creditCode', 'enterprise', 'phone', 'contact'] as const;
  const lookups = (caseId: string, of: string): LookupRow => ({
    caseId,
    creditCode: `${of}1`,
    enterprise: `${of}2`,
    phone: `${of}3`,
    contact: '',
  });
  const found = async (kind: LookupKind, hash: string) =>
    (await store().byLookup({ kind, hash, before: 'zzzz', limit: 50 })).map(row => row.id);

  test('look-ups: stored with the case, changed and dropped with its events', async () => {
    const sent = receipt();
    const { id } = sent.case;
    const other = filed({ link: id });
    const linked = [{ ...other, lookups: lookups(other.case.id, id) }];
    await store().receive({ ...sent, linked, lookups: lookups(id, id) });
    const both = [id, other.case.id].sort().reverse();
    for (const [n, kind] of kinds.entries())
      expect([kind, await found(kind, `${id}${n + 1}`)]).toEqual([kind, kind === 'contact' ? [] : both]);
    expect(await found('creditCode', `${id}2`)).toEqual([]);
    expect(await found('contact', '')).toEqual([]);
    await store().append({ ...answer(id, 1), lookups: lookups(id, `${id}x`) });
    expect([await found('phone', `${id}3`), await found('phone', `${id}x3`)]).toEqual([
      [other.case.id],
      [id],
    ]);
    await store().append({ ...answer(id, 2), lookups: null });
    expect(await found('phone', `${id}x3`)).toEqual([]);
    await store().append(answer(id, 3));
    expect(await found('phone', `${id}x3`)).toEqual([]);
  });

  test('look-ups: cases that have none are found and get theirs, unless they moved on or were erased', async () => {
    const [plain, erased] = [receipt(), receipt()];
    for (const sent of [plain, erased]) await store().receive(sent);
    await store().append({ ...answer(erased.case.id, 1), destroyKey: true });
    const left = async () => {
      const ids: string[] = [];
      for (let after = ''; ; ) {
        const page = await store().unindexed({ after, limit: 100 });
        ids.push(...page.rows.map(row => row.id));
        if (page.next === null) return ids;
        after = page.next;
      }
    };
    expect(await left()).toContain(plain.case.id);
    expect(await left()).not.toContain(erased.case.id);
    const row = { ...lookups(plain.case.id, plain.case.id), head: 2 };
    expect(await store().putLookups({ rows: [row] })).toBe(0);
    expect(await store().putLookups({ rows: [{ ...row, head: 1 }] })).toBe(1);
    expect(await store().putLookups({ rows: [{ ...row, head: 1 }] })).toBe(1);
    expect(await store().putLookups({ rows: [] })).toBe(0);
    expect(await left()).not.toContain(plain.case.id);
    expect(await found('phone', `${plain.case.id}3`)).toEqual([plain.case.id]);
  });

  test('look-ups: each use is logged, newest first', async () => {
    const id = receipt().case.id;
    const entries = [1, 2, 3].map(
      n => ({ id: `${id}${n}`, at: later, actor: 'zhao', kind: 'phone', found: n }) as const,
    );
    for (const entry of entries) await store().logLookup(entry);
    const page = await store().lookupLog({ before: `${id}3`, limit: 2 });
    expect(page).toEqual([entries[1], entries[0]]);
  });
};
