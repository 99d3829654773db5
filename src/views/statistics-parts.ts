import { statisticsWords as words } from '#src/i18n/statistics.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { dateIn } from '#src/rules/validity.ts';
import { barChart, lineChart } from './chart.ts';
import { html, nothing, type View } from './html.ts';
import { type Figure, figureOf, numberOf, type StatisticsPage } from './statistics-figures.ts';

type Cell = number | null | undefined;

/** A published cell: withheld ones say that they are small, and are never an empty place or a 0. */
const cellIn = (cell: Cell, lang: Lang): string => (cell === null ? words.withheld[lang] : numberOf(cell));

const percent = (numerator: Cell, denominator: Cell, lang: Lang): string =>
  numerator === null || !denominator
    ? '—'
    : `${Math.round(((numerator ?? 0) * 100) / denominator)}${lang === 'en' ? ' %' : '%'}`;

type Defined = { readonly name: Words; readonly counted: Words; readonly notCounted: Words };

/** How figures are counted, and what is not, folded. */
const definedView = (all: readonly Defined[], lang: Lang): View =>
  html`<details class="defined"><summary>${words.definition[lang]}</summary><dl class="facts">${all.map(({ name, counted, notCounted }) => html`<div><dt>${name[lang]}</dt><dd><p>${counted[lang]}</p><p class="meta">${words.notCounted[lang]}${lang === 'en' ? ': ' : '：'}${notCounted[lang]}</p></dd></div>`)}</dl></details>`;

const heads = (names: readonly Words[], lang: Lang): View =>
  html`<thead><tr>${names.map((name, i) => html`<th scope="col"${i === 0 ? nothing : html` class="number"`}>${name[lang]}</th>`)}</tr></thead>`;

const row = (name: string, cells: readonly string[]): View =>
  html`<tr><th scope="row">${name}</th>${cells.map(cell => html`<td class="number">${cell}</td>`)}</tr>`;

const withheldView = (n: number, lang: Lang): View =>
  n === 0 ? nothing : html`<p class="figure-note">${say(words.withheldNote, lang, { n })}</p>`;

const chartSays = (bars: readonly { name: string; shown: string }[], lang: Lang): string => {
  const told = bars.map(({ name, shown }) => say(words.pair, lang, { name, value: shown }));
  return say(words.chartSays, lang, { bars: told.join(words.between[lang]) });
};

/** A chart of the weeks; nothing while every point is 0. */
const weeksView = (page: StatisticsPage, of: 'received' | 'firms', name: Words): View => {
  const { lang, weeks } = page;
  if (weeks.every(week => week[of] === 0)) return nothing;
  const title = say(words.weekly, lang, { name: name[lang] });
  const points = weeks.map(week => ({
    name: dateIn(lang, week.asOf, page.asOf),
    value: week[of],
    shown: numberOf(week[of]),
  }));
  const body = points.map(point => row(point.name, [point.shown]));
  const table = html`<details class="defined"><summary>${words.weeks[lang]}</summary><table class="numbers-table">${heads([words.day, name], lang)}<tbody>${body}</tbody></table></details>`;
  return html`<figure class="figure-weeks"><figcaption class="meta">${title}</figcaption>${lineChart({ id: `weeks-${of}`, title, says: chartSays(points, lang), points })}${table}</figure>`;
};

/** Enterprises at work and their staff, by line. */
export const firmsView = (page: StatisticsPage): View => {
  const { lang, firms } = page;
  const { parts } = firms;
  const bars = parts.map(part => ({
    name: part.name[lang],
    value: part.firms,
    shown: cellIn(part.firms, lang),
  }));
  const chart = barChart({
    id: 'firms',
    title: words.firmsChart[lang],
    says: chartSays(bars, lang),
    bars,
  });
  const columns = [words.line, words.firmsColumn, words.reporting, words.staffColumn];
  const body = parts.map(part =>
    row(part.name[lang], [cellIn(part.firms, lang), cellIn(part.reporting, lang), numberOf(part.staff)]),
  );
  const total = row(words.total[lang], [firms.firms, firms.reporting, firms.staff].map(numberOf));
  const missing = firms.firms - firms.reporting;
  const notes = html`${withheldView(firms.withheld, lang)}${missing > 0 ? html`<p class="figure-note">${say(words.notStaff, lang, { n: say(words.about, lang, { n: numberOf(missing) }) })}</p>` : nothing}`;
  const defined = definedView(
    [{ name: words.firms, counted: words.firmsCounted, notCounted: words.firmsNotCounted }],
    lang,
  );
  return html`<section class="section"><h2>${words.firms[lang]}</h2><div class="figure-pair"><div>${chart}</div><div><table class="numbers-table">${heads(columns, lang)}<tbody>${body}</tbody><tfoot>${total}</tfoot></table>${notes}${defined}</div></div>${weeksView(page, 'firms', words.firmsOpen)}</section>`;
};

