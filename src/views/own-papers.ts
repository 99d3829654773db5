import { ownPaperWords as words } from '#src/i18n/papers.ts';
import type { Lang } from '#src/i18n/words.ts';
import { caseButton } from './acts.ts';
import { html, nothing, type View } from './html.ts';
import { type SheetPage, sheetView } from './paper-sheet.ts';

/** A paper that was issued to an enterprise, in words. */
export type OwnLine = {
  readonly id: string;
  readonly name: string;
  /** Its days; ''. */ readonly days: string;
  /** That it is revoked or has expired; ''. */ readonly over: string;
};

const lineView = (line: OwnLine, lang: Lang, pass: string): View => {
  const state = line.over ? html` <strong class="overdue">${line.over}</strong>` : nothing;
  return html`<li><p><b>${line.name}</b>${state}</p>${line.days ? html`<p class="hint">${line.days}</p>` : nothing}<form method="post" action="/track/paper/?lang=${lang}"><input type="hidden" name="_pass" value="${pass}"><input type="hidden" name="paper" value="${line.id}"><button class="button-quiet" type="submit">${words.open[lang]}<span class="visually-hidden"> ${line.name}</span></button></form></li>`;
};

/** Papers beside their case; nothing where there is none. */
export const ownPapersView = (lines: readonly OwnLine[], lang: Lang, pass: string): View =>
  lines.length === 0
    ? nothing
    : html`<section class="issued" aria-labelledby="papers"><h2 id="papers">${words.title[lang]}</h2><ul class="own-papers">${lines.map(line => lineView(line, lang, pass))}</ul></section>`;

/** One of them to read and print. */
export const ownPaperView = (lang: Lang, sheet: SheetPage, pass: string): View =>
  html`<h1 class="visually-hidden">${sheet.title}</h1><div class="no-print"><p class="hint">${words.print[lang]}</p>${caseButton({ lang, pass, label: words.back[lang] })}</div>${sheetView(sheet)}`;
