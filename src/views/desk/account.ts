import {
  agentWords,
  factorWords,
  roleWords,
  staffEventWords,
  meWords as words,
} from '#src/i18n/desk-staff.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { timeInWords } from '../time.ts';
import { deskAt } from './address.ts';
import { deskForm, doneView, entryView, passkeyView } from './entry.ts';
import { hidden, noticeView } from './fields.ts';
import { type NewPassword, newPasswordView } from './sign-in.ts';

export type EventLine = {
  readonly at: string;
  readonly kind: keyof typeof staffEventWords;
  readonly actor: string;
  readonly detail: string;
};

/** The own account. */
export type MePage = NewPassword & {
  readonly csrf: string;
  readonly name: string;
  readonly login: string;
  readonly role: keyof typeof roleWords;
  /** What was done, or why not; '' otherwise. */ readonly done: string;
  readonly problem: string;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeysWork: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly createdAt: string;
    readonly usedAt: string;
  }[];
  readonly codesLeft: number;
  readonly sessions: readonly {
    readonly id: string;
    readonly agent: string;
    readonly createdAt: string;
    readonly seenAt: string;
    readonly here: boolean;
  }[];
  readonly events: readonly EventLine[];
};

/** A button that does one thing to the own account. */
const actButton = (
  { lang, csrf }: MePage,
  act: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
) =>
  html`<form class="act" method="post" action="${deskAt(lang, 'me/')}">${hidden({ _csrf: csrf, _act: act, ...more })}<button class="button-quiet" type="submit">${text}</button></form>`;

const passwordView = (page: MePage): View => {
  const { lang, csrf, problems } = page;
  if (!page.hasPassword) return nothing;
  const fields = html`<input type="hidden" name="_act" value="password">${entryView({ name: 'current', label: words.current, type: 'password', autocomplete: 'current-password', max: 128, problem: problems.current ?? '' }, lang)}${newPasswordView(page)}`;
  const open = Object.keys(problems).length > 0;
  return html`<section><h2>${words.passwordTitle[lang]}</h2><details${flag('open', open)}><summary>${words.change[lang]}</summary>${deskForm({ action: deskAt(lang, 'me/'), csrf, submit: words.change[lang] }, fields)}</details></section>`;
};

const totpSection = (page: MePage): View => {
  const { lang, hasTotp } = page;
  return html`<section><h2>${words.totpTitle[lang]}</h2><p>${(hasTotp ? words.totpOn : words.totpOff)[lang]}</p>${actButton(page, 'totp-new', (hasTotp ? words.totpAgain : words.totpNew)[lang])}</section>`;
};

const passkeysSection = (page: MePage): View => {
  const { lang, csrf, passkeys } = page;
  const line = (one: MePage['passkeys'][number]): View => {
    const made = say(words.passkeyMade, lang, { day: timeInWords(one.createdAt, lang) });
    const used = one.usedAt ? say(words.passkeyUsed, lang, { time: timeInWords(one.usedAt, lang) }) : '';
    return html`<li><div>${one.name}<span class="hint">${made}${used ? html` · ${used}` : nothing}</span></div>${actButton(page, 'passkey-remove', words.remove[lang], { id: one.id })}</li>`;
  };
  const list =
    passkeys.length > 0
      ? html`<ul class="things">${passkeys.map(line)}</ul>`
      : html`<p>${words.passkeysNone[lang]}</p>`;
  const name = html`<div class="field"><label for="passkey-name">${words.passkeyName[lang]}</label><input id="passkey-name" name="name" value="${words.passkeyDefault[lang]}" maxlength="40" autocomplete="off"></div>`;
  const add = page.passkeysWork
    ? passkeyView({
        use: 'new',
        csrf,
        name,
        submit: words.passkeyAdd[lang],
        lead: factorWords.passkeyLead[lang],
        failed: factorWords.passkeyFailed[lang],
        action: deskAt(lang, 'passkey/'),
        again: deskAt(lang, 'sign-in/', { again: '1', back: deskAt(lang, 'me/') }),
      })
    : html`<p class="hint">${words.passkeysAway[lang]}</p>`;
  return html`<section><h2>${words.passkeysTitle[lang]}</h2>${list}${add}</section>`;
};

const recoverySection = (page: MePage): View => {
  const { lang, codesLeft } = page;
  const left =
    codesLeft > 0
      ? html`<p>${say(words.recoveryLeft, lang, { n: codesLeft })}</p>`
      : html`<p class="error">${words.recoveryNone[lang]}</p>`;
  return html`<section><h2>${words.recoveryTitle[lang]}</h2>${left}${actButton(page, 'recovery', words.recoveryNew[lang])}</section>`;
};

const sessionsSection = (page: MePage): View => {
  const { lang } = page;
  const line = (one: MePage['sessions'][number]): View => {
    const agent = one.agent || agentWords.unknown[lang];
    const since = say(words.since, lang, {
      time: timeInWords(one.createdAt, lang),
      seen: timeInWords(one.seenAt, lang),
    });
    const end = one.here
      ? html`<strong>${words.here[lang]}</strong>`
      : actButton(page, 'revoke', words.end[lang], { id: one.id });
    return html`<li><div>${agent}<span class="hint">${since}</span></div>${end}</li>`;
  };
  return html`<section><h2>${words.sessionsTitle[lang]}</h2><ul class="things">${page.sessions.map(line)}</ul></section>`;
};

/** What happened to accounts, newest first. */
export const eventsView = (events: readonly EventLine[], lang: Lang, own: string): View =>
  html`<ul class="events">${events.map(
    event =>
      html`<li><time datetime="${event.at}">${timeInWords(event.at, lang)}</time> ${staffEventWords[event.kind][lang]}${event.actor && event.actor !== own ? html` <span class="hint">${event.actor}</span>` : nothing}</li>`,
  )}</ul>`;

/** The own account: how one signs in, where one is signed in, what happened lately. */
export const meView = (page: MePage): View => {
  const { lang, name, login, role } = page;
  const facts = say(words.facts, lang, { role: roleWords[role][lang], login });
  return html`<h1>${words.title[lang]}</h1><p class="lead">${name} <span class="hint">${facts}</span></p>${doneView(page.done)}${page.problem ? noticeView(page.problem) : nothing}<div class="account">${passwordView(page)}${totpSection(page)}${passkeysSection(page)}${recoverySection(page)}${sessionsSection(page)}<section><h2>${words.eventsTitle[lang]}</h2>${eventsView(page.events, lang, login)}</section></div>`;
};

/** Setting up another app from the own account. */
export const meTotpView = (lang: Lang, form: View): View =>
  html`<h1>${words.totpTitle[lang]}</h1>${form}<p class="hint"><a href="${deskAt(lang, 'me/')}">${words.title[lang]}</a></p>`;
