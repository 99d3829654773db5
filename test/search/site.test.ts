import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteEntries } from '#src/commands/search-entries.ts';
import { writeSiteIndex } from '#src/commands/search-index.ts';
import { fromFolder } from '#src/library/built.ts';
import type { Entry } from '#src/search/entry.ts';
import { type Hit, openIndex, type SearchIndex } from '#src/search/query.ts';

/** What must be found in the site's own index, over all of it: titles, document numbers, phone numbers, anything at all. */
const folder = mkdtempSync(join(tmpdir(), 'site-index-'));
const entries = siteEntries(process.cwd());
let index: SearchIndex;
beforeAll(async () => {
  await writeSiteIndex(process.cwd(), folder, null);
  index = await openIndex(fromFolder(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hitsOf = async (question: string, top: number): Promise<readonly Hit[]> =>
  (await index.search(question, { top })).hits;

/** Runs so many questions one after another and gives those that fail. */
const failing = async (
  questions: Iterable<string>,
  wrong: (question: string) => Promise<string | null>,
): Promise<string[]> => {
  const found: string[] = [];
  for (const question of questions) {
    const said = await wrong(question);
    if (said !== null) found.push(said);
  }
  return found;
};

/** What a title belongs to: its page, or the fact where one page lists many. */
const holderOf = ({ kind, id, page }: Pick<Entry, 'kind' | 'id' | 'page'>): string =>
  ['faq', 'hotline', 'supplier'].includes(kind) ? `${kind} ${id}` : page;

/** Every two characters that stand side by side in a title, with what the titles that hold them belong to. */
const pairs = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const entry of entries) {
    const units = [...entry.title];
    for (const [at, unit] of units.entries()) {
      const pair = unit + (units[at + 1] ?? '');
      // Signs and blanks are how a title is set, not what it says.
      if (!/^[\p{L}\p{N}]{2}$/u.test(pair)) continue;
      found.set(pair, (found.get(pair) ?? new Set()).add(holderOf(entry)));
    }
  }
  return found;
};

describe('two characters of a title', () => {
  test('find its page among the first ten where at most ten titles hold them, else in the whole list', async () => {
    const all = pairs();
    expect(all.size).toBeGreaterThan(1500);
    const wrong = await failing(all.keys(), async pair => {
      const wanted = all.get(pair) ?? new Set();
      const hits = await hitsOf(pair, wanted.size <= 10 ? 10 : 1000);
      const found = new Set(hits.map(holderOf));
      const missing = [...wanted].filter(one => !found.has(one));
      return missing.length > 0 ? `${pair}（${wanted.size}）：${missing[0]}` : null;
    });
    expect(wrong).toEqual([]);
  }, 240_000);
});

const numbered = entries.filter(
  entry => entry.kind === 'policy' && entry.anchor === '' && /[〔第]/.test(entry.facts[0] ?? ''),
);
const numberOf = (entry: Entry): string => entry.facts[0] ?? '';

describe('a document number', () => {
  const shapes: Record<string, (number: string) => string> = {
    'as it is printed': number => number,
    'in square brackets with blanks': number => number.replace('〔', ' [').replace('〕', '] '),
    'without brackets': number => number.replace('〔', '').replace('〕', ' ').replace('号', ''),
  };
  test.each(Object.entries(shapes))(
    '%s leads to its document first',
    async (_, shape) => {
      expect(numbered.length).toBeGreaterThan(80);
      const shared = new Set(numbered.map(numberOf).filter((number, at, all) => all.indexOf(number) !== at));
      const single = numbered.filter(entry => !shared.has(numberOf(entry)));
      const wrong = await failing(
        single.map(entry => entry.id),
        async id => {
          const entry = single.find(one => one.id === id);
          const question = shape(entry ? numberOf(entry) : '');
          const [first] = await hitsOf(question, 1);
          return first?.id === id ? null : `${question}: ${first?.id}`;
        },
      );
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe('a phone number', () => {
  test('leads to its own entry first', async () => {
    const phones = entries.filter(entry => entry.kind === 'hotline' && /^[\d-]+$/.test(entry.id));
    expect(phones.length).toBeGreaterThan(40);
    const wrong = await failing(
      phones.flatMap(entry => entry.facts.filter(fact => /^[\d-]+$/.test(fact))),
      async number => {
        const [first] = await hitsOf(number, 1);
        const holds = phones.some(entry => entry.id === first?.id && entry.facts.includes(number));
        return first?.kind === 'hotline' && holds ? null : `${number}: ${first?.kind} ${first?.id}`;
      },
    );
    expect(wrong).toEqual([]);
  });
});

describe('a question that shares a character with the content', () => {
  const questions = [
    '我想问问',
    '厂里闹鬼怎么办',
    '请问一下那个啥能不能给退',
    '魑魅魍魉工',
    'ABC口DEF',
    '哪儿能买到冰淇淋',
    '穩崗返還',
    '２０２０年',
    'shebao',
  ];
  test.each(questions)('%s finds something', async question => {
    expect((await hitsOf(question, 5)).length).toBeGreaterThan(0);
  });

  test('no single character of the content finds nothing', async () => {
    const characters = new Set(entries.flatMap(entry => [...entry.text]));
    const letters = [...characters].filter(one => /\p{Script=Han}/u.test(one));
    const wrong = await failing(letters, async one => ((await hitsOf(one, 1)).length > 0 ? null : one));
    expect(wrong).toEqual([]);
  }, 60_000);
});

describe('the reader’s day', () => {
  test('what was published later is left out, and is there without a day', async () => {
    const later = entries.find(entry => entry.id === 'nat-rsbf-2020-49');
    expect(later?.published).toBe('2020-06-22');
    const question = later?.facts[0] ?? '';
    const then = await index.search(question, { asOf: '2020-03-20', top: 50 });
    const always = await index.search(question, { top: 50 });
    expect(then.hits.map(hit => hit.id)).not.toContain('nat-rsbf-2020-49');
    expect(always.hits[0]?.id).toBe('nat-rsbf-2020-49');
  });
});

describe('a document to fill in', () => {
  test.each([
    ['承诺书怎么写', 'enterprise-letter', 'employee-letter'],
    ['企业复工承诺书范本', 'enterprise-letter'],
    ['复工方案模板', 'reopening-plan'],
    ['应急预案模板', 'prevention-plan'],
    ['登记表', 'gate-register'],
    ['测温登记表', 'gate-register'],
  ])('“%s” finds it first', async (question, ...wanted) => {
    const hits = await hitsOf(question, wanted.length);
    expect(hits.map(({ kind, url }) => `${kind} ${url}`)).toEqual(
      wanted.map(id => `document /documents/${id}/`),
    );
  });

  test('stands beside the passage that says what it is for', async () => {
    const found = (await hitsOf('员工承诺书', 3)).map(({ kind, id }) => `${kind} ${id}`);
    expect(found).toContain('document employee-letter');
  });

  test('is a kind of its own to filter by', async () => {
    const { hits } = await index.search('复工方案', { top: 5, kinds: ['document'] });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.filter(({ kind }) => kind !== 'document')).toEqual([]);
  });

  test('is not in the way of who asks what to do', async () => {
    for (const question of ['复工前要准备什么', '门口怎么测温', '有人发热怎么办'])
      expect((await hitsOf(question, 1))[0]?.kind).not.toBe('document');
  });
});
