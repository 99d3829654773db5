import { describe, expect, test } from 'vitest';
import { answeredPairs, siteEntries } from '#src/commands/search-entries.ts';
import { documents } from '#src/documents/index.ts';
import { anchorOf, openingOf, passagesOf, plainText, sectionsOf } from '#src/search/entries/markdown.ts';
import { placesOf, provinceOf } from '#src/search/entries/region.ts';

describe('words without marks', () => {
  test('keep the words of a link and end every item', () => {
    expect(plainText('- 打[12333](/hotlines/#12333)\n- **免征**，不用申请。\n\n1. 先报备')).toBe(
      '打12333。免征，不用申请。先报备。',
    );
  });
  test('stand by heading, with the anchor that the page gives it', () => {
    const sections = sectionsOf('先看这里。\n\n## 能得到什么\n\n- 一\n\n## 空\n\n## 能得到什么\n\n二');
    expect(sections).toEqual([
      { heading: '', anchor: '', text: '先看这里。' },
      { heading: '能得到什么', anchor: '能得到什么', text: '一。' },
      { heading: '能得到什么', anchor: '能得到什么-1', text: '二。' },
    ]);
    expect(anchorOf('发热、咳嗽 Q&A')).toBe('发热咳嗽-qa');
  });
  test('of a guide come passage by passage', () => {
    const body = '先说一句。\n\n## 进门\n\n<Fact id="entry-01" sources="G4" risk="all">测温。</Fact>\n';
    expect(passagesOf(body)).toEqual([{ id: 'entry-01', heading: '进门', text: '测温。' }]);
    expect(openingOf(body)).toBe('先说一句。');
  });
});

test.each([
  ['全国', '全国'],
  ['全国（湖北、北京除外）', '全国'],
  ['福建省厦门市集美区', '福建'],
  ['黑龙江省哈尔滨市', '黑龙江'],
  ['广西玉林', '广西'],
])('the province of %s is %s', (region, province) => expect(provinceOf(region)).toBe(province));

test.each([
  ['福建省厦门市集美区', ['福建', '厦门', '集美']],
  ['重庆市双桥经开区', ['重庆', '双桥']],
  ['江苏省苏州工业园区', ['江苏', '苏州']],
  ['甘肃省兰州高新区', ['甘肃', '兰州']],
  ['广西', ['广西']],
  ['全国', []],
  ['全国（湖北、北京除外）', []],
])('%s is called %j', (region, places) => expect(placesOf(region)).toEqual(places));

describe('the passages of the site', () => {
  const entries = siteEntries(process.cwd());
  const ids = (kind: string) => new Set(entries.filter(entry => entry.kind === kind).map(entry => entry.id));

  test('hold every policy, question, passage of a guide and phone number under its own id', () => {
    expect(ids('policy').size).toBe(155);
    expect(ids('faq').size).toBe(48);
    expect([...ids('guide')].filter(id => /-\d+$/.test(id))).toHaveLength(144);
    for (const id of ['12333', '023-63710511', '中国贸促会商事认证平台', '兰州高新区创业中心“代帮办”'])
      expect(ids('hotline')).toContain(id);
    expect(ids('form')).toContain('consultation');
    expect([...ids('document')]).toEqual(documents.map(({ id }) => id));
  });

  test('stand together by page, as the index wants them', () => {
    const pages = entries.map(entry => entry.page).filter((page, at, all) => page !== all[at - 1]);
    expect(pages).toHaveLength(new Set(pages).size);
  });

  test('hold no marks of Markdown and no empty words', () => {
    const wrong = entries.filter(({ text }) => text === '' || /\]\(|\*\*|<\/?\w|^- /.test(text));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('know the last day that anyone can use a policy, whoever announced it', () => {
    const last = (id: string) => entries.find(entry => entry.id === id)?.to;
    expect(last('nat-rsbf-2020-11')).toBe('2020-12-31');
    expect(last('nat-gbfmd-2020-1')).toBeNull();
  });
});

test('questions are answered by themselves and the policies that they name, all of which exist', () => {
  const ids = new Set(siteEntries(process.cwd()).map(entry => entry.id));
  const pairs = answeredPairs(process.cwd());
  expect(pairs.length).toBe(48);
  expect(pairs.flatMap(pair => pair.ids).filter(id => !ids.has(id))).toEqual([]);
});
