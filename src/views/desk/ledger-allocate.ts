import { ledgerWords, lotWords, allocateWords as words } from '#src/i18n/desk-ledger.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { hidden } from './fields.ts';
import { type AllocationLine, settleForms } from './ledger-need.ts';
import { dayView, ledgerTabs, missingView, type NeedLine } from './ledger-parts.ts';

/** The lot that is set aside, as pages name it. */
export type LotShown = {
  readonly id: string;
  readonly name: string;
  readonly left: string;
  readonly free: boolean;
  readonly unit: string;
};

/** A need in its place. */
export type TurnLine = {
  readonly need: NeedLine;
  readonly spec: string;
  readonly has: readonly string[];
  /** By what it stands before the next; ''. */ readonly before: string;
  /** What is typed for it. */ readonly amount: string;
  readonly problem: string;
};

export type AllocatePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly lot: LotShown;
  readonly turns: readonly TurnLine[];
  readonly order: readonly string[];
  readonly draft: string;
  /** What is wrong with all of it; ''. */ readonly problem: string;
};

const turnView = (page: AllocatePage, turn: TurnLine, index: number): View => {
  const { lang, lot } = page;
  const { need, problem } = turn;
  const id = `n-${index}`;
  const label = say(words.give, lang, { name: need.enterprise, unit: lot.unit });
  const error = problem ? html`<p class="error" id="${id}-error">${problem}</p>` : nothing;
  const before =
    turn.before === '' ? nothing : html`<p class="sub">${say(words.before, lang, { why: turn.before })}</p>`;
  return html`<li class="turn" data-row><div class="need-what"><a href="${deskAt(lang, `ledger/needs/${need.id}/`)}">${need.enterprise}</a><p class="sub">${need.item}${turn.spec ? ` · ${turn.spec}` : ''} · ${need.area}</p><ul class="reasons">${turn.has.map(one => html`<li>${one}</li>`)}</ul>${before}</div><div class="need-sum"><p>${missingView(need, lang)}</p><p class="sub">${dayView(need, lang)}</p></div><div class="field${problem ? ' field-invalid' : ''}"><label class="visually-hidden" for="${id}">${label}</label>${error}<input type="hidden" name="n.${index}.id" value="${need.id}"><span class="with-unit"><input id="${id}" name="n.${index}.q" value="${turn.amount}" inputmode="decimal" autocomplete="off" maxlength="16"${flag(`aria-describedby="${id}-error" aria-invalid="true"`, problem !== '')}> <span aria-hidden="true">${lot.unit}</span></span></div></li>`;
};

const problemView = (problem: string): View =>
  problem === ''
    ? nothing
    : html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${problem}</h2></div>`;

const lotLine = (lot: LotShown, lang: Lang): View =>
  html`<p class="lead"><a href="${deskAt(lang, `ledger/lots/${lot.id}/`)}">${lot.name}</a> · <strong>${say(lotWords.left, lang, { amount: lot.left })}</strong></p>`;

/** A lot for several needs: in the order of the day, each with why, amounts put in as far as the lot reaches. */
export const allocateView = (page: AllocatePage): View => {
  const { lang, csrf, lot, turns, order, draft } = page;
  const sent = { _csrf: csrf, lot: lot.id, batch: draft };
  const list =
    turns.length === 0 || !lot.free
      ? html`<p class="empty">${words[lot.free ? 'none' : 'used'][lang]}</p>`
      : html`<p>${words.lead[lang]}</p><details class="order"><summary>${words.order[lang]}</summary><ol>${order.map(one => html`<li>${one}</li>`)}</ol></details><form method="post" action="${deskAt(lang, 'ledger/allocate/')}">${hidden(sent)}<ol class="turns">${turns.map((turn, index) => turnView(page, turn, index))}</ol><p class="button-row"><button class="button" type="submit">${words.preview[lang]}</button></p></form>`;
  return html`${ledgerTabs(lang, '')}<h1>${words.title[lang]}</h1>${problemView(page.problem)}${lotLine(lot, lang)}${list}`;
};

export type PreviewPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly lot: LotShown;
  readonly draft: string;
  readonly lines: readonly {
    readonly id: string;
    readonly enterprise: string;
    readonly item: string;
    readonly amount: string;
    /** As it was typed, to be sent again. */ readonly typed: string;
  }[];
  readonly total: string;
  readonly rest: string;
};

/** What will be set aside, before it is. */
export const previewView = (page: PreviewPage): View => {
  const { lang, csrf, lot, draft, lines } = page;
  const sent = {
    _csrf: csrf,
    lot: lot.id,
    batch: draft,
    ...Object.fromEntries(
      lines.flatMap(({ id, typed }, index) => [
        [`n.${index}.id`, id],
        [`n.${index}.q`, typed],
      ]),
    ),
  };
  const rows = lines.map(
    line =>
      html`<li class="allocation"><p>${line.enterprise} <strong>${line.amount}</strong></p><p class="sub">${line.item}</p></li>`,
  );
  return html`${ledgerTabs(lang, '')}<h1>${say(words.previewTitle, lang, { amount: page.total })}</h1>${lotLine(lot, lang)}<p>${words.previewLead[lang]}</p><ul class="allocations">${rows}</ul><p>${say(words.rest, lang, { amount: page.rest })}</p><form method="post" action="${deskAt(lang, 'ledger/allocate/')}">${hidden(sent)}<p class="button-row"><button class="button" type="submit" name="_sure" value="yes">${say(words.confirm, lang, { n: lines.length })}</button> <button class="button-quiet" type="submit" name="_again" value="yes">${words.change[lang]}</button></p></form>`;
};

export type BatchPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly batch: string;
  readonly lot: LotShown;
  readonly lines: readonly {
    readonly enterprise: string;
    readonly needId: string;
    readonly allocation: AllocationLine;
    readonly state: string;
    readonly mayAct: boolean;
  }[];
  /** What is still set aside, and for how many. */ readonly total: string;
  readonly open: number;
  readonly told: View;
};

/** What was set aside together: each with what became of it, and the way to cancel one or all. */
export const batchView = (page: BatchPage): View => {
  const { lang, csrf, batch, lot, lines, open, total } = page;
  const action = deskAt(lang, 'ledger/allocate/');
  const title =
    open === 0 ? words.nothingLeft[lang] : say(words.resultTitle, lang, { amount: total, n: open });
  const rows = lines.map(
    ({ enterprise, needId, allocation, state, mayAct }) =>
      html`<li class="allocation"><p><a href="${deskAt(lang, `ledger/needs/${needId}/`)}">${enterprise}</a> <strong>${allocation.amount}</strong></p><p class="sub">${state}</p>${mayAct ? settleForms({ lang, csrf, unit: lot.unit, action, to: batch }, allocation) : nothing}</li>`,
  );
  const undo =
    open === 0 || !lines.every(line => line.mayAct)
      ? nothing
      : html`<form method="post" action="${action}">${hidden({ _csrf: csrf, _act: 'undo', batch })}<p class="button-row"><button class="button-quiet" type="submit">${words.undo[lang]}</button></p><p class="hint">${words.undoHelp[lang]}</p></form>`;
  return html`${ledgerTabs(lang, '')}<h1>${title}</h1>${page.told}${lotLine(lot, lang)}<ul class="allocations">${rows}</ul>${undo}<p class="button-row"><a class="button-quiet" href="${deskAt(lang, 'ledger/allocate/', { lot: lot.id })}">${words.again[lang]}</a> <a class="button-quiet" href="${deskAt(lang, 'ledger/')}">${ledgerWords.title[lang]}</a></p>`;
};
