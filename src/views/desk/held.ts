import { deskWords, emptyWords } from '#src/i18n/desk.ts';
import { caseWords as words } from '#src/i18n/desk-case.ts';
import { deedWords } from '#src/i18n/desk-deeds.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortTime } from './clock.ts';
import { deedFields } from './deed-fields.ts';
import { deskField, hidden, untyped } from './fields.ts';
import { pagingView } from './paging.ts';

/** A submission that waits for an officer's look, with the reasons in words. */
export type HeldLine = {
  readonly number: string;
  readonly shown: string;
  readonly head: number;
  readonly enterprise: string;
  readonly form: string;
  readonly receivedAt: string;
  readonly reasons: readonly string[];
  /** Where it goes once released. */ readonly handler: string;
};

export type HeldPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly now: Date;
  readonly rows: readonly HeldLine[];
  readonly next: string;
  readonly told: View;
  /** Whether this officer may release and close. */ readonly mayDecide: boolean;
};

const actsView = (page: HeldPage, row: HeldLine): View => {
  const { lang, csrf } = page;
  if (!page.mayDecide) return nothing;
  const form = (
    deed: 'release' | 'close',
    inner: View | readonly View[],
    style: string,
    name: string,
  ): View =>
    html`<form method="post" action="${deskAt(lang, `cases/${row.number}/`)}">${hidden({ _csrf: csrf, _deed: deed, _head: String(row.head), _to: 'held' })}${inner}<button class="${style}" type="submit">${name}</button></form>`;
  const fields = deedFields('close', []).map(field => deskField(field, `h-${row.number}`, untyped, lang));
  return html`<div class="held-acts">${form('release', nothing, 'button', deedWords.release[lang])}<details class="deed"><summary>${words.heldClose[lang]}</summary>${form('close', fields, 'button-quiet', words.heldClose[lang])}</details></div>`;
};

const rowView = (page: HeldPage, row: HeldLine): View => {
  const { lang, now } = page;
  return html`<li data-row><p class="held-head"><a href="${deskAt(lang, `cases/${row.number}/`)}">${row.enterprise}</a> <span class="sub">${row.form} · <span class="number">${row.shown}</span> · <time datetime="${row.receivedAt}">${shortTime(row.receivedAt, now, lang)}</time></span></p><p>${words.heldFor[lang]}${deskWords.colon[lang]}${row.reasons.join(lang === 'en' ? '; ' : '；')}</p>${actsView(page, row)}</li>`;
};

/** What waits to be checked, each with its reasons: released, or closed with a reason that its sender reads. */
export const heldView = (page: HeldPage): View => {
  const { lang, rows, next } = page;
  const list =
    rows.length === 0
      ? html`<p class="empty">${emptyWords.held[lang]}</p>`
      : html`<ul class="held-list">${rows.map(row => rowView(page, row))}</ul>`;
  const more = pagingView(lang, next ? deskAt(lang, 'held/', { after: next }) : '');
  return html`<h1>${words.held[lang]}</h1>${page.told}<p class="lead">${words.heldLead[lang]}</p>${list}${more}`;
};
