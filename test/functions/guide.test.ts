import { expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { samplesB } from '../forms/samples-b.ts';
import { newStaff } from '../staff.ts';
import { materials } from '../submissions.ts';
import { page } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';
import { bringIn, desk, firms, wang, withRoster, zhao } from './roster.ts';

withRoster();

const filed = async (area: string, creditCode = '', form = 'filing') => {
  const enterprise = { ...samplesB.filing.least.enterprise, name: `${area}厂`, area, creditCode };
  const tree = form === 'filing' ? { ...samplesB.filing.least, enterprise } : materials({ enterprise });
  const { number } = await receiptOf(await send(form, tree));
  const row = await desk.app.office.store.caseByNumber(number.replaceAll('-', ''));
  if (!row) throw new Error(number);
  const [event] = await desk.app.office.store.events(row.id);
  expect(await fault(desk.app.office, row)).toBeNull();
  return { row, guide: (JSON.parse(event?.data ?? '{}') as { guide?: string }).guide };
};

test('a filing has its guide from the moment it comes: the enterprise’s own, the area’s, or who stands in; no other form', async () => {
  const of = (login: string, name: string) =>
    newStaff(desk, { role: 'liaison', login, name, areas: ['east'] });
  await of('wang.qiang', '王强');
  await of('zhao.gang', '赵刚');
  expect((await filed('east')).row.officer).toBe('');
  await bringIn([
    { ...wang, 登录名: 'wang.qiang' },
    { ...zhao, 登录名: 'zhao.gang', 联系企业: firms[1] },
  ]);
  const { row, guide } = await filed('east');
  expect([row.officer, guide]).toEqual(['wang.qiang', 'wang.qiang']);
  expect((await filed('east', firms[1])).guide).toBe('zhao.gang');
  expect((await filed('east', '', 'materials')).row.officer).toBe('');
  await bringIn([
    { ...wang, 登录名: 'wang.qiang', 不在岗从: '2026-03-20', 不在岗到: '2026-03-21', 代班人: '赵刚' },
    { ...zhao, 登录名: 'zhao.gang', 联系企业: firms[1] },
  ]);
  expect((await filed('east')).guide).toBe('zhao.gang');
  const gang = await of('zhao.gang.2', '赵刚');
  expect(textOf(await page(gang, `/desk/cases/${row.number}/`))).toContain('王强');
});
