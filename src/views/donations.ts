import { rollWords as words } from '#src/i18n/donations.ts';
import { type Lang, prefix, say, type Words } from '#src/i18n/words.ts';
import { html, nothing, type View } from './html.ts';

/** Sums of one part of the roll, in words. */
export type RollPart = {
  readonly donors: string;
  readonly gifts: string;
  readonly money: string;
  readonly invoiced: string;
  readonly estimated: string;
};

/** A donor of the list; or all who are not named, as one. */
export type RollRow = { readonly donor: string; readonly given: string; readonly day: string };

export type RollPage = {
  readonly lang: Lang;
  /** A day in words. */ readonly asOf: string;
  /** The whole in a sentence; '' where nothing was received. */ readonly says: string;
  readonly behind: boolean;
  readonly parts: { readonly named: RollPart; readonly unnamed: RollPart; readonly total: RollPart };
  readonly goods: readonly {
    readonly item: string;
    readonly named: string;
    readonly unnamed: string;
    readonly total: string;
  }[];
  readonly rows: readonly RollRow[];
  readonly unnamed: RollRow | null;
  /** Where the next page begins; ''. */ readonly older: string;
  readonly isFirst: boolean;
  readonly phone: string;
};

/** A table that becomes short blocks on a phone, each cell with the name of its column. */
const tableView = (
  heads: readonly Words[],
  rows: readonly (readonly [string, ...string[]])[],
  foot: readonly [string, ...string[]] | null,
  lang: Lang,
  kind = '',
): View => {
  const line = ([first, ...cells]: readonly [string, ...string[]]): View =>
    html`<tr><th scope="row">${first}</th>${cells.map((cell, index) => html`<td class="number" data-name="${heads[index + 1]?.[lang] ?? ''}">${cell}</td>`)}</tr>`;
  const head = heads.map(
    (one, index) => html`<th scope="col"${index === 0 ? nothing : html` class="number"`}>${one[lang]}</th>`,
  );
  return html`<table class="numbers-table rates roll-sums${kind}"><thead><tr>${head}</tr></thead><tbody>${rows.map(line)}</tbody>${foot ? html`<tfoot>${line(foot)}</tfoot>` : nothing}</table>`;
};

const partCells = ({ donors, gifts, money, invoiced, estimated }: RollPart) =>
  [donors, gifts, money, invoiced, estimated] as const;

const totalsView = ({ lang, parts }: RollPage): View =>
  html`<section class="section"><h2>${words.totals[lang]}</h2>${tableView(
    [words.whose, words.donors, words.gifts, words.money, words.invoiced, words.estimated],
    [
      [words.named[lang], ...partCells(parts.named)],
      [words.unnamed[lang], ...partCells(parts.unnamed)],
    ],
    [words.total[lang], ...partCells(parts.total)],
    lang,
  )}</section>`;

const goodsView = ({ lang, goods }: RollPage): View =>
  goods.length === 0
    ? nothing
    : html`<section class="section"><h2>${words.goods[lang]}</h2>${tableView(
        [words.item, words.named, words.unnamed, words.total],
        goods.map(one => [one.item, one.named, one.unnamed, one.total] as const),
        null,
        lang,
        ' roll-goods',
      )}</section>`;

/** Names are Chinese in every edition: whoever reads the page aloud is told so. */
const rowView = ({ donor, given, day }: RollRow, lang: Lang, isName: boolean): View =>
  html`<tr><th scope="row"${isName && lang !== 'zh-Hans' ? html` lang="zh-Hans"` : nothing}>${donor}</th><td data-name="${words.given[lang]}">${given}</td><td data-name="${words.day[lang]}">${day}</td></tr>`;

const listView = (page: RollPage): View => {
  const { lang, rows, unnamed, older, isFirst } = page;
  const at = `${prefix(lang)}/donations/`;
  const back = isFirst ? nothing : html`<a class="button-quiet" href="${at}">${words.newer[lang]}</a>`;
  const more =
    older === ''
      ? nothing
      : html`<a class="button-quiet" rel="next" href="${at}?after=${older}">${words.older[lang]}</a>`;
  const heads = [words.donor, words.given, words.day].map(one => html`<th scope="col">${one[lang]}</th>`);
  const rest = unnamed ? rowView(unnamed, lang, false) : nothing;
  return html`<section class="section" id="list"><h2>${words.list[lang]}</h2><table class="numbers-table rates roll"><thead><tr>${heads}</tr></thead><tbody>${rows.map(row => rowView(row, lang, true))}${rest}</tbody></table>${isFirst && older === '' ? nothing : html`<p class="button-row paging">${back}${more}</p>`}</section>`;
};

const howView = ({ lang }: RollPage): View =>
  html`<section class="section box"><h2>${words.how[lang]}</h2><ul>${[words.howGifts, words.howMoney, words.howGoods, words.howNames].map(one => html`<li>${one[lang]}</li>`)}</ul></section>`;

/** The public roll: a sentence, sums whose parts are the whole, the donors who are named and all others as one. */
export const rollView = (page: RollPage): View => {
  const { lang, phone } = page;
  const behind = page.behind ? html`<p class="notice-box">${words.behind[lang]}</p>` : nothing;
  const head = html`<h1>${words.title[lang]}</h1><p class="lead">${say(words.asOf, lang, { date: page.asOf })}</p>${behind}`;
  const off = html`<p>${words.off[lang]}<a href="tel:${phone}">${phone}</a></p>`;
  const give = html`<p class="button-row"><a class="button" href="${prefix(lang)}/forms/donation/">${words.give[lang]}</a></p>`;
  if (page.says === '') return html`${head}<p class="notice-box">${words.none[lang]}</p>${give}`;
  const csv = html`<ul class="chips"><li><a href="/donations/data.csv">${words.csv[lang]}</a></li></ul>`;
  return html`${head}<div class="says"><p>${page.says}${words.thanks[lang]}</p></div>${listView(page)}${totalsView(page)}${goodsView(page)}${howView(page)}<section class="section">${off}${give}${csv}</section>`;
};
