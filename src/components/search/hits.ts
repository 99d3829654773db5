import { hitKinds, searchWords } from '#src/i18n/search.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { largeAddress } from '#src/large/address.ts';
import type { Answer, Hit } from '#src/search/query.ts';
import { traditionalAddress } from '#src/traditional/address.ts';
import { marked, node, places } from './node.ts';
import { excerptOf, targetOf } from './target.ts';

/** What a list of hits needs besides the hits. */
type Frame = {
  readonly lang: Lang;
  /** The reader's day. */
  readonly day: string;
  /** The browser marks text fragments by itself. */
  readonly marks: boolean;
  /** The page is in traditional characters: so are the pages that its hits lead to. */
  readonly isTraditional: boolean;
  /** The page is in large type: so are those. */
  readonly isLarge: boolean;
};

type Group = { readonly key: string; readonly hits: Hit[] };

const room = 130;
const roomBelow = 70;
const mostBelow = 3;

/** Common questions and phone numbers share a page without belonging together; every other page is one answer. */
const keyOf = (hit: Hit): string => (['faq', 'hotline', 'supplier'].includes(hit.kind) ? hit.url : hit.page);

/** Hits of one page in one group, at the place of the best. */
const grouped = (hits: readonly Hit[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const hit of hits) {
    const key = keyOf(hit);
    const group = groups.get(key);
    if (group) group.hits.push(hit);
    else groups.set(key, { key, hits: [hit] });
  }
  return [...groups.values()];
};

/** Addresses are Chinese in Chinese and English: content has one language. */
const zh = { lang: 'zh-Hans' };

/** A text fragment is written as in the index, in simplified characters: a page in others is led to by its anchor. */
const hrefOf = (hit: Hit, { marks, isTraditional, isLarge }: Frame): string => {
  const href = isTraditional ? traditionalAddress(targetOf(hit, false)) : targetOf(hit, marks);
  return isLarge ? largeAddress(href) : href;
};

const isNumber = (id: string): boolean => /^[\d-]{3,}$/.test(id);

const tags = (hit: Hit, { lang, day }: Frame): HTMLElement => {
  const kind = hit.kind === 'statute' ? '' : say(hitKinds[hit.kind], lang);
  const line = node('p', { class: 'hit-kind' }, node('span', { class: 'tag' }, kind));
  if (hit.to && hit.to < day)
    line.append(node('span', { class: 'state state-expired' }, say(searchWords.expired, lang)));
  else if (hit.from && hit.from > day)
    line.append(node('span', { class: 'state' }, say(searchWords.pending, lang)));
  return line;
};

/** What a hit is called: a policy by the sentence that says what it gives, like everywhere on the site; all else by its title. */
const nameOf = (hit: Hit): string => (hit.kind === 'policy' ? (hit.headings[0] ?? hit.passage) : hit.title);

/** The heading right above the passage, where it says more than the name does. */
const headingOf = ({ kind, headings }: Hit): string =>
  (kind === 'policy' ? headings[1] : kind === 'faq' ? '' : headings[headings.length - 1]) ?? '';

const passage = (hit: Hit): readonly Node[] => {
  if (nameOf(hit) === hit.passage) return [];
  const { text, marks } = excerptOf(hit, room);
  const heading = headingOf(hit);
  const label = heading ? [node('b', {}, heading), ' '] : [];
  return [node('p', { class: 'hit-passage', ...zh }, ...label, ...marked(text, marks))];
};

const below = (hits: readonly Hit[], frame: Frame): readonly Node[] => {
  if (hits.length === 0) return [];
  const items = hits.slice(0, mostBelow).map(hit => {
    const { text, marks } = excerptOf(hit, roomBelow);
    const link = node('a', { href: hrefOf(hit, frame) }, ...marked(text, marks));
    return node('li', {}, link);
  });
  const name = say(searchWords.samePage, frame.lang);
  return [node('ul', { class: 'hit-more', 'aria-label': name, ...zh }, ...items)];
};

const call = (hit: Hit): readonly Node[] =>
  hit.kind === 'hotline' && isNumber(hit.id)
    ? [node('p', { class: 'hit-number' }, node('a', { href: `tel:${hit.id}` }, hit.id))]
    : [];

const item = ({ hits }: Group, words: readonly string[], frame: Frame): readonly Node[] => {
  const [best, ...rest] = hits;
  if (!best) return [];
  const name = nameOf(best);
  const known = words.filter(word => word.length > 1);
  const title = node('a', { href: hrefOf(best, frame) }, ...marked(name, places(name, known)));
  const official =
    best.kind === 'policy'
      ? [node('p', { class: 'meta', ...zh }, ...marked(best.title, places(best.title, known)))]
      : [];
  const ended = best.to !== null && best.to < frame.day;
  return [
    node(
      'li',
      { class: ended ? 'hit hit-ended' : 'hit', 'data-id': best.id },
      tags(best, frame),
      node('h2', { class: 'hit-title', ...zh }, title),
      ...official,
      ...passage(best),
      ...call(best),
      ...below(rest, frame),
    ),
  ];
};

/** The hits of an answer as list items, grouped by page, with the words of the question marked. */
export const hitItems = ({ hits, words }: Answer, frame: Frame): readonly Node[] =>
  grouped(hits).flatMap(group => item(group, words, frame));
