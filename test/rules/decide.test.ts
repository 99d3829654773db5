import { describe, expect, it } from 'vitest';
import { w } from '#src/i18n/words.ts';
import { instant } from '#src/rules/day.ts';
import { decide, type Question, type Rules } from '#src/rules/decide.ts';
import type { ModeRow } from '#src/rules/modes.ts';
import type { Route } from '#src/rules/routing.ts';

const route = (some: Partial<Route>): Route => ({
  form: 'filing',
  from: '2020-01-20',
  to: null,
  keys: null,
  lines: null,
  areas: null,
  keyEnterprise: null,
  handler: 'area-office',
  alsoTo: ['economy', 'area-office', 'health', 'health'],
  reason: w('不到3亿元', 'Below'),
  ...some,
});
const mode = (some: Partial<ModeRow>): ModeRow => ({
  form: 'filing',
  from: '2020-01-20',
  to: null,
  risk: null,
  mode: 'application',
  reason: w('要核查', 'Checked'),
  answer: { workingDays: 2, complexDays: null },
  ...some,
});
const rules: Rules = {
  routing: [
    route({ keyEnterprise: true, handler: 'economy', reason: w('重点', 'Key') }),
    route({ keys: ['true'], handler: 'economy', alsoTo: ['area-office'], reason: w('3亿元及以上', 'Above') }),
    route({}),
  ],
  modes: [
    mode({ to: '2020-04-30', risk: ['medium', 'high', 'unknown'] }),
    mode({ to: '2020-04-30', risk: ['low'], mode: 'filed', answer: { sameDayBy: '16:00' } }),
    mode({ from: '2020-05-01', mode: 'closed', answer: null, reason: w('不用再报', 'No longer') }),
  ],
  keyEnterprises: [{ creditCode: 'KEY', from: '2020-02-01', to: '2020-02-29' }],
  offices: { east: 'east-office', west: 'west-office' },
  risk: [
    { from: '2020-02-17', level: 'medium' },
    { from: '2020-03-04', level: 'low' },
  ],
  calendar: { years: {}, duty: [] },
  hours: { to: '17:00' },
};
const question: Question = { form: 'filing', key: 'false', area: 'east', line: 'industry', creditCode: '' };
const on = (day: string, some: Partial<Question> = {}, time = '10:00') =>
  decide(rules, { ...question, ...some }, day, instant(day, time));

describe('decide', () => {
  it('says who, with whom, why and by when, and keeps the rows that say so', () => {
    expect(on('2020-02-20')).toEqual({
      day: '2020-02-20',
      mode: 'application',
      handler: 'east-office',
      alsoTo: ['economy', 'health'],
      reason: w('不到3亿元', 'Below'),
      due: instant('2020-02-24', '17:00'),
      trace: {
        risk: 'medium',
        mode: {
          from: '2020-01-20',
          to: '2020-04-30',
          risk: ['medium', 'high', 'unknown'],
          reason: w('要核查', 'Checked'),
          answer: { workingDays: 2, complexDays: null },
        },
        row: {
          from: '2020-01-20',
          to: null,
          keys: null,
          lines: null,
          areas: null,
          keyEnterprise: null,
          handler: 'area-office',
        },
        facts: { key: 'false', area: 'east', line: 'industry', keyEnterprise: false },
      },
    });
  });

  it('sends it to the office of the enterprise’s area', () => {
    expect(on('2020-02-20', { area: 'west' }).handler).toBe('west-office');
    expect(on('2020-02-20', { area: 'west', key: 'true' })).toMatchObject({
      handler: 'economy',
      alsoTo: ['west-office'],
    });
  });

  it('sends a key enterprise to the bureau while it is on the list', () => {
    expect(on('2020-02-20', { creditCode: 'KEY' }).handler).toBe('economy');
    expect(on('2020-03-01', { creditCode: 'KEY' }).handler).toBe('east-office');
  });

  it('changes with the risk level: from then on it is filed, the same day, with nobody beside', () => {
    const { mode: given, alsoTo, due, trace } = on('2020-03-04');
    expect([given, alsoTo, due, trace.risk]).toEqual(['filed', [], instant('2020-03-04', '17:00'), 'low']);
    expect(on('2020-03-04', {}, '16:01').due).toEqual(instant('2020-03-05', '17:00'));
    expect(on('2020-02-01').trace.risk).toBe('unknown');
  });

  it('counts from the real clock by the tables of another day', () => {
    const { day, due } = decide(rules, question, '2020-02-20', instant('2026-03-18', '10:00'));
    expect([day, due]).toEqual(['2020-02-20', instant('2026-03-20', '17:00')]);
  });

  it('goes by the last open rule about a case that came before the form was closed', () => {
    const { mode: given, due } = on('2020-05-06');
    expect([given, due]).toEqual(['filed', instant('2020-05-06', '17:00')]);
    const level = { ...rules, risk: [{ from: '2020-02-17', level: 'high' as const }] };
    expect(decide(level, question, '2020-05-06', instant('2020-05-06', '10:00')).mode).toBe('application');
    const always = { ...rules, modes: [mode({ mode: 'closed', answer: null })] };
    expect(() => decide(always, question, '2020-02-20', new Date(0))).toThrow(/modes\.yaml.*never open/);
  });
});
