import type { Row } from '#src/forms/display.ts';
import { trackWords as words } from '#src/i18n/forms.ts';
import type { Lang } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from './html.ts';
import { timeInWords } from './time.ts';

export type TrackForm = {
  readonly lang: Lang;
  readonly number: string;
  readonly problem: string;
  readonly problems: Readonly<Record<string, string>>;
};

const field = (name: 'number' | 'pin', value: string, page: TrackForm): View => {
  const { lang } = page;
  const problem = page.problems[name] ?? '';
  return html`<div class="field${problem ? ' field-invalid' : ''}"><label for="t-${name}">${words[name][lang]}</label><p class="hint" id="t-${name}-hint">${words[`${name}Help`][lang]}</p><p class="error" id="t-${name}-error"${flag('hidden', problem === '')}>${problem}</p><input id="t-${name}" name="${name}" value="${value}" inputmode="numeric" autocomplete="off" maxlength="40" required aria-describedby="t-${name}-hint t-${name}-error"${flag('aria-invalid="true"', problem !== '')}></div>`;
};

/** Number and password, with what was wrong with the last try; the password is never given back. */
export const trackFormView = (page: TrackForm): View => {
  const { lang } = page;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${page.problem ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${page.problem}</h2></div>` : nothing}<form class="form" method="post" action="/api/track?lang=${lang}" data-track data-loading="${words.loading[lang]}" novalidate>${field('number', page.number, page)}${field('pin', '', page)}<div class="button-row"><button class="button" type="submit">${words.look[lang]}</button></div></form>`;
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
  /** Newest first. */
  readonly events: readonly { readonly at: string; readonly text: string; readonly body: string }[];
  readonly sent: readonly Row[];
};

/** The course of a case: state, who has it, until when; the newest event on top, answers in full. */
export const trackView = (page: TrackPage): View => {
  const { lang } = page;
  return html`<h1>${page.title}</h1><p class="receipt-number">${page.number}</p><dl class="facts"><div><dt>${words.state[lang]}</dt><dd>${page.state}</dd></div><div><dt>${words.handler[lang]}</dt><dd>${page.handler}</dd></div><div${flag('hidden', !page.open)}><dt>${words.due[lang]}</dt><dd>${timeInWords(page.due, lang)}${page.overdue ? html` <strong class="overdue">${words.overdue[lang]}</strong>` : nothing}</dd></div></dl><h2>${words.course[lang]}</h2><ol class="timeline">${page.events.map(
    event =>
      html`<li><time datetime="${event.at}">${timeInWords(event.at, lang)}</time><p>${event.text}</p>${event.body ? html`<div class="answer">${event.body.split('\n').map(line => html`<p>${line}</p>`)}</div>` : nothing}</li>`,
  )}</ol><h2>${words.sent[lang]}</h2><dl class="facts">${page.sent.map(row => html`<div><dt>${row.label}</dt><dd>${row.value}</dd></div>`)}</dl><p class="hint">${words.sentNote[lang]}</p>`;
};
