import { describe, expect, it } from 'vitest';
import { dailyReturn } from '#src/forms/daily-return.ts';
import { isSealed } from '#src/forms/field.ts';
import { read } from '#src/forms/read.ts';
import { langs } from '#src/i18n/words.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, leavesOf, problemsOf, tables, today } from './sent.ts';
import { refusedAt, stands } from './standing.ts';

const { full, least } = samplesB['daily-return'];
const warningsOf = (sent: object) => {
  const reading = read(dailyReturn, sent, tables, today);
  return reading.tag === 'read' ? reading.warnings : expect.fail('refused');
};
const onceOf = (sent: object) => dailyReturn.once?.(answersOf(dailyReturn, sent));

stands(dailyReturn, samplesB['daily-return'], {
  needed: ['state', 'present', 'fever'],
  facts: [],
});

describe('daily-return', () => {
  it('takes the least that is needed; no day is today, unknown counts stay unknown', () => {
    expect(answersOf(dailyReturn, least)).toMatchObject({
      day: today,
      absent: null,
      maskDays: null,
      fever: 0,
    });
  });

  it('asks to choose “nothing unusual”, which is a value', () => {
    expect(refusedAt(dailyReturn, { ...least, state: '' })).toEqual(['/state']);
  });

  it('ASVS 2.2.3: asks what happened only where something did', () => {
    expect(refusedAt(dailyReturn, { ...full, problems: '' })).toEqual(['/problems']);
    expect(problemsOf(dailyReturn, { ...full, state: 'normal', problems: '' })).toEqual([]);
  });

  it.each([
    ['2020-03-12', ['/day']],
    ['2020-03-13', []],
    ['2020-03-20', []],
    ['2020-03-21', ['/day']],
  ])('takes today and the 7 days before: %s', (day, pointers) => {
    const problems = problemsOf(dailyReturn, { ...full, day });
    expect(problems.map(problem => problem.pointer)).toEqual(pointers);
    for (const { message } of problems) {
      expect(message['zh-Hans']).toMatch(/2020年3月(13|20)日/);
      expect(message.en).toMatch(/2020-03-(13|20)/);
    }
  });

  it('does not warn of a day gone by: that is what is asked', () => {
    expect(warningsOf({ ...full, fever: 0 })).toEqual([]);
  });

  it('takes a fever in, names disease control and the street of its area, and is urgent', () => {
    const [warning, ...more] = warningsOf(full);
    expect(more).toEqual([]);
    expect(warning?.pointer).toBe('/fever');
    for (const lang of langs) {
      expect(warning?.message[lang]).toContain(tables.phones.cdc);
      expect(warning?.message[lang]).toContain(tables.phones.duty);
      expect(warning?.message[lang]).toContain(tables.areas[0]?.officePhone);
    }
    const [west] = warningsOf(changed(full, 'enterprise.area', 'west'));
    expect(west?.message.en).toContain(tables.areas[1]?.officePhone);
    expect(dailyReturn.urgent?.(answersOf(dailyReturn, full))).toBe(true);
  });

  it('says so where nothing unusual was chosen beside a fever, and takes it in all the same', () => {
    const [warning] = warningsOf({ ...full, state: 'normal' });
    expect(warning?.message['zh-Hans']).toContain('您选了“无异常”');
    expect(warningsOf(full)[0]?.message['zh-Hans']).not.toContain('您选了“无异常”');
  });

  it('is neither urgent nor warned of without a fever', () => {
    expect(warningsOf(least)).toEqual([]);
    expect(dailyReturn.urgent?.(answersOf(dailyReturn, least))).toBe(false);
  });

  it('is one an enterprise and day, known by its code or else by its name', () => {
    expect(onceOf(full)).toBe('91350100M000100Y43 2020-03-19');
    expect(onceOf({ ...full, present: 1, fever: 0 })).toBe(onceOf(full));
    expect(onceOf(changed(full, 'enterprise.creditCode', ''))).toBe('示范口罩厂 2020-03-19');
    expect(onceOf(least)).toBe('示范口罩厂 2020-03-20');
    expect(onceOf({ ...full, day: '2020-03-18' })).not.toBe(onceOf(full));
  });

  it('asks for counts, never for names or phones of staff', () => {
    const open = leavesOf(dailyReturn.fields).filter(({ field }) => !isSealed(field));
    expect(open.filter(({ field }) => field.kind === 'number').map(({ path }) => path)).toEqual(
      'present fever quarantined returned maskDays absent'.split(' '),
    );
    const personal = leavesOf(dailyReturn.fields).filter(({ field }) => field.personal);
    expect(personal.map(({ path }) => path)).toEqual([
      'contact.name',
      'contact.phone',
      'contact.role',
      'contact.email',
    ]);
  });

  it('says until when it is due', () => {
    for (const lang of langs) expect(dailyReturn.title[lang]).toContain('17:00');
  });
});
