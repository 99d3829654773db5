import { paperNames, verifiedStates, verifyWords as words } from '#src/i18n/papers.ts';
import { type Lang, prefix } from '#src/i18n/words.ts';
import { html, nothing, type View } from './html.ts';
import { dayIn } from './time.ts';

export type VerifyForm = {
  readonly lang: Lang;
  /** The number as it was typed; the code is never given back. */ readonly serial: string;
  /** What went wrong with the last try; ''. */ readonly problem: string;
  readonly detail: string;
};

const field = (name: 'serial' | 'code', value: string, lang: Lang): View => {
  const help = name === 'serial' ? words.serialHelp : words.codeHelp;
  return html`<div class="field"><label for="v-${name}">${words[name][lang]}</label><p class="hint" id="v-${name}-hint">${help[lang]}</p><input id="v-${name}" name="${name}" value="${value}" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="60" required aria-describedby="v-${name}-hint"></div>`;
};

/** Number and code of a paper, with what was wrong with the last try. */
export const verifyFormView = ({ lang, serial, problem, detail }: VerifyForm): View => {
  const told = problem
    ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${problem}</h2>${detail ? html`<p>${detail}</p>` : nothing}</div>`
    : nothing;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${told}<form class="form" method="post" action="${prefix(lang)}/verify/">${field('serial', serial, lang)}${field('code', '', lang)}<div class="button-row"><button class="button" type="submit">${words.check[lang]}</button></div></form>`;
};

export type VerifiedPage = {
  readonly lang: Lang;
  readonly kind: keyof typeof paperNames;
  readonly state: keyof typeof verifiedStates;
  readonly validFrom: string;
  /** '' where it has no end. */ readonly validTo: string;
};

/** What anybody may know of a paper: its state first. */
export const verifiedView = ({ lang, kind, state, validFrom, validTo }: VerifiedPage): View => {
  const row = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const days =
    validFrom === ''
      ? nothing
      : html`${row(words.from[lang], dayIn(validFrom, lang))}${row(words.to[lang], validTo === '' ? words.open[lang] : dayIn(validTo, lang))}`;
  return html`<h1>${words.title[lang]}</h1><p class="verified verified-${state}" role="status">${verifiedStates[state][lang]}</p><dl class="facts">${row(words.kind[lang], paperNames[kind][lang])}${days}</dl><p class="hint">${words.compare[lang]}</p><p class="button-row"><a class="button-quiet" href="${prefix(lang)}/verify/">${words.again[lang]}</a></p>`;
};
