import { roundWords as words } from '#src/i18n/desk-rounds.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortDay, shortTime } from './clock.ts';
import { type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { pagingView } from './paging.ts';
import { lastIn, type RoundLine, roundFlag, tierIn } from './rounds.ts';

/** One contact: when, who, what was noted ('' once it was deleted), and which case it was about. */
export type ContactLine = {
  readonly at: string;
  readonly who: string;
  readonly note: string;
  readonly about: { readonly number: string; readonly shown: string } | null;
};

export type RoundPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly now: Date;
  readonly line: RoundLine;
  readonly mayRecord: boolean;
  readonly key: string;
  readonly typed: Typed;
  /** A contact was written down a moment ago. */ readonly isSaved: boolean;
  readonly contacts: readonly ContactLine[];
  readonly next: string;
  readonly isFirst: boolean;
};

/** What is filled in to write down a contact. One table for the form and for reading what it sends. */
export const roundFields: readonly DeskField[] = [
  {
    name: 'note',
    kind: 'text',
    label: words.note,
    help: words.noteHelp,
    required: true,
    max: 500,
    rows: 4,
  },
  { name: 'case', kind: 'line', label: words.case, help: words.caseHelp, max: 20 },
];

const formView = ({ lang, csrf, line, mayRecord, key, typed }: RoundPage): View => {
  if (!mayRecord) return nothing;
  const fields = roundFields.map(field => deskField(field, 'r', typed, lang));
  return html`<section class="visit-record" aria-labelledby="record"><h2 id="record">${words.record[lang]}</h2><form class="visit-form" method="post" action="${deskAt(lang, `rounds/${line.creditCode}/`)}">${hidden({ _csrf: csrf, _key: key })}${deskProblems('r', typed.problems, lang)}${fields}<button class="button" type="submit">${words.save[lang]}</button></form></section>`;
};

const contactView = ({ lang, now }: RoundPage, { at, who, note, about }: ContactLine): View => {
  const link = about
    ? html` <a href="${deskAt(lang, `cases/${about.number}/`)}">${say(words.about, lang, { number: about.shown })}</a>`
    : nothing;
  return html`<li><p class="hint"><time datetime="${at}">${shortTime(at, now, lang)}</time> ${who}${link}</p><p class="said-text">${note || words.gone[lang]}</p></li>`;
};

const historyView = (page: RoundPage): View => {
  const { lang, contacts, next, isFirst, line } = page;
  const more = pagingView(lang, next ? deskAt(lang, `rounds/${line.creditCode}/`, { after: next }) : '');
  const list =
    contacts.length === 0 && isFirst
      ? html`<p class="empty">${words.noHistory[lang]}</p>`
      : html`<ul class="round-contacts">${contacts.map(one => contactView(page, one))}</ul>`;
  return html`<section class="visit-record" aria-labelledby="history"><h2 id="history">${words.history[lang]}</h2>${list}${more}</section>`;
};

const nextIn = ({ state, due }: RoundLine, lang: Lang): string => {
  if (state === 'never') return say(words.next, lang, { day: words.now[lang] });
  return say(words.next, lang, { day: state === 'today' ? words.now[lang] : shortDay(due, lang) });
};

/** An enterprise on a list: whose it is, when it is due, what was said before, and a contact to write down. */
export const roundView = (page: RoundPage): View => {
  const { lang, now, line, isSaved } = page;
  const saved = isSaved
    ? html`<p class="done" role="status" tabindex="-1" id="done">${words.saved[lang]}</p>`
    : nothing;
  const last = lastIn(line, now, lang);
  const facts = [tierIn(line, lang), line.department, line.area].join(' · ');
  return html`<p class="visit-back"><a href="${deskAt(lang, 'rounds/')}">${words.back[lang]}</a></p><h1>${line.enterprise}</h1><p class="lead">${facts}</p>${saved}<p class="round-next">${nextIn(line, lang)}${roundFlag(line, lang)}${last ? html`<br>${words.last[lang]}${lang === 'en' ? ': ' : '：'}${last}` : nothing}</p>${formView(page)}${historyView(page)}`;
};
