import { expect, test } from 'vitest';
import { findingFaults, findingsFile } from '#src/zone/findings.ts';
import { readZone } from '#src/zone/zone.ts';

const zone = readZone();
const row = {
  from: '2020-01-20',
  to: null,
  departments: ['economy', 'market'],
  days: 'every',
  deadline: '17:30',
  source: '示例',
};
const meeting = { from: '2020-01-20', to: null, days: 'office', time: '18:00', source: '示例' };
const faults = (returns: readonly object[], meetings: readonly object[] = []): readonly string[] =>
  findingFaults(zone.departments, findingsFile.parse({ returns, meetings }));

test('the zone’s own table is in order, and somebody reports', () => {
  expect(zone.findings.returns.flatMap(one => one.departments)).toContain('economy');
  expect(zone.findings.meetings.length).toBeGreaterThan(0);
});

test.each([
  [{ departments: ['nobody'] }, 'returns 第2行：没有这个部门 nobody'],
  [{ departments: ['tax', 'tax'] }, 'returns 第2行：tax 写了两次'],
  [{ departments: ['tax'], to: '2020-01-19' }, 'returns 第2行：to（2020-01-19）比 from'],
  [{ departments: ['market', 'tax'] }, 'returns 第1、2行：从2020-01-20起都写了 market'],
])('%j: told with its line', (set, said) => {
  expect(faults([row, { ...row, ...set }])).toEqual([expect.stringContaining(said)]);
});

test('one meeting a day; one row after another is in order', () => {
  expect(faults([row], [meeting, meeting])).toEqual([expect.stringContaining('meetings 第2行')]);
  expect(
    faults(
      [row],
      [
        { ...meeting, to: '2020-02-29' },
        { ...meeting, from: '2020-03-01' },
      ],
    ),
  ).toEqual([]);
});

test.each([{ deadline: '25:00' }, { days: 'sometimes' }, { departments: [] }])('%j is refused', set => {
  expect(findingsFile.safeParse({ returns: [{ ...row, ...set }], meetings: [] }).success).toBe(false);
});
