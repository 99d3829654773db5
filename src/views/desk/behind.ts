import { reportWords, behindWords as words } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { pagingView } from './paging.ts';

/** A case, an enterprise or a stay as one line. */
export type BehindLine = {
  /** The page of it, ''; and what the link says. */ readonly href: string;
  readonly shown: string;
  readonly name: string;
  /** Form, state, department, area … */ readonly about: readonly string[];
  /** `3月20日`, or ''. */ readonly when: string;
  /** What it adds where that is not one: `30万元`; ''. */ readonly amount: string;
};

export type BehindPage = {
  readonly lang: Lang;
  readonly title: string;
  readonly back: { readonly name: string; readonly href: string };
  /** The figure itself, `1,234`. */ readonly total: string;
  readonly unit: string;
  /** How the list and the figure go together. */ readonly hint: string;
  /** Not everything is counted yet. */ readonly behind: boolean;
  /** Both sides of a share; none of any other figure. */
  readonly sides: readonly { readonly name: string; readonly href: string; readonly isHere: boolean }[];
  readonly rows: readonly BehindLine[];
  /** What is said where there is no row. */ readonly none: string;
  /** Where the next page begins, and the first one; ''. */ readonly next: string;
  readonly newest: string;
};

const rowView = ({ href, shown, name, about, when, amount }: BehindLine): View => {
  const first = href === '' ? html`<span>${shown}</span>` : html`<a href="${href}">${shown}</a>`;
  const added = amount === '' ? nothing : html` <span class="amount">${amount}</span>`;
  return html`<li data-row>${first}<span>${name}${added}</span><span class="sub">${about.filter(Boolean).join(' · ')}</span><span class="sub when">${when}</span></li>`;
};

const sidesView = ({ lang, sides }: BehindPage): View => {
  if (sides.length === 0) return nothing;
  const items = sides.map(
    ({ name, href, isHere }) =>
      html`<li><a href="${href}"${isHere ? html` aria-current="page"` : nothing}>${name}</a></li>`,
  );
  return html`<nav class="tabs" aria-label="${words.sides[lang]}"><ul>${items}</ul></nav>`;
};

/** What is behind a figure, line by line, as far as somebody may see it. */
export const behindView = (page: BehindPage): View => {
  const { lang, title, back, total, unit, hint, rows, none, next, newest } = page;
  const counting = page.behind
    ? html`<p class="hint" role="status">${reportWords.behind[lang]}</p>`
    : nothing;
  const list =
    rows.length === 0
      ? html`<p class="empty">${none}</p>`
      : html`<ul class="behind">${rows.map(rowView)}</ul>`;
  return html`<p class="sub"><a href="${back.href}">${back.name}</a></p><h1>${title}</h1>${sidesView(page)}<p class="lead">${say(words.total, lang, { n: total, unit })}</p><p class="hint">${hint}</p>${counting}${list}${pagingView(lang, next, newest)}`;
};
