import { encode } from 'uqr';
import type { Ask } from '#src/http/ask.ts';
import { json } from '#src/http/door.ts';
import { enrolWords, factorWords, signInWords } from '#src/i18n/desk-staff.ts';
import { say } from '#src/i18n/words.ts';
import type { NewTotp } from '#src/staff/factor.ts';
import type { Half, PasskeyAsked, PasskeyStep, Second, SecondAsked } from '#src/staff/sign-in.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { codesView, enrolView, factorView, type TotpPage } from '#src/views/desk/sign-in.ts';
import { setCookie, takesPasskeys } from './cookies.ts';
import { deskHeaders, deskPage, deskProblem, deskWay } from './frame.ts';
import { backIn, readDeskPost, type SignedIn, textIn } from './session.ts';

/** How long a device is known: nothing opens by it. */
const deviceLife = 90 * 86_400;

type Answered = { readonly status?: number; readonly problem?: string; readonly back: string };

/** The picture and the key of an app that is to be set up. */
export const totpPage = (
  { lang }: Pick<Ask, 'lang'>,
  csrf: string,
  { secret, sealed, uri }: NewTotp,
  { problem = '', back }: Answered,
): TotpPage => ({
  lang,
  csrf,
  back,
  problem,
  sealed,
  secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
  picture: encode(uri, { border: 0 }).data,
});

const codePage = (
  ask: Ask,
  { csrf, ways }: Half,
  { status = 200, problem = '', back }: Answered,
): Response => {
  const passkeysWork = takesPasskeys(ask);
  const view = factorView({ lang: ask.lang, csrf, problem, back, passkey: ways.passkey, passkeysWork });
  return deskPage(ask, status, factorWords.title[ask.lang], view);
};

const enrolPage = (ask: Ask, { csrf }: Half, made: NewTotp, told: Answered): Response => {
  const view = enrolView({ ...totpPage(ask, csrf, made, told), passkeysWork: takesPasskeys(ask) });
  return deskPage(ask, told.status ?? 200, enrolWords.title[ask.lang], view);
};

/** The second step: a code or a passkey, or setting one up. `made` is a secret for an app. */
export const factorPage = (ask: Ask, half: Half, made: NewTotp): Response => {
  const told = { back: backIn(ask.url.searchParams.get('back') ?? '') };
  return half.ways.code || half.ways.passkey ? codePage(ask, half, told) : enrolPage(ask, half, made, told);
};

export type FactorAsked = SecondAsked & { readonly back: string };

export const factorAsked = async (ask: Ask, half: Half): Promise<FactorAsked | Response> => {
  const post = await readDeskPost(ask, half);
  if (post instanceof Response) return post;
  const { fields } = post;
  return {
    code: textIn(fields, 'code', 40),
    sealed: textIn(fields, 'sealed'),
    back: backIn(textIn(fields, 'back', 500)),
  };
};

/** On to the second step, with the first one's session, in the language of the page that one wants. */
export const toSecond = (
  ask: Ask,
  token: string,
  back: string,
  cookies: readonly string[] = [],
): Response => {
  const path = `${back.startsWith('/en/') ? '/en' : ''}/desk/second-factor/`;
  const query = back ? `?back=${encodeURIComponent(back)}` : '';
  return deskWay(ask, path + query, [setCookie(ask, 'desk', token), ...cookies]);
};

export const signedInCookies = (ask: Ask, token: string, device: string): readonly string[] => [
  setCookie(ask, 'desk', token),
  setCookie(ask, 'desk-device', device, deviceLife),
];

/** What follows on the second step: the desk, with new recovery codes before it where there are any. */
export const factorDone = (ask: Ask, half: Half, { back }: FactorAsked, second: Second): Response => {
  const { lang } = ask;
  switch (second.tag) {
    case 'in': {
      const cookies = signedInCookies(ask, second.opened.token, second.device);
      if (second.codes.length === 0) return deskWay(ask, back || '/desk/', cookies);
      const way = { href: back || deskAt(lang, ''), text: enrolWords.go[lang] };
      return deskPage(ask, 200, enrolWords.codesTitle[lang], codesView(lang, second.codes, way), { cookies });
    }
    case 'again':
      return enrolPage(ask, half, second.made, { status: 422, problem: enrolWords.wrong[lang], back });
    case 'wait': {
      const problem = say(signInWords.wait, lang, { seconds: second.seconds });
      return codePage(ask, half, { status: 429, problem, back });
    }
    case 'wrong':
      return codePage(ask, half, { status: 401, problem: factorWords.wrong[lang], back });
  }
};

/** What a page's script sends about a passkey. */
export const passkeyAsked = async (
  ask: Ask,
  who: Pick<SignedIn, 'csrf'>,
): Promise<PasskeyAsked | Response> => {
  if (!takesPasskeys(ask)) return deskProblem(ask, 'not-yours');
  const post = await readDeskPost(ask, who);
  if (post instanceof Response) return post;
  const { fields } = post;
  const use = fields.use === 'new' ? 'new' : 'sign-in';
  const name = textIn(fields, 'name', 40).trim() || '—';
  return { use, answer: fields.answer, state: textIn(fields, 'state', 2000), name };
};

/** The options for the browser, or where to go on. A first passkey leads to the own account, for recovery codes. */
export const passkeyDone = (ask: Ask, step: PasskeyStep): Response => {
  switch (step.tag) {
    case 'ask':
      return json(200, step.asked, deskHeaders);
    case 'in': {
      const back = backIn(ask.url.searchParams.get('back') ?? '');
      const to = step.isNew ? deskAt(ask.lang, 'me/') : back || deskAt(ask.lang, '');
      const response = json(200, { to }, deskHeaders);
      for (const cookie of signedInCookies(ask, step.opened.token, step.device))
        response.headers.append('set-cookie', cookie);
      return response;
    }
    case 'wrong':
    case 'old':
      return deskProblem(ask, step.tag === 'old' ? 'sign-in-first' : 'not-yours');
  }
};
