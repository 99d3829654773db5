import { ledgerWords as words } from '#src/i18n/desk-ledger.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';

/** A need as it stands in lists: amounts in words, days in words. */
export type NeedLine = {
  readonly id: string;
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly item: string;
  readonly area: string;
  /** '' where nobody knows. */ readonly asked: string;
  readonly committed: string;
  readonly delivered: string;
  /** '' where it is met or not known. */ readonly missing: string;
  /** More than is asked for now; ''. */ readonly over: string;
  readonly day: string;
  /** Days since then; 0 for none. */ readonly late: number;
  readonly state: 'open' | 'held' | 'ended';
  readonly reason: string;
  /** Shares of what was asked, in hundredths, for the bar: handed over, then set aside. */ readonly shares: readonly [
    number,
    number,
  ];
};

const tabs = {
  needs: 'ledger/',
  lots: 'ledger/lots/',
  donations: 'donations/',
  funding: 'funding/',
  beds: 'beds/',
  vacancies: 'vacancies/',
} as const;

/** The parts of the ledger: supplies, gifts, money, beds, vacancies. */
export const ledgerTabs = (lang: Lang, here: keyof typeof tabs | ''): View =>
  html`<nav class="tabs" aria-label="${words.tabs[lang]}"><ul>${(
    ['needs', 'lots', 'donations', 'funding', 'beds', 'vacancies'] as const
  ).map(
    name =>
      html`<li><a href="${deskAt(lang, tabs[name])}"${here === name ? html` aria-current="page"` : nothing}>${words[name][lang]}</a></li>`,
  )}</ul></nav>`;

/** How much of what was asked is handed over and set aside, as a bar; the words beside it say the same. */
export const barView = ([given, kept]: NeedLine['shares']): View =>
  html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-all" width="100" height="6"/><rect class="bar-given" width="${given}" height="6"/><rect class="bar-kept" x="${given}" width="${kept}" height="6"/></svg>`;

/** What was asked, set aside, handed over. */
export const sumsIn = ({ asked, committed, delivered }: NeedLine, lang: Lang): string =>
  say(asked === '' ? words.sumsUnknown : words.sums, lang, { asked, committed, delivered });

/** What is missing, in one word or two. */
export const missingView = (need: NeedLine, lang: Lang): View => {
  if (need.state !== 'open') return html`<strong class="quiet">${words[need.state][lang]}</strong>`;
  if (need.asked === '') return html`<strong>${words.unknown[lang]}</strong>`;
  return need.missing === ''
    ? html`<strong class="met">${words.met[lang]}</strong>`
    : html`<strong>${say(words.missing, lang, { amount: need.missing })}</strong>`;
};

/** When it is needed or runs out, and how long ago that was. */
export const dayView = ({ day, late }: Pick<NeedLine, 'day' | 'late'>, lang: Lang): View => {
  const past = late > 0 ? html` <span class="late">${say(words.late, lang, { n: late })}</span>` : nothing;
  return html`${say(words.by, lang, { day })}${past}`;
};
