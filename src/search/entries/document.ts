import { documentWords } from '#src/i18n/documents.ts';
import { say } from '#src/i18n/words.ts';
import type { Entry } from '#src/search/entry.ts';
import { everywhere } from './region.ts';

/** A document to fill in: a letter, a plan, a register. */
export type Sheet = {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  /** What its tables ask. */ readonly covers: readonly string[];
};

/**
 * A document to fill in: one passage with its name and what it is. What is to be done and when is the guide's to say: with those words an empty
 * plan would answer “有人发热怎么办”.
 */
export const documentEntries = ({ id, page, title, covers }: Sheet): readonly Entry[] => [
  {
    kind: 'document',
    id,
    page,
    anchor: '',
    title,
    headings: [say(documentWords.title, 'zh-Hans')],
    text: `${say(documentWords.found, 'zh-Hans', { title })}${covers.length > 0 ? `${covers.join('、')}。` : ''}`,
    facts: [],
    filters: { topic: [], region: [everywhere] },
    from: null,
    to: null,
    published: null,
  },
];
