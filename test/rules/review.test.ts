import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOf, instant, timeOf } from '#src/rules/day.ts';
import { decide } from '#src/rules/decide.ts';
import { rulesOf } from '#src/zone/handler.ts';
import { readZone } from '#src/zone/zone.ts';

/** The zone's own tables, as they are in force. */
const rules = rulesOf(readZone(join(import.meta.dirname, '../..')));
const filing = { form: 'filing', line: 'industry', creditCode: '' };
const on = (day: string, time: string, some: { key?: string; area?: string } = {}) =>
  decide(rules, { ...filing, key: 'false', area: 'east', ...some }, day, instant(day, time));
const told = (at: Date | undefined) => at && `${dayOf(at)} ${timeOf(at)}`;

describe('并联: a filing by the zone’s own tables', () => {
  // 2020-02-20, a Thursday, medium risk: an application; 2020-03-20, a Friday, low risk: only filed.
  test.each([
    ['2020-02-20', 'application'],
    ['2020-03-20', 'filed'],
  ])('on %s (%s) it goes to town and bureau and one of them answers', (day, mode) => {
    const below = on(day, '10:00');
    expect([below.mode, below.handler, below.alsoTo]).toEqual([mode, 'east-office', ['economy', 'health']]);
    const above = on(day, '10:00', { key: 'true', area: 'west' });
    expect([above.handler, above.alsoTo]).toEqual(['economy', ['west-office', 'health']]);
  });

  test.each([
    ['2020-02-20', '08:30', '2020-02-20 17:00'],
    ['2020-02-20', '16:00', '2020-02-20 17:00'],
    ['2020-02-20', '16:01', '2020-02-21 17:00'],
    ['2020-03-20', '16:00', '2020-03-20 17:00'],
    // A Friday after four: on Monday.
    ['2020-03-20', '16:01', '2020-03-23 17:00'],
    ['2020-03-21', '10:00', '2020-03-23 17:00'],
  ])('received %s %s it is reviewed by %s', (day, time, by) => {
    expect(told(on(day, time).reviewBy)).toBe(by);
  });

  test('what is reported every day is reviewed by nobody beside', () => {
    const { alsoTo, reviewBy } = decide(
      rules,
      { form: 'daily-return', key: '', area: 'east', line: 'industry', creditCode: '' },
      '2020-03-20',
      instant('2020-03-20', '10:00'),
    );
    expect([alsoTo, reviewBy]).toEqual([[], undefined]);
  });
});
