import type { Row } from '#src/forms/display.ts';
import { mineWords, trackWords as words } from '#src/i18n/track.ts';
import type { Lang } from '#src/i18n/words.ts';
import { caseButton } from './acts.ts';
import { flag, html, nothing, type View } from './html.ts';
import { keepView } from './receipt.ts';
import { timeInWords } from './time.ts';

export type TrackForm = {
  readonly lang: Lang;
  readonly number: string;
  readonly problem: string;
  readonly problems: Readonly<Record<string, string>>;
};

/** The field of a registration number, or of its password. */
export const field = (name: 'number' | 'pin', value: string, page: TrackForm): View => {
  const { lang } = page;
  const problem = page.problems[name] ?? '';
  return html`<div class="field${problem ? ' field-invalid' : ''}"><label for="t-${name}">${words[name][lang]}</label><p class="hint" id="t-${name}-hint">${words[`${name}Help`][lang]}</p><p class="error" id="t-${name}-error"${flag('hidden', problem === '')}>${problem}</p><input id="t-${name}" name="${name}" value="${value}" inputmode="numeric" autocomplete="off" maxlength="40" required aria-describedby="t-${name}-hint t-${name}-error"${flag('aria-invalid="true"', problem !== '')}></div>`;
};

/** Where the page's script lists the cases that this device keeps; hidden while there are none. */
const mineView = (lang: Lang): View =>
  html`<section data-mine data-remove="${mineWords.remove[lang]}" hidden><h2>${mineWords.title[lang]}</h2><p class="hint">${mineWords.lead[lang]}</p><ul class="mine"></ul><p class="button-row"><button class="button-quiet" type="button" data-clear>${mineWords.clear[lang]}</button></p></section>`;

const problemView = (problem: string): View =>
  problem
    ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${problem}</h2></div>`
    : nothing;

/** Number and password, with what was wrong with the last try; the password is never given back. */
export const trackFormView = (page: TrackForm): View => {
  const { lang } = page;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${problemView(page.problem)}<form class="form" method="post" action="/api/track?lang=${lang}" data-track data-loading="${words.loading[lang]}" novalidate>${field('number', page.number, page)}${field('pin', '', page)}<div class="button-row"><button class="button" type="submit">${words.look[lang]}</button></div></form>${mineView(lang)}`;
};

export type TrackPage = {
  readonly lang: Lang;
  readonly title: string;
  readonly number: string;
  readonly state: string;
  readonly handler: string;
  readonly due: string;
  readonly overdue: boolean;
  readonly open: boolean;
  readonly urgent: boolean;
  /** When it is worth coming back, in a sentence. */ readonly again: string;
  /** Newest first; `own` marks what the enterprise itself wrote. */
  readonly events: readonly {
    readonly at: string;
    readonly text: string;
    readonly body: string;
    readonly own: boolean;
  }[];
  readonly sent: readonly Row[];
  /** The time that it booked. */ readonly appointment: View;
  /** Papers that were issued to it. */ readonly papers: View;
  /** Who looks after the enterprise. */ readonly liaison: View;
  /** The other cases of the same submission, each with what opens it. */
  readonly linked: readonly { readonly label: string; readonly pass: string }[];
  /** Why the last act was not done; '' otherwise. */ readonly problem: string;
  /** What may be done. */ readonly acts: View;
};

const eventView = (event: TrackPage['events'][number], lang: Lang): View => {
  const lines = event.body.split('\n').map(line => html`<p>${line}</p>`);
  const box = html`<div class="answer${event.own ? ' own' : ''}">${event.own ? html`<p class="hint">${words.said[lang]}</p>` : nothing}${lines}</div>`;
  return html`<li><time datetime="${event.at}">${timeInWords(event.at, lang)}</time><p>${event.text}</p>${event.body ? box : nothing}</li>`;
};

const linkedView = ({ lang, linked }: TrackPage): View =>
  linked.length === 0
    ? nothing
    : html`<h2>${words.linked[lang]}</h2><ul class="linked">${linked.map(({ label, pass }) => html`<li>${caseButton({ lang, pass, label })}</li>`)}</ul>`;

/** The course of a case: state, who has it, until when, when to look again; the newest event on top, answers in full. */
export const trackView = (page: TrackPage): View => {
  const { lang } = page;
  const late = page.overdue ? html` <strong class="overdue">${words.overdue[lang]}</strong>` : nothing;
  const urgent = page.urgent ? html` <strong class="urgent">${words.urgent[lang]}</strong>` : nothing;
  return html`<h1>${page.title}</h1><p class="receipt-number">${page.number}</p>${problemView(page.problem)}<dl class="facts"><div><dt>${words.state[lang]}</dt><dd>${page.state}${urgent}</dd></div><div><dt>${words.handler[lang]}</dt><dd>${page.handler}</dd></div><div${flag('hidden', !page.open)}><dt>${words.due[lang]}</dt><dd>${timeInWords(page.due, lang)}${late}</dd></div><div><dt>${words.again[lang]}</dt><dd>${page.again}</dd></div></dl><p class="button-row">${keepView(lang, page.number)}</p>${page.appointment}${page.papers}<h2>${words.course[lang]}</h2><ol class="timeline">${page.events.map(event => eventView(event, lang))}</ol>${page.liaison}${page.acts}<h2>${words.sent[lang]}</h2><dl class="facts">${page.sent.map(row => html`<div><dt>${row.label}</dt><dd>${row.value}</dd></div>`)}</dl><p class="hint">${words.sentNote[lang]}</p>${linkedView(page)}`;
};
