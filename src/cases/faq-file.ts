import type { FaqLink, FaqRow } from '#src/cases/faq-store.ts';
import { roomWords } from '#src/i18n/faq.ts';
import { say } from '#src/i18n/words.ts';
import { type Block, blocksOf, type Part, roomOf } from '#src/rules/answer-blocks.ts';
import { dayOf } from '#src/rules/day.ts';

/** Signs that Markdown and HTML read as more than themselves. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&#|~!{}$]/g, '\\$&');

/** At the beginning of a line also those that make lists, rules and headings. */
const atStart = (line: string): string => line.replace(/^([-+=:])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');

const partText = ({ text, to }: Part): string => {
  if (to === '') return escaped(text);
  const room = roomOf(to);
  return room ? `[${say(roomWords[room], 'zh-Hans')}](${to})` : `<${to}>`;
};

const blockText = ({ list, lines }: Block): string =>
  lines
    .map(parts => atStart(parts.map(partText).join('')))
    .map(line => (list ? `- ${line}` : line))
    .join('\n');

/** Where a page of the site stands on its shelf: `national/x` of `/policies/national/x/`. */
const slugsOf = (links: readonly FaqLink[], room: string): readonly string[] =>
  links.flatMap(({ path }) => new RegExp(`^/${room}/([a-z0-9/-]+?)/?$`).exec(path)?.[1] ?? []);

/** A text on one line, as YAML reads it; JSON's way of writing it is one of YAML's. */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * A published answer as the content file `content/faq/<slug>.md`, in the shape of `src/shelves/faq.ts`. The same row gives the same
 * bytes. `by`: the name of the department that answered.
 */
export const faqFile = (row: FaqRow, by: string): string => {
  const links = JSON.parse(row.links) as readonly FaqLink[];
  return [
    '---',
    `question: ${quoted(row.question)}`,
    `category: ${row.category}`,
    `policies: [${slugsOf(links, 'policies').join(', ')}]`,
    `guides: [${slugsOf(links, 'guides').join(', ')}]`,
    'confidence: high',
    'note: null',
    `answered: { by: ${quoted(by)}, date: '${dayOf(new Date(row.publishedAt))}' }`,
    '---',
    '',
    blocksOf(row.answer).map(blockText).join('\n\n'),
    '',
  ].join('\n');
};
