import { orderWords as words } from '#src/i18n/desk-returns.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { reopeningTabs } from './returns.ts';

/** A filing in its place, in words. */
export type OrderLine = {
  readonly number: string;
  readonly shown: string;
  readonly name: string;
  readonly facts: string;
  /** What it has by each criterion, the first first. */ readonly has: readonly string[];
  /** Why it stands before the next; ''. */ readonly before: string;
};

export type OrderPage = {
  readonly lang: Lang;
  readonly behind: boolean;
  /** What must be there, and what decides, as the rule of the day names them. */
  readonly musts: readonly string[];
  readonly by: readonly string[];
  readonly ready: readonly OrderLine[];
  /** How many stand before the first that is shown. */ readonly from: number;
  readonly readyCount: number;
  /** Where the next part begins; 0. */ readonly next: number;
  readonly lacking: readonly (Pick<OrderLine, 'number' | 'shown' | 'name' | 'facts'> & {
    readonly lacks: string;
  })[];
  readonly lackingCount: number;
};

const nameView = ({ number, name, facts }: Pick<OrderLine, 'number' | 'name' | 'facts'>, lang: Lang): View =>
  html`<a href="${deskAt(lang, `cases/${number}/`)}">${name}</a><p class="sub">${facts}</p>`;

const readyView = (line: OrderLine, place: number, lang: Lang): View => {
  const before = line.before === '' ? nothing : html`<p class="sub">${line.before}</p>`;
  return html`<li class="order-row" data-row value="${place}"><span class="order-place" aria-hidden="true">${place}</span><div class="need-what">${nameView(line, lang)}</div><div class="order-why"><ul class="reasons">${line.has.map(one => html`<li>${one}</li>`)}</ul>${before}</div></li>`;
};

const ruleView = ({ lang, musts, by }: OrderPage): View =>
  html`<details class="order"><summary>${words.rule[lang]}</summary><p>${say(words.ruleMust, lang, { list: musts.join(words.between[lang]) })}</p><ol>${by.map(one => html`<li>${one}</li>`)}</ol></details>`;

/** Who opens first, each with why; apart those that may not open yet, each with what it lacks. */
export const orderView = (page: OrderPage): View => {
  const { lang, ready, lacking, from, next } = page;
  const behind = page.behind ? html`<p class="hint" role="status">${words.behind[lang]}</p>` : nothing;
  const list =
    ready.length === 0
      ? html`<p class="empty">${words.readyNone[lang]}</p>`
      : html`<ol class="needs order-list">${ready.map((line, index) => readyView(line, from + index + 1, lang))}</ol>`;
  const more =
    next === 0
      ? nothing
      : html`<p class="button-row paging"><a class="button-quiet" rel="next" href="${deskAt(lang, 'order/', { from: String(next) })}">${say(words.more, lang, { n: page.readyCount - next })}</a></p>`;
  const rest = lacking.map(
    line =>
      html`<li class="order-row" data-row><div class="need-what">${nameView(line, lang)}</div><p class="late">${say(words.lacks, lang, { list: line.lacks })}</p></li>`,
  );
  const apart =
    rest.length === 0
      ? html`<p class="empty">${words.lackingNone[lang]}</p>`
      : html`<ul class="needs order-lacking">${rest}</ul>`;
  const hidden =
    page.lackingCount > lacking.length
      ? html`<p class="hint">${say(words.lackingMore, lang, { n: page.lackingCount - lacking.length })}</p>`
      : nothing;
  return html`<h1>${words.title[lang]}</h1>${reopeningTabs(lang, 'order', true)}<p class="lead">${words.lead[lang]}</p>${behind}${ruleView(page)}<h2>${words.ready[lang]} <span class="count">${page.readyCount}</span></h2>${list}${more}<h2>${words.lacking[lang]} <span class="count">${page.lackingCount}</span></h2>${apart}${hidden}`;
};
