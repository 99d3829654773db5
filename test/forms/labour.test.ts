import { describe, expect, it } from 'vitest';
import { rows } from '#src/forms/columns.ts';
import { routingKey } from '#src/forms/field.ts';
import { langs } from '#src/i18n/words.ts';
import { samples } from './samples.ts';
import { answersOf, changed, problemsOf, tables } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('labour');
const { full, least } = samples.labour;
const [position] = full.positions;
const onlyLending = { ...changed(least, 'positions', undefined), want: ['lend'], lendSkills: '会开叉车' };

stands(form, samples.labour, {
  needed: ['want', 'positions', 'positions.0.title'],
  facts: ['positions.title'],
});

describe('labour', () => {
  it.each([
    ['positions.0.title', '女文员', '性别'],
    ['positions.0.skills', '18-45岁', '年龄'],
    ['positions.0.skills', '本市户籍', '籍贯'],
    ['lendSkills', '男工，会开叉车', '性别'],
  ])('refuses a restriction in %s, “%s”, and says by which law', (path, text, by) => {
    const [problem, ...others] = problemsOf(form, changed(full, path, text));
    expect(others).toEqual([]);
    expect(problem?.pointer).toBe(`/${path.replaceAll('.', '/')}`);
    expect(problem?.message['zh-Hans']).toContain(`对${by}的限制`);
    for (const lang of langs)
      expect(problem?.message[lang]).toMatch(/就业促进法第26条|Employment Promotion Law/);
  });

  it.each(['男装裁剪工', '妇女儿童用品销售', '照护3-6岁儿童', '年满18周岁', '出差湖北'])('takes %s', text => {
    expect(problemsOf(form, changed(full, 'positions.0.title', text))).toEqual([]);
    expect(problemsOf(form, changed(full, 'lendSkills', text))).toEqual([]);
  });

  it('does not read the note, which is not published', () => {
    expect(problemsOf(form, { ...full, note: '女工宿舍还没修好，40岁的王师傅知道' })).toEqual([]);
  });

  it('wants the higher pay to be no lower than the lower one', () => {
    const paid = (payFrom: unknown, payTo: unknown) =>
      refusedAt(form, { ...full, positions: [position, { ...position, payFrom, payTo }] });
    expect(paid(8000, 5000)).toEqual(['/positions/1/payTo']);
    for (const [from, to] of [
      [5000, 5000],
      [5000, 8000],
      ['', 5000],
      [5000, ''],
      ['', ''],
    ]) {
      expect(paid(from, to)).toEqual([]);
    }
  });

  it('takes staff to lend without a position, and then asks what they can do', () => {
    expect(problemsOf(form, onlyLending)).toEqual([]);
    expect(problemsOf(form, { ...onlyLending, positions: [{ title: '', skills: '' }] })).toEqual([]);
    expect(refusedAt(form, changed(onlyLending, 'lendSkills', undefined))).toEqual(['/lendSkills']);
  });

  it('wants a position where people are to be hired, and no skills to lend where none are', () => {
    expect(refusedAt(form, { ...least, positions: [] })).toEqual(['/positions']);
    expect(refusedAt(form, { ...least, want: ['hire', 'lend'] })).toEqual(['/lendSkills']);
  });

  it('exports one row where staff are only lent', () => {
    const exported = rows(form, answersOf(form, onlyLending), tables, 'zh-Hans');
    expect(exported).toHaveLength(1);
    expect(exported[0]?.[form.columns.indexOf('lendSkills')]).toBe('会开叉车');
    expect(exported[0]?.[form.columns.indexOf('positions.title')]).toBe('');
  });

  it('publishes only what the enterprise allows', () => {
    expect(answersOf(form, least)).toMatchObject({ publish: false });
    expect(form.columns).toContain('publish');
  });

  it('goes to one department', () => {
    expect(routingKey(form, answersOf(form, full))).toBe('');
  });
});
