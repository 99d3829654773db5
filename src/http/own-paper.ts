import type { Identified } from '#src/cases/track.ts';
import type { Ask } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import type { Front } from '#src/http/front.ts';
import { sheetPage } from '#src/http/paper-sheet.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { credentials, type Lookup, refused } from '#src/http/tracking.ts';
import { ownPaperWords as words } from '#src/i18n/papers.ts';
import { say } from '#src/i18n/words.ts';
import type { PaperDesk, PaperFound } from '#src/papers/desk.ts';
import { ownPaperView } from '#src/views/own-papers.ts';
import { problemView } from '#src/views/problem.ts';

/** Who asks for which of their papers. */
export type PaperAsked = { readonly lookup: Lookup; readonly paper: string };

/** Reads who asks: by number and password, by the link, or on the page that they opened with either. */
export const paperAsked = async (ask: Ask): Promise<PaperAsked | Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const lookup = credentials(ask, body);
  if (lookup instanceof Response) return lookup;
  const { paper } = body.fields as Readonly<Record<string, unknown>>;
  return { lookup, paper: typeof paper === 'string' ? paper.slice(0, 60) : '' };
};

const gone = (ask: Ask, front: Front): Response => {
  const detail = say(words.goneText, ask.lang, { phone: front.tables.phones.duty });
  const title = words.gone[ask.lang];
  return page(ask.lang, 404, title, problemView({ title, detail }, ask.lang));
};

/** A paper for its enterprise, to read and print; one that is not theirs is not there. */
export const ownPaperPage = (
  ask: Ask,
  front: Front,
  papers: PaperDesk,
  {
    asked,
    who,
    found,
    pass,
  }: {
    readonly asked: PaperAsked;
    readonly who: Identified;
    readonly found: PaperFound | null;
    /** What opens the case again. */ readonly pass: string;
  },
  now: Date,
): Response => {
  if (who.tag !== 'found') return refused(ask, asked.lookup, who, now);
  const sheet = found && sheetPage(papers, found, false);
  return sheet ? page(ask.lang, 200, sheet.title, ownPaperView(ask.lang, sheet, pass)) : gone(ask, front);
};
