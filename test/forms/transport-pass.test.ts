import { describe, expect, it } from 'vitest';
import { options, routingKey } from '#src/forms/field.ts';
import { langs } from '#src/i18n/words.ts';
import { samples } from './samples.ts';
import { answersOf, leavesOf, problemsOf, tables } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('transport-pass');
const { full } = samples['transport-pass'];

stands(form, samples['transport-pass'], {
  needed: ['plate', 'driver', 'driverPhone', 'from', 'to', 'goods', 'start', 'end'],
  facts: [],
  kept: ['plate', 'trailer'],
});

describe('transport-pass', () => {
  it.each([
    ['plate', 'A12345', '开头'],
    ['plate', '吉A1234', '现在是6位'],
    ['plate', '吉A1234O', '第7位的“O”'],
    ['plate', '吉A123456', '新能源'],
    ['plate', '吉A1234挂', '挂车号'],
    ['trailer', '吉A12345', '最后一位是“挂”'],
    ['trailer', '挂车', '开头'],
  ])('refuses %s %s and says what to write', (path, typed, part) => {
    const [problem, ...others] = problemsOf(form, { ...full, [path]: typed });
    expect(others).toEqual([]);
    expect(problem?.pointer).toBe(`/${path}`);
    expect(problem?.message['zh-Hans']).toContain(part);
    for (const lang of langs) expect(problem?.message[lang].trim()).toBeTruthy();
  });

  it.each(['吉A12345', '吉a·12345', '吉AD12345', '粤Z1234港'])('takes the plate %s', typed => {
    expect(problemsOf(form, { ...full, plate: typed })).toEqual([]);
  });

  it('wants the last day to be no earlier than the first', () => {
    expect(refusedAt(form, { ...full, start: '2020-03-25', end: '2020-03-24' })).toEqual(['/end']);
    expect(refusedAt(form, { ...full, start: '2020-03-25', end: '2020-03-25' })).toEqual([]);
  });

  it('knows all provinces, Hong Kong, Macao and Taiwan among them', () => {
    const field = leavesOf(form.fields).find(({ path }) => path === 'provinces')?.field;
    const codes = field?.kind === 'choices' ? options(field, tables).map(({ code }) => code) : [];
    expect(new Set(codes).size).toBe(34);
    expect(codes).toEqual(expect.arrayContaining(['shanxi', 'shaanxi', 'hong-kong', 'macao', 'taiwan']));
  });

  it('says who issues a pass across provinces', () => {
    expect(form.lead['zh-Hans']).toContain('跨省应急通行证由省级交通部门发放，本区只受理转报或出具证明');
  });

  it('asks whether the driver agrees to be named', () => {
    const { consent } = form.fields;
    expect(consent?.kind === 'consent' && consent.statement['zh-Hans']).toContain('驾驶员知道并同意');
  });

  it('goes to one department', () => {
    expect(routingKey(form, answersOf(form, full))).toBe('');
  });
});
