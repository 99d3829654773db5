import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchIndex } from '#src/search/query.ts';
import { content, entry, glossary, indexOf } from './sample.ts';

let index: SearchIndex & { readonly remove: () => void };
beforeAll(async () => {
  index = await indexOf(content, { glossary });
});
afterAll(() => index.remove());

const first = async (question: string): Promise<string | undefined> =>
  (await index.search(question)).hits[0]?.id;

describe('a document number ranks its document first, however it is typed', () => {
  test.each([
    '人社部发〔2020〕11号',
    '人社部发2020 11号',
    '人社部发[2020]11号',
    '人社部发（2020）第11号',
    '人社部发 2020年 011号',
    '人社部发2020-11',
    '人社部发〔２０２０〕１１号',
    '人社部发11号',
    '人社部发十一号',
    '请问人社部发2020年11号文件怎么说',
  ])('%s', async typed => {
    expect(await first(typed)).toBe('deferral');
  });

  test('another issuer with the same number is another document', async () => {
    expect(await first('厦府办〔2020〕11号')).toBe('rent');
    expect(await first('厦府办十一号')).toBe('rent');
  });
});

describe('a phone number or code ranks its own entry first', () => {
  test.each([
    ['0592-12345', '0592-12345'],
    ['059212345', '0592-12345'],
    ['0592 5678901', '0592-5678901'],
    ['５６７８９０１', '0592-5678901'],
    ['5678901', '0592-5678901'],
    ['电话(0592)5678901是哪里的', '0592-5678901'],
    ['91350200ma2xntqn1b', '0592-5678901'],
    ['9135 0200 MA2X NTQN 1B', '0592-5678901'],
  ])('%s', async (typed, id) => {
    expect(await first(typed)).toBe(id);
  });
});

describe('what is typed need not be what is written', () => {
  test.each([
    ['Traditional', '穩崗返還', 'jobs'],
    ['full width', 'Ｎ９５', 'faq-mask'],
    ['upper and lower case', 'n95口罩', 'faq-mask'],
    ['a numeral within a code', 'n九5口罩', 'faq-mask'],
    ['pinyin', 'kouzhao', 'faq-mask'],
    ['pinyin with blanks', 'kou zhao', 'faq-mask'],
    ['a slip of the same sound', '贷宽延期', 'loans'],
    ['a substring across words', '岗返', 'jobs'],
    ['a lay word', '五险', 'deferral'],
  ])('%s: %s', async (_, typed, id) => {
    expect(await first(typed)).toBe(id);
  });

  test('what was searched for besides is told', async () => {
    expect((await index.search('没钱发工资怎么办')).expanded).toEqual(['稳岗返还', '缓缴']);
    expect((await index.search('kouzhao')).expanded).toEqual(['口罩']);
    expect((await index.search('稳岗返还')).expanded).toEqual([]);
  });
});

describe('no question that shares a character with the content stays without an answer', () => {
  test.each(['罩', '的', '税务口', '一', 'x口', '龘罩龘', '9', '罸息', 'a9 b9 c9 d9 e9'])(
    '%s',
    async typed => {
      expect((await index.search(typed)).hits.length).toBeGreaterThan(0);
    },
  );

  test('nothing in common: nothing, and no confidence', async () => {
    for (const typed of ['', '   ', '？！', 'ω', '龘龘']) {
      expect(await index.search(typed)).toMatchObject({ hits: [], total: 0, confident: false });
    }
  });

  test('a question of which little is found is not answered with confidence', async () => {
    expect((await index.search('社会保险费免征')).confident).toBe(true);
    expect((await index.search('火星上怎么种土豆口味')).confident).toBe(false);
  });
});

