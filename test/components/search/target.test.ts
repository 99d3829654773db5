import { expect, test } from 'vitest';
import { clauseOf, excerptOf, targetOf } from '../../../src/components/search/target.ts';

const passage =
  '要发。患者、密切接触者在隔离治疗期间，企业应支付工作报酬。因政府采取紧急措施不能劳动的，也一样。';
const at = (word: string) => [passage.indexOf(word), passage.indexOf(word) + word.length] as const;
const hit = { url: '/faq/#faq-14', passage, marks: [at('隔离'), at('工作报酬'), at('劳动')] };

test('the clause with most of the marked words is the one to arrive at', () => {
  expect(clauseOf(hit)).toBe('患者、密切接触者在隔离治疗期间，企业应支付工作报酬');
  expect(clauseOf({ passage, marks: [] })).toBe('');
});

test('a browser that marks text fragments gets one, any other the anchor', () => {
  expect(targetOf(hit, true)).toBe(`/faq/#faq-14:~:text=${encodeURIComponent(clauseOf(hit))}`);
  expect(targetOf(hit, false)).toBe('/faq/#faq-14');
  expect(targetOf({ ...hit, url: '/policies/zone/x/', marks: [] }, true)).toBe('/policies/zone/x/');
});

test('signs that mean something in a text fragment are escaped', () => {
  const dash = { url: '/x/', passage: '电话0431-87019189', marks: [[0, 2] as const] };
  expect(targetOf(dash, true)).toBe(`/x/#:~:text=${encodeURIComponent('电话')}0431%2D87019189`);
});

test('an excerpt holds the first marks and keeps them in their place', () => {
  const long = `${'前面的话很多。'.repeat(20)}${passage}`;
  const shift = long.length - passage.length;
  const marks = hit.marks.map(([from, to]) => [from + shift, to + shift] as const);
  const shown = excerptOf({ passage: long, marks }, 60);
  expect(shown.text.length).toBeLessThanOrEqual(64);
  expect(shown.marks.map(([from, to]) => shown.text.slice(from, to))).toContain('隔离');
  expect(excerptOf(hit, 500)).toEqual({ text: passage, marks: hit.marks });
});
