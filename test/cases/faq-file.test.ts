import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { faqFile } from '#src/cases/faq-file.ts';
import type { FaqRow } from '#src/cases/faq-store.ts';
import { faq } from '#src/shelves/faq.ts';

const row = (set: Partial<FaqRow>): FaqRow => ({
  slug: 'a20200320-0000000001',
  caseId: 'c1',
  state: 'published',
  question: '社保能缓缴吗？',
  answer: '能。',
  category: 'social_insurance',
  links: '[]',
  department: 'labour',
  publishedAt: '2020-03-19T17:00:00.000Z',
  publishedBy: 'li',
  withdrawnAt: '',
  withdrawnBy: '',
  ...set,
});
/** The two parts of a content file. */
const read = (file: string) => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(file) ?? [];
  return { data: faq.parse(parse(front)), body };
};
/** As `astro.config.mjs` has it. */
const markdown = await createSatteriMarkdownProcessor({ features: { smartPunctuation: false } });
const shown = async (body: string): Promise<string> => (await markdown.render(body)).code;

test('says who answered and on which day in Shanghai, and which pages belong to it', () => {
  const links = [
    { path: '/policies/national/nat-rsbf-2020-11/', title: '社保' },
    { path: '/guides/prepare/', title: '准备' },
  ];
  expect(read(faqFile(row({ links: JSON.stringify(links) }), '人社局'))).toEqual({
    data: {
      question: '社保能缓缴吗？',
      category: 'social_insurance',
      policies: ['national/nat-rsbf-2020-11'],
      guides: ['prepare'],
      confidence: 'high',
      note: null,
      answered: { by: '人社局', date: '2020-03-20' },
    },
    body: '能。\n',
  });
});

test('lines are paragraphs, dashes lists, pages of the site links', async () => {
  const answer =
    '先看：\n- 见 /policies/national/x/。\n· 打12333\n\n1. 原样\nhttps://www.gov.cn/x?a=1&b=2，完';
  const html = await shown(read(faqFile(row({ answer }), '人社局')).body);
  expect(html.replace(/\n/g, '')).toBe(
    '<p>先看：</p><ul><li>见 <a href="/policies/national/x/">政策页</a>。</li><li>打12333</li></ul><p>1. 原样</p>' +
      '<p><a href="https://www.gov.cn/x?a=1&amp;b=2">https://www.gov.cn/x?a=1&amp;b=2</a>，完</p>',
  );
});

/** Everything that Markdown and HTML make something of, and some that they leave alone. */
const signs = [...'<>&#*_`~[]()!|\\-+=.:1{}$^"\' 甲乙a/'];
const line = fc.string({ unit: fc.constantFrom(...signs), maxLength: 24 });

test('property: whatever is typed is read as typed: no tag, no list, no link of its own', async () => {
  await fc.assert(
    fc.asyncProperty(line, async typed => {
      const answer = `开头${typed}`;
      const { body } = read(faqFile(row({ answer }), '人社局'));
      const html = (await shown(body)).replace(/<\/?p>|\n/g, '');
      expect(html).not.toMatch(/<[^>]*>/);
      const text = html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const plain = (words: string) => words.replace(/\s/g, '');
      expect(plain(text)).toBe(plain(answer));
    }),
    { numRuns: 500 },
  );
});

test('property: also at the beginning of a line, where Markdown makes headings, rules and numbers', async () => {
  const start = fc.constantFrom(
    '# ',
    '## ',
    '> ',
    '1. ',
    '2) ',
    '+ ',
    '---',
    '***',
    '===',
    '```',
    '    ',
    '|a|',
    '<b>',
    '[a]: /b',
    '~~~',
    ':::',
    '- - -',
  );
  await fc.assert(
    fc.asyncProperty(start, line, async (begin, typed) => {
      const { body } = read(faqFile(row({ answer: `甲\n${begin}${typed}\n乙` }), '人社局'));
      const html = await shown(body);
      expect(html.replace(/<\/?(?:p|ul|li)>/g, '')).not.toMatch(/<[^>]*>/);
      expect(html).toMatch(/^<p>甲<\/p>/);
    }),
    { numRuns: 300 },
  );
});

test('property: any question and department stand in the front matter as they are', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (question, by) => {
      fc.pre(question.trim() === question && by.trim() === by && question !== '' && by !== '');
      const { data } = read(faqFile(row({ question }), by));
      expect([data.question, data.answered?.by]).toEqual([question, by]);
    }),
  );
});
