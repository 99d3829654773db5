import type { Ask } from '#src/http/ask.ts';
import {
  enrolWords,
  joinWords,
  passwordFaults,
  signInWords,
  meWords as words,
} from '#src/i18n/desk-staff.ts';
import { say } from '#src/i18n/words.ts';
import type { NewTotp } from '#src/staff/factor.ts';
import type { Fulfilled, Own, Wish } from '#src/staff/own.ts';
import { type MePage, meTotpView, meView } from '#src/views/desk/account.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { codesView, totpView } from '#src/views/desk/sign-in.ts';
import { setCookie, takesPasskeys } from './cookies.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { totpPage } from './second-factor.ts';
import { type DeskPost, type SignedIn, textIn } from './session.ts';

/** The sign-in page, without a session. The device stays known. */
export const signedOut = (ask: Ask): Response => deskWay(ask, '/desk/sign-in/', [setCookie(ask, 'desk', '')]);

type Told = {
  readonly status?: number;
  readonly problem?: string;
  readonly problems?: MePage['problems'];
};

/** What was done is told once, by a code in the address. */
const doneCodes = {
  password: words.passwordDone,
  totp: words.totpDone,
  'passkey-remove': words.removed,
  revoke: words.ended,
} as const;
type DoneCode = keyof typeof doneCodes;
const isDoneCode = (text: string): text is DoneCode => Object.hasOwn(doneCodes, text);

/** The own account. */
export const mePage = (ask: Ask, who: SignedIn, own: Own, told: Told = {}): Response => {
  const { lang } = ask;
  const { status = 200, problem = '', problems = {} } = told;
  const code = ask.url.searchParams.get('done') ?? '';
  const { row, sessions, passkeys, codesLeft, events } = own;
  const view = meView({
    lang,
    csrf: who.csrf,
    name: row.name,
    login: row.login,
    role: row.role,
    done: status === 200 && isDoneCode(code) ? doneCodes[code][lang] : '',
    problem,
    problems,
    hasPassword: row.password !== '',
    hasTotp: row.totp !== null,
    passkeysWork: takesPasskeys(ask),
    passkeys,
    codesLeft,
    sessions: sessions.map(one => ({ ...one, id: one.hash, here: one.hash === who.sessionId })),
    events,
  });
  return deskPage(ask, status, words.title[lang], view, { ...who, here: 'me' });
};

/** A wish as it was sent, with what only the form can know: whether a new password was typed twice the same. */
export type MeAsked = { readonly wish: Wish; readonly differ: boolean };

/** What somebody wants of the own account; `again` reads a secret that this account's page was given. */
export const meAsked = (
  ask: Ask,
  { fields, controls }: DeskPost,
  again: (sealed: string) => NewTotp | null,
): MeAsked | Response => {
  const act = controls.get('_act') ?? '';
  const asked = (wish: Wish, differ = false): MeAsked => ({ wish, differ });
  switch (act) {
    case 'password': {
      const password = textIn(fields, 'password');
      const wish = { act, current: textIn(fields, 'current'), password } as const;
      return asked(wish, textIn(fields, 'again') !== password);
    }
    case 'totp': {
      const made = again(textIn(fields, 'sealed'));
      return asked(made ? { act, made, code: textIn(fields, 'code', 40) } : { act: 'totp-new' });
    }
    case 'totp-new':
    case 'recovery':
      return asked({ act });
    case 'revoke':
    case 'passkey-remove':
      return asked({ act, id: textIn(fields, 'id', 1500) });
    default:
      return deskProblem(ask, 'not-found');
  }
};

/** Setting up another app: its form's control says which act it is. */
const totpAnswer = (ask: Ask, who: SignedIn, made: NewTotp, problem = ''): Response => {
  const { lang } = ask;
  const form = totpView(totpPage(ask, who.csrf, made, { problem, back: '' }), deskAt(lang, 'me/'), 'totp');
  const status = problem ? 422 : 200;
  return deskPage(ask, status, words.totpTitle[lang], meTotpView(lang, form), { ...who, here: 'me' });
};

const codesAnswer = (ask: Ask, who: SignedIn, codes: readonly string[]): Response => {
  const way = { href: deskAt(ask.lang, 'me/'), text: enrolWords.backToMe[ask.lang] };
  const view = codesView(ask.lang, codes, way);
  return deskPage(ask, 200, enrolWords.codesTitle[ask.lang], view, { ...who, here: 'me' });
};

/** Why something was not done, beside the field or above the page. */
const toldOf = (ask: Ask, { wish, differ }: MeAsked, done: Fulfilled | null): Told => {
  const { lang } = ask;
  if (differ) return { status: 422, problems: { again: joinWords.differ[lang] } };
  switch (done?.tag) {
    case 'fault':
      return { status: 422, problems: { password: passwordFaults[done.fault][lang] } };
    case 'wait':
      return { status: 429, problem: say(signInWords.wait, lang, { seconds: done.seconds }) };
    case 'wrong':
      return wish.act === 'password' ? { status: 422, problems: { current: words.currentWrong[lang] } } : {};
    case 'last':
      return { status: 409, problem: words.last[lang] };
    default:
      return { status: 409, problem: words.stale[lang] };
  }
};

/** What follows on a wish; `done` is null where it was not even tried. */
export const meDone = (
  ask: Ask,
  who: SignedIn,
  asked: MeAsked,
  { done, own }: { readonly done: Fulfilled | null; readonly own: Own },
): Response => {
  const { wish } = asked;
  if (done?.tag === 'old')
    return deskWay(ask, deskAt(ask.lang, 'sign-in/', { again: '1', back: deskAt(ask.lang, 'me/') }));
  if (done?.tag === 'unknown') return deskProblem(ask, 'not-found');
  if (done?.tag === 'totp') return totpAnswer(ask, who, done.made);
  if (done?.tag === 'wrong' && wish.act === 'totp')
    return totpAnswer(ask, who, wish.made, enrolWords.wrong[ask.lang]);
  if (done?.tag !== 'done') return mePage(ask, who, own, toldOf(ask, asked, done));
  if (done.codes) return codesAnswer(ask, who, done.codes);
  const cookies = done.opened ? [setCookie(ask, 'desk', done.opened.token)] : [];
  return deskWay(ask, `/desk/me/?done=${wish.act}`, cookies);
};