describe('filters, day and order', () => {
  const ids = async (...given: Parameters<SearchIndex['search']>) =>
    (await index.search(...given)).hits.map(hit => hit.id);

  test('kinds', async () => {
    const { hits } = await index.search('企业', { kinds: ['hotline'] });
    expect(new Set(hits.map(hit => hit.kind))).toEqual(new Set(['hotline']));
  });

  test('codes', async () => {
    expect(await ids('企业', { filters: { topic: ['rent'] } })).toEqual(['rent']);
    expect(await ids('企业', { filters: { topic: [] } })).toContain('jobs');
    expect(await ids('企业', { filters: { region: ['厦门'], level: ['city'] } })).toEqual(['rent']);
    expect(await ids('企业', { filters: { other: ['x'] } })).toEqual([]);
  });

  test('nobody sees what was not yet published', async () => {
    expect(await ids('房租', { asOf: '2020-02-11' })).not.toContain('rent');
    expect(await ids('房租', { asOf: '2020-02-12' })).toContain('rent');
  });

  test('what has ended comes later, or not at all', async () => {
    const two = [
      entry({ id: 'old', title: '旧办法', text: '减免房租三个月', to: '2020-01-31' }),
      entry({ id: 'new', title: '新办法', text: '减免房租三个月，另有补贴' }),
    ];
    const both = await indexOf(two);
    const on = async (asOf: string, inForceOnly = false) =>
      (await both.search('减免房租三个月', { asOf, inForceOnly })).hits.map(hit => hit.id);
    expect(await on('2020-01-15')).toEqual(['old', 'new']);
    expect(await on('2020-02-15')).toEqual(['new', 'old']);
    expect(await on('2020-02-15', true)).toEqual(['new']);
    both.remove();
  });

  test('the reader’s region first', async () => {
    const two = ['甲', '乙'].map(region =>
      entry({ id: region, title: '措施', text: '减免房租', filters: { region: [region] } }),
    );
    const both = await indexOf(two);
    const { hits } = await both.search('房租', { prefer: { region: ['乙'] } });
    expect(hits.map(hit => hit.id)).toEqual(['乙', '甲']);
    both.remove();
  });

  test('what holds in one place comes after what holds everywhere, unless the place is named or chosen', async () => {
    const shared = { title: '措施', text: '减免房租' };
    const both = await indexOf([
      entry({ ...shared, id: 'local', filters: { region: ['福建'], place: ['福建', '厦门'] } }),
      entry({ ...shared, id: 'national', filters: { region: ['全国'] } }),
    ]);
    const order = async (question: string, prefer = {}) =>
      (await both.search(question, { prefer })).hits.map(hit => hit.id);
    expect(await order('房租')).toEqual(['national', 'local']);
    expect(await order('厦门房租')).toEqual(['local', 'national']);
    expect(await order('房租', { region: ['福建'] })).toEqual(['local', 'national']);
    both.remove();
  });

  test('newest first', async () => {
    const dated = (await index.search('企业', { kinds: ['policy'], sort: 'newest' })).hits.map(
      hit => hit.from,
    );
    expect(dated).toEqual([...dated].sort().reverse());
    expect(dated.length).toBeGreaterThan(1);
  });

  test('what can be filtered by', () => {
    expect(index.facets.region).toEqual(['全国', '厦门']);
    expect(index.facets.kind).toEqual(['faq', 'hotline', 'policy']);
  });
});

describe('hits', () => {
  test('a fact is one hit, with the passage that answers and where its words stand', async () => {
    const { hits } = await index.search('裁员率怎么说明');
    expect(hits.filter(hit => hit.id === 'jobs')).toHaveLength(1);
    const [hit] = hits;
    expect(hit).toMatchObject({ id: 'jobs', url: '/policies/jobs/#how', headings: ['怎么申请'] });
    const marked = hit?.marks.map(([from, to]) => hit.passage.slice(from, to)) ?? [];
    expect(marked.join(' ')).toMatch(/裁员/);
  });

  test('every pair of characters of every title finds its page', async () => {
    for (const { title, page } of content) {
      for (let i = 0; i + 2 <= title.length; i++) {
        const { hits } = await index.search(title.slice(i, i + 2));
        expect(
          hits.map(hit => hit.page),
          title.slice(i, i + 2),
        ).toContain(page);
      }
    }
  });

  test('titles are suggested by what was typed, also in pinyin', async () => {
    expect(await index.suggest('租金')).toEqual([
      { kind: 'policy', page: '/policies/rent/', title: '厦门市减免租金若干措施' },
    ]);
    expect((await index.suggest('zujin')).map(one => one.page)).toEqual(['/policies/rent/']);
    expect((await index.suggest('备多少口罩')).map(one => one.page)).toEqual(['/faq/#faq-mask']);
    expect((await index.suggest('企业服务专线')).map(one => one.page)).toEqual(['/hotlines/#h-5678901']);
    expect(await index.suggest(' ')).toEqual([]);
  });
});

test('the same entries give the same answers, and a file is fetched once', async () => {
  const fetched: string[] = [];
  const again = await indexOf(content, { glossary }, path => fetched.push(path));
  for (const question of ['社保费能不能缓缴', '贷款延期', '社保费能不能缓缴']) {
    const [one, two] = [await index.search(question), await again.search(question)];
    expect(two).toEqual(one);
  }
  expect(fetched.length).toBe(new Set(fetched).size);
  again.remove();
});

test('questions that were answered lead to what answered them', async () => {
  const answered = [
    { question: '老板拖着钱不给工人怎么办', ids: ['jobs'], asked: true },
    { question: '工人的钱老板拖着', ids: ['jobs'], asked: true },
  ];
  const taught = await indexOf(content, { answered });
  expect((await taught.search('老板拖着')).hits[0]?.id).toBe('jobs');
  taught.remove();
});
