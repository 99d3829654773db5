import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deskCase } from '#src/cases/desk-case.ts';
import { openAnswers } from '#src/cases/review.ts';
import { change } from '#src/cases/rewrite.ts';
import { courseOf } from '#src/cases/track.ts';
import { standing } from '#src/http/standing.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => {
  bureau.desk.at(morning);
  Object.assign(bureau.office, { ruleDay: () => '2020-03-20' });
});
afterAll(() => bureau.desk.stop());

const street = of('east-office');
const { least } = samplesB.filing;
const enterprise = {
  name: '东区示范机械厂',
  creditCode: '91350100M000100Y43',
  area: 'east',
  line: 'industry',
};

/** A filing as it is received on a day of the tables; at the desk of its street. */
const filed = async (day = '2020-03-20', set: object = {}) => {
  Object.assign(bureau.office, { ruleDay: () => day });
  const row = await bureau.file('filing', { ...least, enterprise, ...set });
  return bureau.did(row.number, deeds.accept, of(row.handler));
};
const applied = () => filed('2020-03-01');
const partsOf = (id: string) => bureau.office.store.parts(id);
const says = (number: string, department: string, position: 'agree' | 'rectify' | 'object', text = '理由') =>
  bureau.did(number, { deed: 'assist-answer', position, text }, of(department));
const agreed = async (number: string) => {
  await says(number, 'economy', 'agree', '');
  return says(number, 'health', 'agree', '');
};
const told = async (number: string) => (await courseOf(bureau.office, await bureau.rowOf(number))).events;
const wait = (hours: number) => bureau.desk.pass(hours * 3_600_000);

describe('并联: one answer when every part has spoken', () => {
  test('the departments beside are asked at once, due the same day, before the lead', async () => {
    const now = await filed();
    const later = await applied();
    for (const row of [now, later]) {
      const parts = await partsOf(row.id);
      expect(parts.map(part => part.department)).toEqual(['economy', 'health']);
      for (const part of parts) expect(part.due < row.due && part.due > morning).toBe(true);
    }
    expect((await partsOf(later.id)).map(part => part.due)).toEqual(
      Array(2).fill('2026-03-18T09:00:00.000Z'),
    );
  });

  test('the lead waits for all; each part has its own position, reason and time', async () => {
    const { number, id } = await filed();
    for (const deed of [deeds.answer, deeds.clear, deeds.rectify])
      expect([deed.deed, await bureau.refused(number, deed, street)]).toEqual([deed.deed, 'parts-open']);
    await says(number, 'economy', 'agree', '');
    expect(await bureau.refused(number, deeds.clear, street)).toBe('parts-open');
    expect(await bureau.refused(number, deeds.clear, boss)).toBe('parts-open');
    await says(number, 'health', 'agree', '材料齐全');
    expect((await partsOf(id)).map(part => [part.position, part.officer, part.at])).toEqual([
      ['agree', 'economy-1', morning],
      ['agree', 'health-1', morning],
    ]);
    const desk = await deskCase(bureau.office, number, street);
    expect(desk?.events.findLast(event => event.kind === 'assist-answered')?.text).toBe('材料齐全');
    expect(await bureau.did(number, deeds.clear, street)).toMatchObject({ stage: 'answered', told: 1 });
    expect((await told(number)).filter(event => event.kind === 'cleared')).toHaveLength(1);
  });

  test('a reason is asked for whatever is no consent; 办不了 is no position of a review', async () => {
    const { number } = await filed();
    const answer = (position: 'rectify' | 'object' | 'cannot', text: string) =>
      bureau.refused(number, { deed: 'assist-answer', position, text }, of('health'));
    expect(await answer('rectify', '')).toBe('text-missing');
    expect(await answer('object', '')).toBe('text-missing');
    expect(await answer('cannot', '没有人')).toBe('position');
  });

  test('whose time has passed is not waited for, and the answer says who it was', async () => {
    const { number } = await filed();
    await says(number, 'economy', 'agree', '');
    wait(6.5);
    await bureau.did(number, deeds.clear, street);
    const desk = await deskCase(bureau.office, number, street);
    expect(desk?.events.at(-1)?.data).toMatchObject({ silent: ['health'], from: '2026-03-18' });
    // The enterprise reads one answer, and nothing of who did not speak.
    expect(JSON.stringify(await told(number))).not.toContain('health');
  });

  test('only a superior lets an enterprise open over an objection; asked again, the department may agree', async () => {
    const { number } = await filed();
    await says(number, 'economy', 'agree', '');
    await says(number, 'health', 'object', '没有隔离间');
    expect(await bureau.refused(number, deeds.clear, street)).toBe('review-objected');
    const asked = { ...deeds.assist, departments: ['health'], ask: '已经补了隔离间，请再看' };
    await bureau.did(number, asked, street);
    expect(await bureau.refused(number, deeds.clear, street)).toBe('parts-open');
    await says(number, 'health', 'agree', '');
    await bureau.did(number, deeds.clear, street);
    const other = await filed();
    await says(other.number, 'economy', 'rectify', '口罩只够一天');
    await says(other.number, 'health', 'agree', '');
    await bureau.did(other.number, deeds.clear, boss);
  });

  test('an answer that is corrected and goes elsewhere is reviewed by who is concerned then', async () => {
    const row = await bureau.file('filing', { ...least, enterprise });
    const form = bureau.office.forms.find(one => one.id === 'filing');
    if (!form) throw new Error('no form');
    const answers = { ...openAnswers(bureau.office, form, row), aboveThreshold: true };
    await change(bureau.office, row.number, form, answers, 'enterprise');
    expect((await bureau.rowOf(row.number)).handler).toBe('economy');
    const parts = await partsOf(row.id);
    expect(parts.filter(part => part.state === 'asked').map(part => part.department)).toEqual([
      'east-office',
      'health',
    ]);
  });

  test('what was held for a day is reviewed from its release', async () => {
    const { number, id } = await bureau.file('filing', { ...least, enterprise }, ['fast']);
    wait(26);
    await bureau.did(number, deeds.release, boss);
    for (const part of await partsOf(id)) expect(part.due >= bureau.office.now().toISOString()).toBe(true);
  });
});

