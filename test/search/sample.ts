import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IndexOptions, writeIndex } from '#src/search/build.ts';
import type { Entry } from '#src/search/entry.ts';
import { openIndex, type SearchIndex } from '#src/search/query.ts';

/** An entry of which only what matters to a test is given. */
export const entry = (given: Partial<Entry> & Pick<Entry, 'id'>): Entry => ({
  kind: 'policy',
  page: `/policies/${given.id}/`,
  anchor: '',
  title: '',
  headings: [],
  text: '',
  facts: [],
  filters: {},
  from: null,
  to: null,
  published: null,
  ...given,
});

/** Content of the kind a zone publishes, made up for tests. */
export const content: readonly Entry[] = [
  entry({
    id: 'deferral',
    title: '关于阶段性减免企业社会保险费的通知',
    text: '中小微企业三项社会保险单位缴费部分免征五个月。受影响严重的企业可以申请缓缴，缓缴期间免收滞纳金。',
    facts: ['人社部发〔2020〕11号', '人力资源社会保障部', '全国'],
    filters: { level: ['national'], region: ['全国'], topic: ['social_insurance'] },
    from: '2020-02-20',
    to: '2020-06-30',
    published: '2020-02-20',
  }),
  entry({
    id: 'jobs',
    title: '关于做好疫情防控期间有关就业工作的通知',
    text: '不裁员或者少裁员的参保企业，可以申请稳岗返还。对春节期间开工生产的重点企业给予一次性吸纳就业补贴。',
    facts: ['人社部明电〔2020〕2号', '全国'],
    filters: { level: ['national'], region: ['全国'], topic: ['employment'] },
    from: '2020-02-05',
    published: '2020-02-05',
  }),
  entry({
    id: 'jobs',
    page: '/policies/jobs/',
    anchor: 'how',
    title: '关于做好疫情防控期间有关就业工作的通知',
    headings: ['怎么申请'],
    text: '在网上办事大厅提交申请，附参保人数和裁员率的说明。',
    facts: ['人社部明电〔2020〕2号', '全国'],
    filters: { level: ['national'], region: ['全国'], topic: ['employment'] },
    from: '2020-02-05',
    published: '2020-02-05',
  }),
  entry({
    id: 'loans',
    title: '关于对中小微企业贷款实施临时性延期还本付息的通知',
    text: '银行对到期的贷款本金给予延期还本安排，最长到六月三十日，免收罚息。',
    facts: ['银保监发〔2020〕6号', '全国'],
    filters: { level: ['national'], region: ['全国'], topic: ['finance'] },
    from: '2020-03-01',
    to: '2020-06-30',
    published: '2020-03-01',
  }),
  entry({
    id: 'rent',
    title: '厦门市减免租金若干措施',
    text: '承租国有资产类经营用房的企业，免收两个月房租，减半收取两个月房租。',
    facts: ['厦府办〔2020〕11号', '厦门'],
    filters: { level: ['city'], region: ['厦门'], topic: ['rent'] },
    from: '2020-02-10',
    published: '2020-02-12',
  }),
  entry({
    kind: 'faq',
    id: 'faq-mask',
    page: '/faq/',
    anchor: 'faq-mask',
    title: '一天要备多少口罩？',
    headings: ['防疫物资'],
    text: '按每人每天两只N95或者一次性医用口罩准备，至少够用七天。',
    filters: { topic: ['materials'], region: ['全国'] },
  }),
  entry({
    kind: 'hotline',
    id: '0592-12345',
    page: '/hotlines/',
    anchor: 'h-12345',
    title: '市民热线',
    headings: ['综合'],
    text: '政策咨询、投诉建议，有事拨打市民热线。',
    facts: ['0592-12345'],
    filters: { topic: [], region: ['厦门'] },
  }),
  entry({
    kind: 'hotline',
    id: '0592-5678901',
    page: '/hotlines/',
    anchor: 'h-5678901',
    title: '园区企业服务专线',
    headings: ['综合'],
    text: '复工备案、用工、物资方面的困难。',
    facts: ['0592-5678901', '91350200MA2XNTQN1B'],
    filters: { topic: [], region: ['厦门'] },
  }),
];

export const glossary = [
  { lay: '五险', official: ['社会保险费'] },
  { lay: '没钱发工资', official: ['稳岗返还', '缓缴'] },
];

/** Opens an index of these entries, read from disk; what it fetched is told to `onFetch`. */
export const indexOf = async (
  entries: readonly Entry[],
  options: IndexOptions = {},
  onFetch: (path: string) => void = () => {},
): Promise<SearchIndex & { readonly remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'search-test-'));
  await writeIndex(entries, folder, options);
  const index = await openIndex(async path => {
    onFetch(path);
    return readFileSync(join(folder, path));
  });
  return { ...index, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
