import { expect, test } from 'vitest';
import { chanceOf } from '#src/demo/chance.ts';
import { firmsOf } from '#src/demo/firms.ts';
import { type Planned, planOf } from '#src/demo/plan.ts';
import { dayAt, spanTo } from '#src/demo/wave.ts';
import { forms } from '#src/forms/index.ts';
import { type Day, dayOf, instant } from '#src/rules/day.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

// Ten cases an enterprise, as the command makes by itself.
const [count, cases] = [300, 3000];
const zone = readZone();
const tables = tablesOf(zone);
// A Friday: the last office day is the last day.
const span = spanTo(instant('2020-03-20', '17:30').getTime());

const planned = (seed: string, wanted = cases): readonly Planned[] => {
  const chance = chanceOf(seed);
  const firms = firmsOf(tables, [], { chance: chance.of('firms'), count, days: span.days });
  const scene = { forms, tables, calendar: zone.calendar, firms, span, chance: chance.of('plan') };
  return planOf(scene, wanted);
};
const story = planned('1');
const ofForm = (form: string, all = story) => all.filter(one => one.form.id === form);

type Told = { readonly enterprise: { readonly name: string }; readonly day?: Day; readonly reopening?: Day };
const told = ({ answers }: Planned): Told => answers as unknown as Told;
const returnsOf = (day: Day, all = story) => ofForm('daily-return', all).filter(one => told(one).day === day);
/** Enterprises that have filed and opened by a day. */
const openOn = (day: Day, all = story): readonly string[] =>
  ofForm('filing', all)
    .filter(one => (told(one).reopening ?? '9') <= day)
    .map(one => told(one).enterprise.name);

test('as many cases as were asked for, most of them needs, questions and filings, each form among them', () => {
  const needs = story.reduce(
    (sum, { form, answers }) => sum + (form.apart ? (answers[form.apart] as unknown[]).length : 1),
    0,
  );
  expect(needs).toBe(cases);
  expect(new Set(story.map(one => one.form.id)).size).toBe(forms.length);
  expect(ofForm('daily-return').length / cases).toBeLessThan(0.45);
  // Four in five have filed, each once.
  const filed = ofForm('filing').map(one => told(one).enterprise.name);
  expect(new Set(filed).size).toBe(filed.length);
  expect(filed.length / count).toBeCloseTo(0.8, 1);
});

test('on each of the last days nearly all who have opened report, once each, some late, some not at all', () => {
  const days = [1, 2, 3, 4].map(back => dayAt(span, span.days - 1 - back));
  for (const day of days) {
    const names = returnsOf(day).map(one => told(one).enterprise.name);
    const open = openOn(day);
    expect(open.length).toBeGreaterThan(count / 2);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter(name => !open.includes(name))).toEqual([]);
    expect(names.length / open.length).toBeGreaterThan(0.8);
    expect(names.length / open.length).toBeLessThan(1);
  }
  const all = days.flatMap(day => returnsOf(day).map(one => ({ day, at: one.at })));
  const late = all.filter(({ day, at }) => at > instant(day, '17:00').getTime());
  expect(late.length / all.length).toBeGreaterThan(0.03);
  expect(late.length / all.length).toBeLessThan(0.15);
});

test('of the day on which the story ends there is only what has come so far', () => {
  const today = dayOf(new Date(span.end));
  expect(returnsOf(today).length).toBeGreaterThan(0);
  for (const one of story) expect(one.at).toBeLessThan(span.end + 1000);
});

test('with fewer days to report on than returns were asked for the rest are questions', () => {
  const many = planned('1', 20_000);
  const first = openOn(dayAt(span, 20), many);
  expect(returnsOf(dayAt(span, 20), many).length / first.length).toBeGreaterThan(0.8);
  expect(ofForm('consultation', many).length).toBeGreaterThan(6 * ofForm('consultation').length);
}, 60_000);

test('the same seed plans the same, another seed something else', () => {
  const text = (all: readonly Planned[]) => JSON.stringify(all.map(one => [one.name, one.at, one.answers]));
  expect(text(planned('1'))).toBe(text(story));
  expect(text(planned('2'))).not.toBe(text(story));
});
