import { expect } from 'vitest';
import { plan, record } from '#src/cases/visits.ts';
import { dayOf } from '#src/rules/day.ts';
import type { Desk } from '../office.ts';

/** Plans a check of a case's site, and writes down that all is well, with a note. */
export const checked = async ({ app }: Desk, number: string, note: string): Promise<void> => {
  const { office, front } = app;
  const row = await office.store.caseByNumber(number);
  const { id: caseId = '', enterprise = '', creditCode = '' } = row ?? {};
  const place = { area: 'east', department: 'health', officer: '', due: dayOf(office.now()) };
  const made = { key: number, by: 'boss', items: front.siteCheck.map(item => item.id) };
  const planned = await plan(office, { ...place, caseId, enterprise, creditCode, purpose: 'check' }, made);
  if (planned.tag !== 'planned') throw new Error(JSON.stringify(planned));
  const results = Object.fromEntries(made.items.map(item => [item, 'ok']));
  const done = await record(
    office,
    planned.visit.id,
    { at: office.now().toISOString(), results, note },
    made,
  );
  expect(done).toMatchObject({ tag: 'recorded', visit: { caseId } });
};
