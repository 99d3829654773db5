import type { Ask } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import { joinWords, meWords, passwordFaults, signInWords } from '#src/i18n/desk-staff.ts';
import { say } from '#src/i18n/words.ts';
import type { First, Joined } from '#src/staff/sign-in.ts';
import type { StaffRow } from '#src/staff/store.ts';
import { goneView, joinView, type NewPassword, signInView } from '#src/views/desk/sign-in.ts';
import { isGuarded } from './cookies.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { toSecond } from './second-factor.ts';
import { backIn, isOwnPage, textIn } from './session.ts';

type Posted = Readonly<Record<string, unknown>>;

/** What is posted before anybody is signed in: there is no token yet, so where it comes from must do. */
const postedIn = async (ask: Ask): Promise<Posted | Response> => {
  if (!isOwnPage(ask)) return deskProblem(ask, 'forged');
  const body = await readBody(ask.request);
  return body.tag === 'problem' ? deskProblem(ask, body.type, body.values) : (body.fields as Posted);
};

export type SignInAsked = { readonly login: string; readonly password: string; readonly back: string };

type Told = { readonly problem?: string; readonly seconds?: number; readonly login?: string };

const signInForm = (ask: Ask, status: number, back: string, oidc: boolean, told: Told = {}): Response => {
  const { problem = '', login = '', seconds } = told;
  const page = { lang: ask.lang, problem, login, back, oidc, unguarded: !isGuarded(ask) };
  const headers = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return deskPage(ask, status, signInWords.title[ask.lang], signInView(page), { headers });
};

/** Why one is asked to sign in, as the address says it. */
const whyIn = (ask: Ask): string => {
  const { searchParams } = ask.url;
  if (searchParams.has('failed')) return signInWords.oidcFailed[ask.lang];
  return searchParams.has('again') ? meWords.old[ask.lang] : '';
};

/** The page to sign in with; who is signed in goes on, unless it has to be done again. */
export const signInPage = (ask: Ask, isIn: boolean, oidc: boolean): Response => {
  const back = backIn(ask.url.searchParams.get('back') ?? '');
  if (isIn && !ask.url.searchParams.has('again')) return deskWay(ask, back || '/desk/');
  return signInForm(ask, isGuarded(ask) ? 200 : 403, back, oidc, { problem: whyIn(ask) });
};

/** Login and password as they were typed. Nobody signs in over a connection that others can read. */
export const signInAsked = async (ask: Ask): Promise<SignInAsked | Response> => {
  if (!isGuarded(ask)) return signInForm(ask, 403, '', false);
  const fields = await postedIn(ask);
  if (fields instanceof Response) return fields;
  const back = backIn(textIn(fields, 'back', 500));
  return { login: textIn(fields, 'login', 64), password: textIn(fields, 'password'), back };
};

/** What follows on a password. */
export const signInDone = (ask: Ask, { login, back }: SignInAsked, first: First, oidc: boolean): Response => {
  const { lang } = ask;
  switch (first.tag) {
    case 'half':
      return toSecond(ask, first.opened.token, back);
    case 'wait': {
      const { seconds } = first;
      return signInForm(ask, 429, back, oidc, {
        problem: say(signInWords.wait, lang, { seconds }),
        seconds,
        login,
      });
    }
    case 'wrong':
      return signInForm(ask, 401, back, oidc, { problem: signInWords.wrong[lang], login });
  }
};

const goneForm = (ask: Ask): Response => deskPage(ask, 410, joinWords.gone[ask.lang], goneView(ask.lang));

/** The page to choose a first password on. */
export const joinPage = (
  ask: Ask,
  row: StaffRow | null,
  token: string,
  problems: NewPassword['problems'] = {},
): Response => {
  if (!isGuarded(ask)) return signInForm(ask, 403, '', false);
  if (!row) return goneForm(ask);
  const status = Object.keys(problems).length > 0 ? 422 : 200;
  const { name, login } = row;
  const main = joinView({ lang: ask.lang, token, name, login, problems });
  return deskPage(ask, status, joinWords.title[ask.lang], main);
};

/** The invitation of an address: it is short-lived, works once, and no log holds what follows on `?`. */
export const inviteIn = (ask: Ask): string => (ask.url.searchParams.get('invite') ?? '').slice(0, 100);

export type JoinAsked = { readonly token: string; readonly password: string; readonly isTwice: boolean };

/** Invitation and password; nothing else of what is sent counts. */
export const joinAsked = async (ask: Ask): Promise<JoinAsked | Response> => {
  if (!isGuarded(ask)) return signInForm(ask, 403, '', false);
  const fields = await postedIn(ask);
  if (fields instanceof Response) return fields;
  const password = textIn(fields, 'password');
  return { token: textIn(fields, 'invite'), password, isTwice: textIn(fields, 'again') === password };
};

/** What follows on a first password. */
export const joinDone = (ask: Ask, { token }: JoinAsked, row: StaffRow | null, joined: Joined): Response => {
  switch (joined.tag) {
    case 'half':
      return toSecond(ask, joined.opened.token, '');
    case 'gone':
      return goneForm(ask);
    case 'fault':
      return joinPage(ask, row, token, { password: passwordFaults[joined.fault][ask.lang] });
  }
};

/** The two passwords differ. */
export const joinDiffers = (ask: Ask, { token }: JoinAsked, row: StaffRow | null): Response =>
  joinPage(ask, row, token, { again: joinWords.differ[ask.lang] });
