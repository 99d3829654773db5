import { vacancyRules as rules } from '#src/i18n/desk-vacancies.ts';
import { say, type Words, w } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';
import type { Known } from '#src/rules/redact.ts';
import { faultsIn, tidied, type VacancyTyped } from '#src/vacancies/position.ts';
import type { VacancyEventKind, VacancyRow } from '#src/vacancies/store.ts';

/** What is done to a position. */
export type VacancyAct =
  /** Published as typed, or changed while it is public. */
  | { readonly act: 'publish'; readonly typed: VacancyTyped }
  | { readonly act: 'leave-out' }
  /** How many were found in all. */
  | { readonly act: 'fill'; readonly filled: number }
  | { readonly act: 'withdraw' };

/** When it is done, and who sent the case as it stands then. */
export type Circumstances = {
  readonly at: string;
  readonly today: Day;
  readonly known: Known;
  readonly enterprise: string;
  readonly area: string;
};

/** What happens to a vacancy, and what it changes. */
export type Change = {
  readonly kind: VacancyEventKind;
  readonly heads: number;
  readonly data: object;
  readonly set: Partial<VacancyRow>;
};

/** An act as a change, or what is wrong with it by the names of the fields. */
export type Planned = Change | { readonly wrong: Readonly<Record<string, Words>> };

/** Whether anybody may read of a vacancy on a day: published, not ended, and not over. */
export const isPublic = ({ state, until }: Pick<VacancyRow, 'state' | 'until'>, today: Day): boolean =>
  state === 'open' && until >= today;

const published = (row: VacancyRow, typed: VacancyTyped, now: Circumstances): Planned => {
  const clean = tidied(typed);
  // What ended begins anew: the enterprise says how many are wanted now.
  const filled = row.state === 'open' ? row.filled : 0;
  const few = clean.headcount < filled ? { headcount: rules.headcount } : {};
  const wrong = { ...faultsIn(row.kind, clean, now.known, now.today), ...few };
  if (Object.keys(wrong).length > 0) return { wrong };
  const { until, headcount } = clean;
  const isFull = filled === headcount;
  const set = {
    ...clean,
    filled,
    enterprise: now.enterprise,
    area: now.area,
    ...(isFull ? ({ state: 'ended', ended: 'filled' } as const) : ({ state: 'open', ended: '' } as const)),
  };
  const data = { until, headcount };
  if (isPublic(row, now.today)) return { kind: 'changed', heads: 0, data, set };
  return { kind: 'published', heads: 0, data, set: { ...set, publishedAt: now.at } };
};

const found = (row: VacancyRow, filled: number): Planned => {
  const { headcount } = row;
  const all = { all: headcount };
  const rule = w(say(rules.filled, 'zh-Hans', all), say(rules.filled, 'en', all));
  if (!Number.isInteger(filled) || filled < 0 || filled > headcount) return { wrong: { filled: rule } };
  const end = filled === headcount ? ({ state: 'ended', ended: 'filled' } as const) : {};
  return { kind: 'filled', heads: filled - row.filled, data: { filled }, set: { filled, ...end } };
};

/** What an act makes of a vacancy, or the rules that it breaks. */
export const planOf = (row: VacancyRow, act: VacancyAct, now: Circumstances): Planned => {
  if (act.act === 'publish') return published(row, act.typed, now);
  const isOpen = row.state === 'open';
  if (act.act === 'leave-out') {
    // Nothing was published: the enterprise's own words stay sealed in its case.
    const set = { state: 'ended', ended: 'left-out', title: '', skills: '' } as const;
    return isOpen ? { wrong: { act: rules.ended } } : { kind: 'left-out', heads: 0, data: {}, set };
  }
  if (!isOpen) return { wrong: { act: rules.ended } };
  if (act.act === 'fill') return found(row, act.filled);
  const data = { why: 'withdrawn' };
  return { kind: 'ended', heads: 0, data, set: { state: 'ended', ended: 'withdrawn' } };
};

/** Whether a vacancy stands as an act would leave it: then the same press came before. */
export const isDone = (row: VacancyRow, act: VacancyAct): boolean => {
  switch (act.act) {
    case 'publish': {
      const typed = tidied(act.typed);
      return (
        row.state === 'open' &&
        (Object.keys(typed) as (keyof VacancyTyped)[]).every(name => typed[name] === row[name])
      );
    }
    case 'leave-out':
      return row.ended === 'left-out';
    case 'fill':
      return row.filled === act.filled && row.ended !== 'withdrawn';
    case 'withdraw':
      return row.ended === 'withdrawn';
  }
};
