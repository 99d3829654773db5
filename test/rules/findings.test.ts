import { describe, expect, test } from 'vitest';
import {
  daysBetweenMeetings,
  type FindingRule,
  type FindingRules,
  findingClashes,
  findingsDue,
  meetingBefore,
  meetingFrom,
  meetingOn,
} from '#src/rules/findings.ts';

const row = (set: Partial<FindingRule> = {}): FindingRule => ({
  from: '2020-02-01',
  to: null,
  departments: ['economy', 'market'],
  days: 'every',
  deadline: '17:30',
  source: 's',
  ...set,
});
const meeting = { from: '2020-02-01', to: null, days: 'office', time: '18:00', source: 's' } as const;
const rules = (...returns: readonly FindingRule[]): FindingRules => ({ returns, meetings: [meeting] });
/** No table of the year: Monday to Friday, and one Saturday on duty. */
const calendar = { years: {}, duty: ['2020-02-15'] };

describe('who reports on a day', () => {
  test('each row has its own departments and hour; weekends only where the row says so', () => {
    const table = rules(row(), row({ departments: ['labour'], days: 'office', deadline: '17:00' }));
    const due = (day: string) => findingsDue(table, calendar, day).map(one => one.department);
    expect(due('2020-02-21')).toEqual(['economy', 'market', 'labour']);
    expect(due('2020-02-22')).toEqual(['economy', 'market']);
    expect(due('2020-02-15')).toEqual(['economy', 'market', 'labour']);
    expect(due('2020-01-31')).toEqual([]);
    expect(findingsDue(table, calendar, '2020-02-21').map(one => one.deadline)).toEqual([
      new Date('2020-02-21T09:30:00Z'),
      new Date('2020-02-21T09:30:00Z'),
      new Date('2020-02-21T09:00:00Z'),
    ]);
  });

  test('one department in two rows of one day is found, one row after another is in order', () => {
    expect(findingClashes([row({ to: '2020-02-10' }), row({ from: '2020-02-11' })])).toEqual([]);
    expect(findingClashes([row(), row({ departments: ['labour'] })])).toEqual([]);
    expect(findingClashes([row(), row({ departments: ['labour'] }), row({ from: '2020-03-01' })])).toEqual([
      { rows: [1, 3], department: 'economy', day: '2020-03-01' },
    ]);
  });
});

describe('the meeting', () => {
  test('is held on office days at its hour, and looked for back and ahead', () => {
    expect(meetingOn(rules(), calendar, '2020-02-21')).toEqual(new Date('2020-02-21T10:00:00Z'));
    expect(meetingOn(rules(), calendar, '2020-02-22')).toBeNull();
    expect(meetingBefore(rules(), calendar, '2020-02-24')?.day).toBe('2020-02-21');
    expect(meetingBefore(rules(), calendar, '2020-02-03')).toBeNull();
    expect(meetingFrom(rules(), calendar, '2020-02-22')).toBe('2020-02-24');
    expect(meetingFrom(rules(), calendar, '2020-02-24')).toBe('2020-02-24');
    expect(meetingFrom({ returns: [], meetings: [] }, calendar, '2020-02-22')).toBe('2020-02-22');
  });

  test('speaks of the reports that came due since the last one: on Monday of a weekend too', () => {
    const between = (day: string, deadline: string) => {
      const table = rules(row({ deadline }));
      const after = meetingBefore(table, calendar, day)?.at ?? new Date(0);
      const until = meetingOn(table, calendar, day) ?? new Date(0);
      return daysBetweenMeetings(table, calendar, { after, until });
    };
    expect(between('2020-02-21', '17:30')).toEqual(['2020-02-21']);
    expect(between('2020-02-24', '17:30')).toEqual(['2020-02-22', '2020-02-23', '2020-02-24']);
    // What is due after the meeting belongs to the next one, at the meeting's minute to this one.
    expect(between('2020-02-24', '18:01')).toEqual(['2020-02-21', '2020-02-22', '2020-02-23']);
    expect(between('2020-02-24', '18:00')).toEqual(['2020-02-22', '2020-02-23', '2020-02-24']);
  });
});
