import { expect } from 'vitest';
import type { EntryRow, ReturnRow, SpanRow } from '#src/firms/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { at, receipt } from './samples.ts';

export const everyone = { areas: '', codes: '', department: '' };
export const anything = { area: '', line: '', ranks: '', said: '', firms: '' } as const;
/** A day that no other test of this file speaks of. */
let lastDay = 0;
export const newDay = () => new Date(Date.UTC(2020, 0, 1 + lastDay++)).toISOString().slice(0, 10);
export const owing = (day: string) => ({ day, lines: ',machinery,', deadline: `${day}T09:00:00.000Z` });
export const soonest = (day: string) => ({
  fromDay: day,
  toDay: new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10),
});

/** Filings and daily returns that are sent to a store and kept as enterprises, their days and what they said. */
export const firmsIn = (store: () => Store) => {
  const filed = async (set: Partial<EntryRow> = {}, handler = 'supply') => {
    const sent = receipt({ case: { form: 'filing', handler } });
    await store().receive(sent);
    const { id: caseId } = sent.case;
    const entry: EntryRow = {
      id: caseId,
      caseId,
      firm: `firm-${caseId}`,
      name: `厂${caseId.slice(-6)}`,
      creditCode: '91320594MA1ABCDE0X',
      area: 'lakeside',
      line: 'machinery',
      total: 100,
      staff: 60,
      locals: 50,
      letters: 40,
      above: 'no',
      stand: 'open',
      filedAt: at,
      turns: '[]',
      ...set,
    };
    return { sent, caseId, entry };
  };
  const spanOf = ({ firm, id }: EntryRow, days: Pick<SpanRow, 'fromDay' | 'toDay'>): SpanRow => ({
    id: `${firm} ${days.fromDay}`,
    firm,
    entryId: id,
    ...days,
  });
  const keep = async (entry: EntryRow, days: Pick<SpanRow, 'fromDay' | 'toDay'>, head = 1) =>
    store().keepFirms({
      seq: await store().firmSeq(),
      cases: [{ caseId: entry.caseId, head }],
      entries: [entry],
      returns: [],
      firms: [{ firm: entry.firm, spans: [spanOf(entry, days)] }],
    });
  /** An enterprise that is at work on one day. */
  const opened = async (day: string, set: Partial<EntryRow> = {}, handler = 'supply') => {
    const made = await filed(set, handler);
    expect(await keep(made.entry, soonest(day))).toBe(true);
    return made;
  };
  const said = async (day: string, set: Partial<ReturnRow> = {}) => {
    const sent = receipt({ case: { form: 'daily-return' } });
    await store().receive(sent);
    const row: ReturnRow = {
      caseId: sent.case.id,
      firm: sent.case.id,
      name: '某厂',
      creditCode: '',
      area: 'lakeside',
      line: 'machinery',
      day,
      filedAt: `${day}T08:00:00.000Z`,
      stand: 'filed',
      state: 'normal',
      present: 10,
      absent: null,
      fever: 0,
      quarantined: null,
      returned: 1,
      maskTenths: 25,
      ...set,
    };
    const command = { cases: [{ caseId: row.caseId, head: 1 }], entries: [], returns: [row], firms: [] };
    expect(await store().keepFirms({ seq: await store().firmSeq(), ...command })).toBe(true);
    return row;
  };
  const due = async (day: string, more: object = {}) =>
    (await store().duePage({ ...owing(day), ...everyone, ...anything, after: null, limit: 100, ...more }))
      .rows;
  return { filed, spanOf, keep, opened, said, due };
};
