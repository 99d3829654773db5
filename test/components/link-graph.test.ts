import { expect, test } from 'vitest';
import { addressesIn, citingIn, graphOf, type Link, relatedTo } from '#src/components/link-graph.ts';

const policy: Link = { kind: 'policies', href: '/policies/national/a/', name: '甲' };
const phone: Link = { kind: 'hotlines', href: '/hotlines/#12366', name: '税费' };
const section = (id: string): Link => ({ kind: 'guides', href: `/guides/entry/#${id}`, name: '入口：测温' });

test('words and passages say what they name', () => {
  expect(
    addressesIn(
      '打[12366](/hotlines/#12366)，看[甲](/policies/national/a/?asof=2020-03-01)或[外](https://x.cn/)',
    ),
  ).toEqual(['/hotlines/#12366', '/policies/national/a/']);
  expect(
    citingIn('<Fact id="e-1" sources="G4 S0" risk="all">测温</Fact><Fact sources="G4">无</Fact>'),
  ).toEqual([{ id: 'e-1', sources: ['G4', 'S0'] }]);
});

test('what names and what is named know each other, once each, the first passage of a heading', () => {
  const namings = [
    { from: policy, names: ['/hotlines/#12366', '/hotlines/#12366', '/policies/national/a/', '/gone/'] },
    { from: section('e-1'), names: ['/policies/national/a/'] },
    { from: section('e-2'), names: ['/policies/national/a/'] },
    { from: phone, names: [] },
  ];
  const graph = graphOf(
    namings.map(({ from }) => from),
    namings,
  );
  expect(relatedTo(graph, policy.href)).toMatchObject({
    hotlines: [phone],
    guides: [section('e-1')],
    policies: [],
  });
  expect(relatedTo(graph, phone.href).policies).toEqual([policy]);
  expect(relatedTo(graph, '/nothing/').faq).toEqual([]);
});
