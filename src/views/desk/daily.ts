import { reportWords as words } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { dayIn } from '../time.ts';
import { deskAt } from './address.ts';
import { dayForm } from './figures.ts';

/** A cell, and where what it counts is listed: an address, or ''. */
type DailyCell = { readonly text: string; readonly href: string };

/** A section in words: the first cell of a row is what it speaks of. */
export type DailySection = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DailyCell[])[];
  readonly note: string;
};

export type DailyPage = {
  readonly lang: Lang;
  readonly day: string;
  readonly today: string;
  readonly time: string;
  readonly behind: boolean;
  readonly sections: readonly DailySection[];
  /** For a group, in Chinese. */ readonly message: string;
};

/** On a phone a share breaks before its two numbers: between a per cent sign and a bracket no browser does. */
const textView = (text: string): View => {
  const [share = '', of] = text.split('（');
  return of === undefined ? html`${text}` : html`${share}<wbr>（${of}`;
};

const cellView = ({ text, href }: DailyCell): View =>
  href === '' ? textView(text) : html`<a href="${href}">${textView(text)}</a>`;

const sectionView = ({ title, columns, rows, note }: DailySection, index: number, lang: Lang): View => {
  const id = `section-${index + 1}`;
  const [first = '', ...others] = columns;
  const body = rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name?.text ?? ''}</th>${cells.map(cell => html`<td class="num">${cellView(cell)}</td>`)}</tr>`,
  );
  const table =
    rows.length === 0
      ? html`<p class="empty">${words.none[lang]}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table class="daily"><thead><tr><th scope="col">${first}</th>${others.map(name => html`<th scope="col" class="num">${name}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
  return html`<section><h2 id="${id}">${title}</h2>${table}<p class="hint">${note}</p></section>`;
};

/** The daily report: sections of figures, a sheet, a text for a group. Prints on A4. */
export const dailyView = (page: DailyPage): View => {
  const { lang, day, time, sections, message } = page;
  const behind = page.behind ? html`<p class="hint" role="status">${words.behind[lang]}</p>` : nothing;
  const bar = html`<div class="figures-bar">${dayForm(lang, 'daily/', page)}<p class="button-row"><a class="button-quiet" href="${deskAt(lang, `daily/sheets/${day}.xlsx`)}" download>${words.sheet[lang]}</a><button class="button-quiet" type="button" data-print hidden>${words.print[lang]}</button><a class="button-quiet" href="${deskAt(lang, 'figures/', { day })}">${words.figures[lang]}</a></p></div>`;
  const group = html`<details class="daily-message"><summary>${words.message[lang]}</summary><div class="field"><label class="hint" for="message">${words.messageHelp[lang]}</label><textarea id="message" rows="12" lang="zh-Hans" readonly>${message}</textarea></div><p class="button-row"><button class="button-quiet" type="button" data-copy-from="#message" hidden>${words.copy[lang]}</button><span role="status" hidden>${words.copied[lang]}</span></p></details>`;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${say(words.lead, lang, { day: dayIn(day, lang), time })}</p>${behind}${bar}${sections.map((section, index) => sectionView(section, index, lang))}${group}`;
};
