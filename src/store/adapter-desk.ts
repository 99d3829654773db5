import type { DeskStore } from '#src/cases/desk-store.ts';
import type { FaqRow, FaqStore } from '#src/cases/faq-store.ts';
import type { Page } from '#src/cases/store.ts';
import { byLookup, type DeskCommand } from '#src/store/desk-commands.ts';
import { deskCounts, deskPage, deskStanding } from '#src/store/desk-lists.ts';
import { page } from '#src/store/page.ts';
import { type Program, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: DeskCommand): Promise<unknown>;
};

function* faqPage(query: Parameters<FaqStore['faqPage']>[0]): Program<Page<FaqRow>> {
  const found = yield* page(query, from => rows('faqPage', from));
  return { ...found, rows: found.rows.map(({ id: _, ...row }) => row) };
}

/** The desk's part of the port, over whatever reads and writes. */
export const deskStore = ({ read, write }: Ways): DeskStore & FaqStore => ({
  deskPage: query => read(deskPage(query)),
  deskCounts: query => read(deskCounts(query)),
  deskStanding: query => read(deskStanding(query)),
  faqOfCase: caseId => read(rows('faqOfCase', { caseId })),
  faqPage: query => read(faqPage(query)),
  parts: caseId => read(rows('partsOfCase', { caseId })),
  mergedInto: number => read(rows('casesMergedInto', { number })),
  ofEnterprise: query => read(rows('casesOfEnterprise', query)),
  byLookup: query => read(byLookup(query)),
  toAskAfter: query => read(rows('casesToAskAfter', query)),
  unindexed: query => read(page(query, from => rows('unindexed', from))),
  lookupLog: query => read(rows('lookupLogPage', query)),
  logLookup: async command => void (await write({ kind: 'logLookup', of: command })),
  putLookups: async command => Number(await write({ kind: 'putLookups', of: command })),
});
