import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowOf, inOrder, wrapped } from '#src/components/guide/flow.ts';
import { misses, withChoices } from '#src/components/guide/views.ts';
import { type ProcessStep, processStep } from '#src/shelves/process.ts';

describe('what a passage is not for', () => {
  const chosen = { line: 'industry', size: '', risk: 'low' };
  test.each([
    ['everyone', {}, []],
    ['the reader', { line: 'industry construction', risk: 'low medium' }, []],
    ['another line', { line: 'construction' }, ['line']],
    ['other risk levels', { risk: 'medium high' }, ['risk']],
    ['neither', { line: 'commerce', risk: 'high' }, ['line', 'risk']],
    ['a size that was not asked for', { size: 'small' }, []],
  ])('%s', (_, limits, names) => expect(misses(limits, chosen)).toEqual(names));

  test.each([
    ['', { line: 'industry', risk: '' }, '?line=industry'],
    ['?asof=2020-04-08&line=commerce', { line: '', risk: 'low' }, '?asof=2020-04-08&risk=low'],
    ['?risk=low', { line: '', size: '', risk: '' }, ''],
  ])('the address %s with the choice %o is %s', (search, choice, address) =>
    expect(withChoices(search, choice)).toBe(address),
  );
});

const steps = processStep.array().parse(parse(readFileSync('content/guides/process.yaml', 'utf8')));
const arrows = (list: readonly ProcessStep[]) =>
  list.flatMap(({ id, next }) => next.map(({ to, when }) => `${id} → ${to} ${when ?? ''}`)).sort();

describe('the flowchart', () => {
  const flow = flowOf(steps);

  test('draws every step and every arrow of the list, and nothing else', () => {
    expect(flow.nodes.map(node => node.id).sort()).toEqual(steps.map(step => step.id).sort());
    const drawn = flow.edges.map(({ from, to, label }) => `${from} → ${to} ${label?.text ?? ''}`);
    expect(drawn.sort()).toEqual(arrows(steps));
    for (const { title, who, takes, id } of steps) {
      const words = flow.nodes.find(node => node.id === id)?.lines.map(line => line.text);
      expect(words?.join('')).toBe(title + who + (takes ?? ''));
    }
  });

  test('fits a phone of 390 px, and no box lies on another', () => {
    expect(flow.width).toBeLessThanOrEqual(358);
    for (const a of flow.nodes) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(flow.width);
      for (const b of flow.nodes) {
        const isApart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(a === b || isApart).toBe(true);
      }
    }
  });
});

test('the list keeps every step, each after those that lead to it', () => {
  const ordered = inOrder(steps);
  expect(arrows(ordered)).toEqual(arrows(steps));
  const at = (id: string) => ordered.findIndex(step => step.id === id);
  const back = ordered.flatMap(({ id, next }) =>
    next.filter(({ to }) => at(to) <= at(id)).map(({ to }) => `${id} → ${to}`),
  );
  expect(back).toEqual(['mend → review']);
  expect(at('report')).toBeLessThan(at('apply'));
});

test('a list of any shuffled file is the same list', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...steps], { minLength: steps.length }), shuffled => {
      expect(inOrder(shuffled)).toEqual(inOrder(steps));
    }),
  );
});

test.each([
  ['每天测温、消毒、报告', 8.5, ['每天测温、', '消毒、报告']],
  ['开工', 8.5, ['开工']],
])('%s in lines of %d', (text, most, lines) => expect(wrapped(text, most)).toEqual(lines));
