import { reportWords, figurePageWords as words } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { dayIn } from '../time.ts';
import { deskAt } from './address.ts';

/** A number, and where what it counts is listed: an address, or ''. */
type Number = { readonly text: string; readonly href: string };
/** A value as it is read; `of`: both numbers of a share, or how many were measured. */
export type FigureCell = Number & { readonly of: readonly Number[] };
/** A figure with its definition. */
export type FigureLine = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly counted: string;
  readonly notCounted: string;
  /** On the day, the day before, the same day of last week. */ readonly cells: readonly FigureCell[];
};

export type FiguresPage = {
  readonly lang: Lang;
  readonly day: string;
  readonly today: string;
  /** `14:05` */ readonly time: string;
  readonly behind: boolean;
  readonly groups: readonly {
    readonly name: 'daily' | 'standing' | 'shares';
    readonly lines: readonly FigureLine[];
  }[];
};

/** Which day: a form that works without a script. */
export const dayForm = (
  lang: Lang,
  path: string,
  { day, today }: { readonly day: string; readonly today: string },
): View =>
  html`<form class="filters-row day-form" method="get" action="${deskAt(lang, path)}"><label>${reportWords.day[lang]}<input type="date" name="day" value="${day}" max="${today}" required></label><button class="button-quiet" type="submit">${reportWords.show[lang]}</button></form>`;

const numberView = ({ text, href }: Number): View =>
  href === '' ? html`${text}` : html`<a href="${href}">${text}</a>`;

const ofView = (numbers: FigureCell['of'], lang: Lang): View => {
  const [first, second] = numbers;
  if (!first) return nothing;
  const over = second
    ? html`${numberView(first)}/${numberView(second)}`
    : html`${numberView(first)} ${words.measured[lang]}`;
  return html`<span class="sub">${over}</span>`;
};

const cellView = (cell: FigureCell, lang: Lang): View =>
  html`<td class="num">${numberView(cell)}${ofView(cell.of, lang)}</td>`;

const lineView = (line: FigureLine, lang: Lang): View =>
  html`<tr id="${line.id}"><th scope="row"><details><summary>${line.name}${line.unit === '%' ? nothing : html` <span class="sub">${line.unit}</span>`}</summary><p>${line.counted}</p><p><strong>${words.notCounted[lang]}</strong>${line.notCounted}</p></details></th>${line.cells.map(cell => cellView(cell, lang))}</tr>`;

/** Every figure of a day beside the day before and a week before, its definition folded beside it. */
export const figuresView = (page: FiguresPage): View => {
  const { lang, day, time } = page;
  const heads = [reportWords.today, reportWords.yesterday, reportWords.lastWeek];
  const behind = page.behind ? html`<p class="hint" role="status">${reportWords.behind[lang]}</p>` : nothing;
  const groups = page.groups.map(
    ({ name, lines }) =>
      html`<h2>${words[name][lang]}</h2><table class="figures"><thead><tr><th scope="col">${reportWords.figure[lang]}</th>${heads.map(head => html`<th scope="col" class="num">${head[lang]}</th>`)}</tr></thead><tbody>${lines.map(line => lineView(line, lang))}</tbody></table>`,
  );
  return html`<h1>${words.title[lang]}</h1><p class="lead">${say(words.lead, lang, { day: dayIn(day, lang), time })}</p>${behind}<div class="figures-bar">${dayForm(lang, 'figures/', page)}<p><a class="button-quiet" href="${deskAt(lang, 'daily/', { day })}">${words.report[lang]}</a></p></div>${groups}`;
};