type Shares = Extract<Figure, { kind: 'share' }>;

/** What was received and closed, by matter. */
export const needsView = (page: StatisticsPage): View => {
  const { lang } = page;
  const received = figureOf(page, 'count', 'received-total');
  const done = figureOf(page, 'count', 'done-total');
  if (!received || !done) return nothing;
  const closedOf = (key: string): Cell => {
    const part = done.parts.find(one => one.key === key);
    return part ? part.value : 0;
  };
  const parts = received.parts.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const bars = parts.map(part => ({
    name: part.name[lang],
    value: part.value,
    shown: cellIn(part.value, lang),
  }));
  const body = parts.map(part =>
    row(part.name[lang], [
      cellIn(part.value, lang),
      cellIn(closedOf(part.key), lang),
      percent(closedOf(part.key), part.value, lang),
    ]),
  );
  const total = row(words.total[lang], [
    numberOf(received.value),
    numberOf(done.value),
    percent(done.value, received.value, lang),
  ]);
  const rate = figureOf(page, 'share', 'done-rate')?.name ?? words.rate;
  const chart = barChart({
    id: 'received',
    title: words.receivedChart[lang],
    says: chartSays(bars, lang),
    bars,
  });
  return html`<section class="section"><h2>${words.needs[lang]}</h2><div class="figure-pair"><div>${chart}</div><div><table class="numbers-table">${heads([words.form, words.received, words.closed, rate], lang)}<tbody>${body}</tbody><tfoot>${total}</tfoot></table>${withheldView(received.withheld + done.withheld, lang)}${definedView([received, done], lang)}</div></div>${weeksView(page, 'received', received.name)}</section>`;
};

const rateRow = ({ name, numerator, denominator }: Shares, lang: Lang): View =>
  html`<tr><th scope="row">${name[lang]}</th><td class="number"><b>${percent(numerator, denominator, lang)}</b></td><td class="number">${numberOf(numerator)}</td><td class="number">${numberOf(denominator)}</td></tr>`;

/** The shares, each with its numerator and denominator. */
export const ratesView = (page: StatisticsPage): View => {
  const { lang } = page;
  const rates = page.figures.filter(figure => figure.kind === 'share');
  if (rates.every(rate => rate.denominator === 0)) return nothing;
  return html`<section class="section"><h2>${words.rates[lang]}</h2><table class="numbers-table">${heads([words.figure, words.rate, words.numerator, words.denominator], lang)}<tbody>${rates.map(rate => rateRow(rate, lang))}</tbody></table>${withheldView(
    rates.reduce((sum, one) => sum + one.withheld, 0),
    lang,
  )}${definedView(rates, lang)}</section>`;
};

/** How long an answer takes, and of how many that was measured. */
export const timesView = (page: StatisticsPage): View => {
  const { lang } = page;
  const times = page.figures.filter(figure => figure.kind === 'time');
  if (times.length === 0) return nothing;
  const gap = lang === 'en' ? ' ' : '';
  const body = times.map(({ name, value, unit, measured }) =>
    row(name[lang], [
      value === null ? words.few[lang] : `${numberOf(value)}${gap}${unit[lang]}`,
      cellIn(measured, lang),
    ]),
  );
  return html`<section class="section"><h2>${words.times[lang]}</h2><table class="numbers-table">${heads([words.figure, words.value, words.measured], lang)}<tbody>${body}</tbody></table>${definedView(times, lang)}</section>`;
};
