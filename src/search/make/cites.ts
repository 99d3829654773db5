import type { Collected } from './collect.ts';

const cited = /《([^《》]{2,80})》(第[零一二三四五六七八九十百千]+条)?/g;
const own = /本(?:法|条例|办法|规定|细则|解释)(第[零一二三四五六七八九十百千]+条)/g;

/** How often passages of other pages cite each page, and how often each fact is cited by its number. */
export type Cites = { readonly pages: Float64Array; readonly facts: Float64Array };

/** Titles as others write them: with and without the state's name in front. */
const namesOf = (title: string): string[] => [title, title.replace(/^中华人民共和国/, '')];

/**
 * Counts citations in the texts: 《title》, with an article's number where one follows, and 本法第…条 within a page. A
 * passage's own number is among its short facts.
 */
export const cites = ({ facts, pages }: Collected): Cites => {
  const byName = new Map<string, number>();
  pages.forEach(({ title }, page) => {
    for (const name of namesOf(title)) if (!byName.has(name)) byName.set(name, page);
  });
  const byArticle = new Map<string, number>();
  facts.forEach(({ page, passages }, i) => {
    for (const name of passages.flatMap(passage => passage.facts)) {
      const key = `${page} ${name}`;
      if (/^第.+条$/.test(name) && !byArticle.has(key)) byArticle.set(key, i);
    }
  });
  const result = { pages: new Float64Array(pages.length), facts: new Float64Array(facts.length) };
  const count = (page: number, article: string | undefined) => {
    const fact = byArticle.get(`${page} ${article}`);
    if (fact !== undefined) result.facts[fact] = (result.facts[fact] ?? 0) + 1;
  };
  for (const { page: from, passages } of facts) {
    const text = passages.map(passage => passage.text).join('\n');
    for (const [, name = '', article] of text.matchAll(cited)) {
      const page = byName.get(name) ?? byName.get(name.replace(/^中华人民共和国/, ''));
      if (page === undefined || page === from) continue;
      result.pages[page] = (result.pages[page] ?? 0) + 1;
      count(page, article);
    }
    for (const [, article] of text.matchAll(own)) count(from, article);
  }
  return result;
};
