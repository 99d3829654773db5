import { rollWords } from '#src/i18n/donations.ts';
import { statisticsWords as words } from '#src/i18n/statistics.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { dateIn } from '#src/rules/validity.ts';
import { html, nothing, type View } from './html.ts';
import { figureOf, numberOf, type StatisticsPage } from './statistics-figures.ts';
import { firmsView, needsView, ratesView, timesView } from './statistics-parts.ts';

/** A rounded count in a sentence: 0 is exact. */
const roughly = (value: number, lang: Lang): string =>
  value === 0 ? '0' : say(words.about, lang, { n: numberOf(value) });

/** Whether there is anything to show. */
const isEmpty = ({ figures, firms }: StatisticsPage): boolean =>
  firms.firms === 0 &&
  firms.withheld === 0 &&
  figures.every(figure => figure.kind === 'time' || figure.parts.length === 0);

const sentences = (page: StatisticsPage): readonly string[] => {
  const { lang, firms } = page;
  const all = figureOf(page, 'count', 'received-total');
  const returns = all?.parts.find(part => part.key === 'daily-return')?.value ?? 0;
  const closed = figureOf(page, 'count', 'done-total')?.value ?? 0;
  const median = figureOf(page, 'time', 'answer-median')?.value ?? null;
  const ninety = figureOf(page, 'time', 'answer-ninety')?.value ?? null;
  const open = { firms: roughly(firms.firms, lang), staff: roughly(firms.staff ?? 0, lang) };
  return [
    say(firms.staff === null ? words.saysFirms : words.saysStaff, lang, open),
    say(returns === 0 ? words.saysNeeds : words.saysReturns, lang, {
      received: roughly(all?.value ?? 0, lang),
      returns: roughly(returns, lang),
      closed: roughly(closed, lang),
    }),
    ...(median === null || ninety === null ? [] : [say(words.saysTime, lang, { median, ninety })]),
  ];
};

/** Where the numbers may be fetched, and where they are explained. */
export const dataLinks = (lang: Lang): View =>
  html`<section class="section"><h2>${words.data[lang]}</h2><ul class="chips"><li><a href="/statistics/data.csv">${words.csv[lang]}</a></li><li><a href="/statistics/data.json">${words.json[lang]}</a></li><li><a href="${prefix(lang)}/statistics/dictionary/">${words.dictionary[lang]}</a></li><li><a href="${prefix(lang)}/donations/">${rollWords.see[lang]}</a></li><li><a href="${prefix(lang)}/statistics/zones/">${words.others[lang]}</a></li></ul></section>`;

/** The public page: three sentences, then charts with their tables, each with how it is counted. */
export const statisticsView = (page: StatisticsPage): View => {
  const { lang } = page;
  const head = html`<h1>${words.title[lang]}</h1><p class="lead">${say(words.asOf, lang, { date: dateIn(lang, page.asOf) })}</p>${page.counting ? html`<p class="notice-box">${words.counting[lang]}</p>` : nothing}`;
  if (isEmpty(page)) return html`${head}<p class="notice-box">${words.none[lang]}</p>${dataLinks(lang)}`;
  const said = html`<div class="says">${sentences(page).map(sentence => html`<p>${sentence}</p>`)}</div>`;
  const how = html`<section class="section box"><h2>${words.how[lang]}</h2><p>${words.howText[lang]}</p></section>`;
  return html`${head}${said}${firmsView(page)}${needsView(page)}${ratesView(page)}${timesView(page)}${how}${dataLinks(lang)}`;
};
