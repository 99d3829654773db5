import { fundingWords, handOverWords as words } from '#src/i18n/desk-funding.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { hidden } from './fields.ts';
import { ledgerTabs } from './ledger-parts.ts';

/** A case that may go to a bank, in words. */
export type CandidateLine = {
  readonly number: string;
  readonly enterprise: string;
  readonly told: string;
  /** Given to this bank before: not ticked. */ readonly given: boolean;
};

export type BanksPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly bank: string;
  readonly known: readonly string[];
  readonly rows: readonly CandidateLine[];
  readonly most: number;
  readonly next: string;
  readonly told: View;
  readonly problem: string;
};

const askView = ({ lang, bank, known, problem }: BanksPage): View => {
  const error = problem === '' ? nothing : html`<p class="error" id="bank-error">${problem}</p>`;
  const about = problem === '' ? nothing : html` aria-invalid="true" aria-describedby="bank-error"`;
  return html`<form class="inline-form bank-form" method="get" action="${deskAt(lang, 'hand-over/')}"><div class="field${problem === '' ? '' : ' field-invalid'}"><label for="bank">${words.which[lang]}</label>${error}<input id="bank" name="bank" value="${bank}" maxlength="40" list="known-banks" autocomplete="off" required${about}><datalist id="known-banks">${known.map(name => html`<option value="${name}"></option>`)}</datalist></div><button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;
};

const rowView = ({ number, enterprise, told, given }: CandidateLine, lang: Lang): View => {
  const again = given ? html` <span class="flag">${words.given[lang]}</span>` : nothing;
  return html`<li class="need" data-row><label class="choice"><input type="checkbox" name="n.${number}" value="on"${given ? nothing : html` checked`}> <span>${enterprise}</span></label><p class="sub">${told}${again}</p></li>`;
};

const listView = (page: BanksPage): View => {
  const { lang, csrf, bank, rows, next } = page;
  if (bank === '' || page.problem !== '') return nothing;
  const more = next
    ? html`<p class="button-row paging"><a class="button-quiet" rel="next" href="${deskAt(lang, 'hand-over/', { bank, after: next })}">${words.more[lang]}</a></p>`
    : nothing;
  if (rows.length === 0) return html`<p class="empty">${words.none[lang]}</p>${more}`;
  return html`<h2 class="ledger-part">${bank}</h2><form method="post" action="${deskAt(lang, 'hand-over/')}">${hidden({ _csrf: csrf, bank })}<p class="hint">${say(words.choose, lang, { n: page.most })}</p><ul class="needs">${rows.map(row => rowView(row, lang))}</ul><p class="hint">${words.doHelp[lang]}</p><p class="button-row"><button class="button" type="submit">${words.do[lang]}</button></p></form>${more}`;
};

/** Hands cases over to a bank: which bank, which cases, then the sheet. */
export const banksView = (page: BanksPage): View => {
  const { lang } = page;
  return html`${ledgerTabs(lang, 'funding')}<h1>${words.title[lang]}</h1>${page.told}<p class="lead">${words.lead[lang]}</p><p><a href="${deskAt(lang, 'funding/')}">${fundingWords.title[lang]}</a></p>${askView(page)}${listView(page)}`;
};
