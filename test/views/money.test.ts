import { expect, test } from 'vitest';
import { moneyIn, moneyTyped, yuanIn } from '#src/views/desk/money.ts';

test.each([
  ['21亿元', 2_100_000_000, '21亿元', '2,100 million yuan'],
  ['126.82亿', 12_682_000_000, '126.82亿元', '12,682 million yuan'],
  ['3000', 30_000_000, '3,000万元', '30 million yuan'],
  ['5000000元', 5_000_000, '500万元', '5 million yuan'],
  ['800元', 800, '800元', '800 yuan'],
])('%s is %i yuan, said as %s', (typed, yuan, zh, en) => {
  expect([yuanIn(typed), moneyIn(yuan, 'zh-Hans'), moneyIn(yuan, 'en')]).toEqual([yuan, zh, en]);
  expect(yuanIn(moneyTyped(yuan))).toBe(yuan);
});

test.each(['', '很多', '-5万', '0'])('%j is no money', typed => expect(yuanIn(typed)).toBe(0));
