import { paperIn, ownPaperWords as words } from '#src/i18n/papers.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { OwnPaper } from '#src/papers/desk.ts';
import type { OwnLine } from '#src/views/own-papers.ts';
import { dayIn } from '#src/views/time.ts';

const daysIn = ({ validFrom, validTo }: OwnPaper, lang: Lang): string => {
  if (validFrom === '') return '';
  const days = { from: dayIn(validFrom, lang), to: dayIn(validTo, lang) };
  return say(validTo === '' ? words.since : words.valid, lang, days);
};

/** A paper as its enterprise reads of it beside the case. */
export const ownLine = (paper: OwnPaper, lang: Lang): OwnLine => ({
  id: paper.id,
  name: `${paperIn(paper.kind, lang)} ${paper.serial}`,
  days: daysIn(paper, lang),
  over: paper.state === 'issued' ? '' : words[paper.state][lang],
});
