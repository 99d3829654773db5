import { describe, expect, test } from 'vitest';
import type { Append } from '#src/cases/store.ts';
import type { PaperKind, PaperRow, PaperSet, PaperState, StepRow } from '#src/papers/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { type Place, tally } from './place.ts';
import { answer, at, receipt } from './samples.ts';

let last = 0;
const newId = (): string => `p${String(++last).padStart(28, '0')}`;

const blank: PaperSet = {
  state: 'draft',
  validFrom: '2020-03-20',
  validTo: '2020-03-25',
  content: new Uint8Array([1, 2, 3]),
  code: null,
  codeHash: '',
  answer: null,
  sentOn: '',
  followUp: '',
  answeredOn: '',
  keepUntil: '',
};

const stepOf = (paperId: string, seq: number, step: StepRow['step']): StepRow => ({
  paperId,
  seq,
  step,
  at,
  actor: 'zhao',
  reason: '',
});

/** Papers: drafted once, moved from where they stand, numbered without a gap, emptied with their case. */
export const papering = (store: () => Store, place: () => Place): void => {
  const filed = async (set: object = {}) => {
    const sent = receipt({ case: set });
    await store().receive(sent);
    return sent.case;
  };

  const drafted = async (
    caseId: string,
    set: Partial<PaperRow> = {},
    appends: readonly Append[] = [],
  ): Promise<string> => {
    const id = newId();
    const row = { ...blank, kind: 'pass' as const, version: 1, createdAt: at, movedAt: at };
    const { year: _, serial: __, ...paper } = { ...row, year: 0, serial: 0, ...set, id, caseId };
    const result = await store().addPaper({ paper, step: stepOf(id, 1, 'draft'), appends });
    expect(result).toEqual({ tag: 'stored' });
    return id;
  };

  type Move = {
    readonly was?: PaperState;
    readonly kind?: PaperKind;
    readonly version?: number;
    readonly year?: number | null;
    readonly appends?: readonly Append[];
    /** The server that does it. */ readonly by?: Store;
    readonly set?: Partial<PaperSet>;
  };
  const move = (id: string, state: PaperState, { was = 'draft', set = {}, ...more }: Move = {}) => {
    const { kind = 'pass', version = 1, year = null, appends = [], by = store() } = more;
    const step = stepOf(id, version + 1, 'check');
    return by.movePaper({
      id,
      kind,
      version,
      was,
      set: { ...blank, ...set, state },
      year,
      step,
      appends,
    });
  };
  const numbered = (id: string, year: number, kind: PaperKind = 'pass', by = store()) => {
    const set = { codeHash: `h${id}`, keepUntil: '2021-03-25' };
    return move(id, 'numbered', { was: 'signed', year, kind, set, by });
  };

  describe('papers', () => {
    test('are drafted once an id, with step and event', async () => {
      const row = await filed();
      const id = await drafted(row.id, {}, [answer(row.id, 1)]);
      const again = {
        ...blank,
        id,
        caseId: row.id,
        kind: 'pass' as const,
        version: 1,
        createdAt: at,
        movedAt: at,
      };
      expect(await store().addPaper({ paper: again, step: stepOf(id, 1, 'draft'), appends: [] })).toEqual({
        tag: 'moved',
      });
      const found = await store().paper(id);
      expect(found).toMatchObject({
        id,
        caseId: row.id,
        state: 'draft',
        year: 0,
        serial: 0,
        number: row.number,
      });
      expect([...(found?.content ?? [])]).toEqual([1, 2, 3]);
      expect(await store().stepsOf(id)).toEqual([stepOf(id, 1, 'draft')]);
      expect((await store().events(row.id)).map(event => event.seq)).toEqual([1, 2]);
      expect(await store().paper('nowhere')).toBeNull();
    });

    test('are moved from where they stand: of many who try at once one moves it', async () => {
      const id = await drafted((await filed()).id);
      const all = await Promise.all(Array.from({ length: 8 }, () => move(id, 'checked')));
      expect(tally(all)).toEqual({ moved: 7, stored: 1 });
      expect(await move(id, 'signed', { was: 'draft', version: 2 })).toEqual({ tag: 'moved' });
      expect(await store().paper(id)).toMatchObject({ state: 'checked', version: 2 });
      expect((await store().stepsOf(id)).map(step => step.seq)).toEqual([1, 2]);
    });

    test('and where a case moved on, neither paper nor number is taken', async () => {
      const row = await filed();
      const id = await drafted(row.id, { state: 'signed' });
      const more = { was: 'signed', year: 2011, appends: [answer(row.id, 7)] } as const;
      expect(await move(id, 'numbered', more)).toEqual({ tag: 'stale' });
      expect(await store().paper(id)).toMatchObject({ state: 'signed', version: 1, serial: 0 });
      expect(await numbered(id, 2011)).toEqual({ tag: 'stored' });
      expect(await store().paper(id)).toMatchObject({ year: 2011, serial: 1 });
    });

    test('sixteen at once by two servers get sixteen numbers without a gap, each kind and year its own', async () => {
      const row = await filed();
      const ids = await Promise.all(Array.from({ length: 16 }, () => drafted(row.id, { state: 'signed' })));
      const other = await drafted(row.id, { state: 'signed', kind: 'notice' });
      const beside = await place().open();
      // Each is tried three times, one after the other: a try that fails must not use a number up.
      const tries = ids.flatMap(id => [
        numbered(id, 2012),
        numbered(id, 2012),
        numbered(id, 2012, 'pass', beside),
      ]);
      const all = await Promise.all(tries).finally(() => beside.close());
      expect(tally(all)).toEqual({ moved: 32, stored: 16 });
      await numbered(other, 2012, 'notice');
      const serials = await Promise.all(ids.map(async id => (await store().paper(id))?.serial ?? 0));
      expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
      expect(await store().paper(other)).toMatchObject({ year: 2012, serial: 1 });
      expect(await store().paperBySerial({ kind: 'pass', year: 2012, serial: 16 })).toMatchObject({
        year: 2012,
      });
      expect(await store().paperBySerial({ kind: 'pass', year: 2012, serial: 17 })).toBeNull();
      expect(await store().paperBySerial({ kind: 'pass', year: 0, serial: 0 })).toBeNull();
      await drafted(row.id);
    });

    test('stand in pages, newest first, narrowed by kind, state and department; and by their case', async () => {
      const department = `d${newId()}`;
      const row = await filed({ handler: department });
      const ids: string[] = [];
      for (const kind of ['pass', 'letter', 'pass', 'pass'] as const)
        ids.push(await drafted(row.id, { kind }));
      await move(ids[0] ?? '', 'checked');
      const ask = { kind: '', state: '', department, before: 'zzzz', limit: 3 } as const;
      const first = await store().papers(ask);
      expect(first.map(one => one.id)).toEqual(ids.toReversed().slice(0, 3));
      const rest = await store().papers({ ...ask, before: first.at(-1)?.id ?? '' });
      expect(rest.map(one => one.id)).toEqual([ids[0]]);
      expect((await store().papers({ ...ask, kind: 'letter' })).map(one => one.id)).toEqual([ids[1]]);
      expect((await store().papers({ ...ask, state: 'checked' })).map(one => one.id)).toEqual([ids[0]]);
      expect((await store().papersOf(row.id)).map(one => one.id)).toEqual(ids.toReversed());
      await expect((async () => store().papers({ ...ask, limit: 0 }))()).rejects.toThrow(RangeError);
    });

    test('letters that went out and were not answered, the longest waiting first', async () => {
      const department = `d${newId()}`;
      const row = await filed({ handler: department });
      const sent = async (followUp: string, answeredOn = '') => {
        const id = await drafted(row.id, { kind: 'letter', state: 'signed' });
        await numbered(id, 2013, 'letter');
        const more = { was: 'numbered', version: 2, kind: 'letter', set: { followUp, answeredOn } } as const;
        expect(await move(id, 'issued', more)).toEqual({ tag: 'stored' });
        return id;
      };
      const [late, later] = [await sent('2020-03-22'), await sent('2020-03-20')];
      await sent('2020-03-25');
      await sent('2020-03-20', '2020-03-19');
      const ask = { day: '2020-03-25', department, limit: 10 };
      expect((await store().unanswered(ask)).map(one => one.id)).toEqual([later, late]);
      expect(await store().unanswered({ ...ask, department: 'none' })).toEqual([]);
    });

    test('are emptied with their case; what was numbered keeps its line until its day, what was not goes', async () => {
      const row = await filed();
      const [draft, sealed] = [await drafted(row.id), await drafted(row.id, { state: 'signed' })];
      await numbered(sealed, 2014);
      const kept = { codeHash: 'h', keepUntil: '2021-03-25', code: new Uint8Array([9]) };
      await move(sealed, 'sealed', { was: 'numbered', version: 2, set: kept });
      const gone = { ...answer(row.id, 1), destroyKey: true as const, forget: 'all' as const };
      expect(await store().append(gone)).toEqual({ tag: 'stored' });
      const empty = { content: null, code: null, answer: null };
      expect(await store().paper(draft)).toMatchObject({ ...empty, state: 'void' });
      expect(await store().paper(sealed)).toMatchObject({
        ...empty,
        state: 'sealed',
        serial: 1,
        codeHash: 'h',
      });
      await store().sweep({ at: '2021-03-24T19:00:00.000Z' });
      expect(await store().paper(draft)).toBeNull();
      expect(await store().paper(sealed)).not.toBeNull();
      await store().sweep({ at: '2021-03-25T19:00:00.000Z' });
      expect(await store().paper(sealed)).toBeNull();
      expect(await store().stepsOf(sealed)).toEqual([]);
      expect((await store().events(row.id)).length).toBe(2);
    });
  });
};
