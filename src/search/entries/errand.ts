import { say, type Words } from '#src/i18n/words.ts';
import type { Entry } from '#src/search/entry.ts';
import { everywhere } from './region.ts';

/** A page on which something is done: a form, the tracking of a case. */
export type Errand = {
  readonly id: string;
  readonly page: string;
  readonly title: Words;
  readonly lead: Words;
  /** What it is for, in the words of its choices: the topics of a consultation, the items of a need. */
  readonly covers: readonly Words[];
};

const zh = (words: Words): string => say(words, 'zh-Hans');

/** An errand: one passage. It has no topic to filter by: whatever the matter, asking is open. */
export const errandEntries = ({ id, page, title, lead, covers }: Errand): readonly Entry[] => [
  {
    kind: 'form',
    id,
    page,
    anchor: '',
    title: zh(title),
    headings: [],
    text: `${zh(lead)}${covers.length > 0 ? `${covers.map(zh).join('、')}。` : ''}`,
    facts: [],
    filters: { topic: [], region: [everywhere] },
    from: null,
    to: null,
    published: null,
  },
];