describe('复工告知、限期整改、暂停', () => {
  test('the notice says from which day, and can be closed', async () => {
    const { number } = await applied();
    await agreed(number);
    for (const from of ['2026-03-17', '2026-04-18', '明天'])
      expect(await bureau.refused(number, { ...deeds.clear, from }, street)).toBe('clear-from');
    await bureau.did(number, { deed: 'clear', from: '2026-03-19', text: '欢迎复工' }, street);
    const course = await courseOf(bureau.office, await bureau.rowOf(number));
    expect(course.events.at(-1)?.text).toBe('2026年3月19日起可以开工，请继续落实防控措施。\n欢迎复工');
    expect(standing(course)).toBe('cleared');
    await bureau.did(number, deeds.close, street);
  });

  test.each([
    ['a filing', '2020-03-20', '整改期间可以继续开工。'],
    ['an application', '2020-03-01', '改好并收到复工告知以后再开工。'],
  ])('rectification of %s: all at once, with a date, and what stops is said', async (_, day, meanwhile) => {
    const { number } = await filed(day);
    await agreed(number);
    const wrong = (set: object) => bureau.refused(number, { ...deeds.rectify, ...set }, street);
    expect(await wrong({ items: [] })).toBe('missing');
    expect(await wrong({ until: '2026-03-17' })).toBe('rectify-until');
    expect(await bureau.refused(number, deeds.rectify, of('health'))).toBe('lead-or-superior');
    const row = await bureau.did(number, deeds.rectify, street);
    // Its clock goes on: it is due when it was to be mended.
    expect([row.stage, row.due, row.waitingSince]).toEqual(['doing', '2026-03-20T09:00:00.000Z', '']);
    const course = await courseOf(bureau.office, row);
    expect(course.events.at(-1)?.text).toBe(
      `1. 食堂没有分餐\n2. 没有隔离间\n请在2026年3月20日前改好，在这里补充说明。${meanwhile}`,
    );
    expect(standing(course)).toBe('rectifying');
    await bureau.did(number, { ...deeds.clear, from: '2026-03-20' }, street);
    expect(standing(await courseOf(bureau.office, await bureau.rowOf(number)))).toBe('cleared');
  });

  test('suspension: by a superior, of who is at work, on a ground that is on record, with a day', async () => {
    const waiting = await applied();
    await agreed(waiting.number);
    expect(await bureau.refused(waiting.number, deeds.suspend, boss)).toBe('not-at-work');
    const { number } = await filed();
    await agreed(number);
    expect(await bureau.refused(number, deeds.suspend, street)).toBe('superior');
    expect(await bureau.refused(number, deeds.suspend, boss)).toBe('suspend-ground');
    await bureau.did(number, deeds.rectify, street);
    expect(await bureau.refused(number, { ...deeds.suspend, reason: '' }, boss)).toBe('reason-missing');
    expect(await bureau.refused(number, { ...deeds.suspend, until: '' }, boss)).toBe('suspend-until');
    const row = await bureau.did(number, deeds.suspend, boss);
    expect([row.stage, row.due]).toEqual(['doing', '2026-03-20T09:00:00.000Z']);
    const course = await courseOf(bureau.office, row);
    expect(course.events.at(-1)?.text).toContain('检查发现没有测温\n我们在2026年3月20日前复查');
    expect(standing(course)).toBe('suspended');
    expect(await bureau.refused(number, deeds.suspend, boss)).toBe('not-at-work');
    await bureau.did(number, deeds.clear, street);
  });

  test('none of it is for another kind of matter', async () => {
    const { number } = await bureau.supplies();
    for (const deed of [deeds.clear, deeds.rectify, deeds.suspend, deeds.inspect])
      expect(await bureau.refused(number, deed, boss)).toBe('not-review');
  });

  test('what was closed is taken up again by a rectification', async () => {
    const { number } = await filed();
    await agreed(number);
    await bureau.did(number, deeds.clear, street);
    await bureau.did(number, deeds.close, street);
    expect(await bureau.did(number, deeds.rectify, street)).toMatchObject({ stage: 'doing', reopened: 1 });
  });
});

describe('抽查在开工之后', () => {
  test('makes a check due, in the plan of visits, and the enterprise reads nothing of it', async () => {
    const waiting = await applied();
    expect(await bureau.refused(waiting.number, deeds.inspect, street)).toBe('not-at-work');
    const { number, id } = await filed();
    expect(await bureau.refused(number, { ...deeds.inspect, department: 'nobody' }, street)).toBe(
      'department',
    );
    expect(await bureau.refused(number, { ...deeds.inspect, due: '2026-03-17' }, street)).toBe('check-due');
    await bureau.did(number, deeds.inspect, street);
    expect(await bureau.office.store.visitsOfCase(id)).toMatchObject([
      {
        caseId: id,
        purpose: 'check',
        enterprise: enterprise.name,
        department: 'health',
        due: '2026-03-25T15:59:00.000Z',
        state: 'planned',
      },
    ]);
    expect(JSON.stringify(await told(number))).not.toContain('check');
  });
});
