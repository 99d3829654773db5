import type { Row } from '#src/forms/display.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { bedWords } from '#src/i18n/desk-beds.ts';
import { caseWords as words } from '#src/i18n/desk-case.ts';
import { deedNotes } from '#src/i18n/desk-deeds.ts';
import { donationCaseWords } from '#src/i18n/desk-donations.ts';
import { faqWords } from '#src/i18n/desk-faq.ts';
import { fundingCaseWords } from '#src/i18n/desk-funding.ts';
import { papersWords } from '#src/i18n/desk-papers.ts';
import { deskSlotWords } from '#src/i18n/desk-slots.ts';
import { vacancyDeskWords } from '#src/i18n/desk-vacancies.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { dueView, shortTime } from './clock.ts';
import { type DeedsPage, deedsView } from './deeds.ts';
import { type FactsPage, factsView } from './facts.ts';
import { noticeView } from './fields.ts';

/** One thing that happened to a case, in words. `enterprise` said it, `told` was said to it, `internal` is for officers, the rest records. */
export type Said = {
  readonly side: 'enterprise' | 'told' | 'internal' | 'record';
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly text: string;
};

export type CasePage = {
  readonly lang: Lang;
  readonly now: Date;
  readonly shown: string;
  readonly title: string;
  readonly enterprise: string;
  readonly state: string;
  readonly due: string;
  readonly running: boolean;
  readonly flags: readonly { readonly text: string; readonly loud: boolean }[];
  /** Other officers who looked at it in the last two minutes. */ readonly watching: readonly string[];
  readonly isComplaint: boolean;
  readonly isErased: boolean;
  /** What was recorded, a new password, or what went wrong: stands first. */ readonly told: View;
  /** What was asked, with masked fields masked, or opened. */ readonly asked: readonly Row[];
  /** Positions of a review side by side, and visits of its site. */ readonly beside: View;
  readonly said: readonly Said[];
  readonly facts: FactsPage;
  readonly deeds: DeedsPage;
  /** Whether papers are drafted of it by whoever looks. */ readonly papers: boolean;
  /** The ledger that its money, its gift, its beds or its positions stand in; ''. */
  readonly ledger: 'funding' | 'donations' | 'beds' | 'vacancies' | 'appointments' | '';
  /** Whether its answer may be made a common question, or was. */ readonly faq: 'no' | 'may' | 'out';
};

const paragraphs = (text: string): readonly View[] => text.split('\n').map(line => html`<p>${line}</p>`);

const saidView = ({ side, at, who, what, text }: Said, now: Date, lang: Lang): View => {
  const mark = side === 'internal' ? html` <span class="flag">${words.internal[lang]}</span>` : nothing;
  return html`<li class="said said-${side}"><p class="said-head"><b>${who}</b> ${what}${mark} <time datetime="${at}">${shortTime(at, now, lang)}</time></p>${text ? html`<div class="said-text">${paragraphs(text)}</div>` : nothing}</li>`;
};

const watchingView = ({ lang, watching }: CasePage): View =>
  watching.length === 0
    ? nothing
    : html`<p class="watching" role="status"><b>${say(words.watching, lang, { names: watching.join(deskWords.between[lang]) })}</b>${lang === 'en' ? '. ' : '。'}${words.watchingNote[lang]}</p>`;

const headView = (page: CasePage): View => {
  const { lang, now } = page;
  const flags = page.flags.map(
    ({ text, loud }) => html`<span class="${loud ? 'flag loud' : 'flag'}">${text}</span> `,
  );
  return html`<header class="case-head"><h1>${page.enterprise}</h1><p class="case-line"><span>${page.title}</span> <span class="number">${page.shown}</span> <b>${page.state}</b> ${flags}</p><p class="case-due">${dueView(page, now, lang)}</p>${page.deeds.deeds.length > 0 ? html`<p class="to-deeds"><a class="button-quiet" href="#deeds">${deedNotes.acts[lang]}</a></p>` : nothing}</header>`;
};

/** From so many characters on a value has a line of its own. */
const long = 22;

const askedRow = ({ label, value }: Row): View =>
  html`<div${value.length > long ? html` class="long"` : nothing}><dt>${label}</dt><dd>${paragraphs(value)}</dd></div>`;

const faqLinkView = ({ faq, lang, deeds: { number } }: CasePage): View =>
  faq === 'no'
    ? nothing
    : html`<p class="to-faq"><a class="button-quiet" href="${deskAt(lang, `cases/${number}/faq/`)}">${faq === 'may' ? faqWords.open[lang] : faqWords.see[lang]}</a> <span class="hint">${faqWords.openHint[lang]}</span></p>`;

const ledgerWords = {
  funding: fundingCaseWords,
  donations: donationCaseWords,
  beds: bedWords,
  vacancies: vacancyDeskWords,
  appointments: deskSlotWords,
} as const;

const ledgerLinkView = ({ ledger, lang, deeds: { number } }: CasePage): View => {
  if (ledger === '') return nothing;
  const href =
    ledger === 'beds'
      ? deskAt(lang, 'beds/', { for: number })
      : deskAt(lang, `${ledger}/${ledger === 'appointments' ? 'cases/' : ''}${number}/`);
  return html`<p class="to-faq"><a class="button-quiet" href="${href}">${ledgerWords[ledger].open[lang]}</a></p>`;
};

const papersLinkView = ({ papers, lang, deeds: { number } }: CasePage): View =>
  papers
    ? html`<p class="to-faq"><a class="button-quiet" href="${deskAt(lang, 'papers/', { case: number })}">${papersWords.open[lang]}</a> <span class="hint">${papersWords.openHint[lang]}</span></p>`
    : nothing;

/** A case for its officers: the conversation in the middle with what can be done under it, facts at the side. */
export const caseView = (page: CasePage): View => {
  const { lang, now } = page;
  const complaint = page.isComplaint ? html`<p class="watching">${words.complaint[lang]}</p>` : nothing;
  const erased = page.isErased ? html`<p class="watching">${words.erased[lang]}</p>` : nothing;
  const asked = html`<section class="asked"><h2>${words.asked[lang]}</h2><dl>${page.asked.map(askedRow)}</dl></section>`;
  const course = html`<section class="course" aria-labelledby="course"><h2 id="course">${words.conversation[lang]}</h2><ol>${page.said.map(one => saidView(one, now, lang))}</ol></section>`;
  return html`${headView(page)}${page.told}${watchingView(page)}${complaint}${erased}<div class="case-grid"><div class="case-main">${asked}${page.beside}${course}${deedsView(page.deeds)}${ledgerLinkView(page)}${papersLinkView(page)}${faqLinkView(page)}</div>${factsView(page.facts)}</div>`;
};

/** Somebody was faster: what they did, before everything else; what was typed stands in its place below. */
export const staleView = (lang: Lang, now: Date, since: readonly Said[]): View =>
  html`${noticeView(deedNotes.stale[lang], deedNotes.staleText[lang])}<ol class="since">${since.map(
    ({ who, at, what }) =>
      html`<li>${say(deedNotes.staleDone, lang, { who, at: shortTime(at, now, lang), what })}</li>`,
  )}</ol>`;
