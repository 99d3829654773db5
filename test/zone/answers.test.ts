import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { longestAnswer } from '#src/cases/act.ts';
import { forms } from '#src/forms/index.ts';
import { answerFaults } from '#src/zone/faults.ts';
import { readZone } from '#src/zone/zone.ts';

const home = join(import.meta.dirname, '../..');
const ids = forms.map(form => form.id);
type Ready = ReturnType<typeof readZone>['answers'][number];
const answer: Ready = {
  id: 'masks',
  title: '口罩',
  forms: ['materials'],
  text: '见 {site}/guides/prepare/，找【部门】',
};

describe('ready answers', () => {
  const { answers } = readZone(home, ids);

  test.each(answers.map(({ id, text }) => [id, text] as const))(
    '%s is short enough to send, and every page it names is there',
    (_, text) => {
      expect(text.length).toBeLessThan(longestAnswer / 4);
      for (const [, room = '', slug = ''] of text.matchAll(/\{site\}\/(policies|guides)\/([^\s]*?)\/(?!\w)/g))
        expect([slug, existsSync(join(home, 'content', room, `${slug}.mdx`))]).toEqual([slug, true]);
    },
  );

  test.each<[string, Partial<Ready>, string]>([
    ['a form that there is not', { forms: ['mask'] }, '没有这张表单 mask'],
    ['a place that nothing fills', { text: '您好{name}' }, '{name} 不会换成别的'],
    ['a brace', { text: '您好{' }, '{ 不会换成别的'],
    ['a blank without an end', { text: '找【部门' }, '没有写完'],
    ['one blank in another', { text: '找【部门【哪个】' }, '没有写完'],
  ])('are refused with %s', (_, set, wrong) => {
    const [fault = '', ...others] = answerFaults([{ ...answer, ...set }], ids);
    expect(fault).toContain(wrong);
    expect(others).toEqual([]);
  });

  test('are refused with one id twice', () => {
    expect(answerFaults([answer], ids)).toEqual([]);
    expect(answerFaults([answer, { ...answer, forms: null }], ids)).toEqual([
      '  masks：这个 id 前面有过；换一个',
    ]);
  });
});
