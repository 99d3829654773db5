import { enrolWords, factorWords, joinWords, signInWords } from '#src/i18n/desk-staff.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { deskForm, entryView, passkeyView } from './entry.ts';
import { noticeView } from './fields.ts';

type Told = {
  readonly lang: Lang;
  /** Why the last try did not do; '' otherwise. */ readonly problem: string;
};

export type SignInPage = Told & {
  readonly login: string;
  readonly back: string;
  /** Nobody can sign in over this connection. */ readonly unguarded: boolean;
  /** There is a directory to sign in with. */ readonly oidc: boolean;
};

const problemView = (problem: string): View => (problem ? noticeView(problem) : nothing);

export const signInView = (page: SignInPage): View => {
  const { lang, problem, login, back } = page;
  const head = html`<h1>${signInWords.title[lang]}</h1>`;
  if (page.unguarded) return html`${head}${noticeView(signInWords.unguarded[lang])}`;
  const fields = html`<input type="hidden" name="back" value="${back}">${entryView({ name: 'login', label: signInWords.login, autocomplete: 'username', max: 64, value: login }, lang)}${entryView({ name: 'password', label: signInWords.password, type: 'password', autocomplete: 'current-password', max: 128 }, lang)}`;
  const submit = signInWords.submit[lang];
  const oidc = page.oidc
    ? html`<p><a class="button-quiet" href="${deskAt(lang, 'oidc/', { back })}">${signInWords.oidc[lang]}</a></p>`
    : nothing;
  return html`${head}<p class="lead">${signInWords.lead[lang]}</p>${problemView(problem)}${deskForm({ action: deskAt(lang, 'sign-in/'), csrf: '', submit }, fields)}${oidc}<p class="hint">${signInWords.forgot[lang]}</p>`;
};

export type FactorPage = Told & {
  readonly csrf: string;
  readonly back: string;
  readonly passkey: boolean;
  /** Passkeys work at this address. */ readonly passkeysWork: boolean;
};

const codeEntry = { name: 'code', type: 'code', autocomplete: 'one-time-code', max: 20 } as const;

/** The second step for somebody who has a second factor. */
export const factorView = (page: FactorPage): View => {
  const { lang, csrf, problem, back } = page;
  const fields = html`<input type="hidden" name="back" value="${back}">${entryView({ ...codeEntry, label: factorWords.code, help: factorWords.codeHelp }, lang)}`;
  const action = deskAt(lang, 'second-factor/');
  const passkey = !page.passkey
    ? nothing
    : page.passkeysWork
      ? passkeyView({
          use: 'sign-in',
          csrf,
          submit: factorWords.passkey[lang],
          lead: factorWords.passkeyLead[lang],
          failed: factorWords.passkeyFailed[lang],
          action: deskAt(lang, 'passkey/', { back }),
        })
      : html`<p class="hint">${factorWords.passkeyOnly[lang]}</p>`;
  return html`<h1>${factorWords.title[lang]}</h1><p class="lead">${factorWords.lead[lang]}</p>${problemView(problem)}${passkey}${deskForm({ action, csrf, submit: factorWords.submit[lang] }, fields)}<p class="hint"><a href="${deskAt(lang, 'sign-in/')}">${factorWords.restart[lang]}</a></p>`;
};

export type TotpPage = Told & {
  readonly csrf: string;
  readonly back: string;
  /** The secret in groups of four, and sealed for the way back. */ readonly secret: string;
  readonly sealed: string;
  /** The rows of the picture, true for dark. */ readonly picture: readonly (readonly boolean[])[];
};

/** A picture of squares as one path: sharp at every size, and without a style of its own. */
const qrView = (rows: TotpPage['picture'], label: string): View => {
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const size = rows.length;
  return html`<svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#fff"/><path fill="#000" d="${path.join('')}"/></svg>`;
};

/** An authenticator app: its picture, its key, and the first code. */
export const totpView = (page: TotpPage, action: string, act = ''): View => {
  const { lang, csrf, sealed, back } = page;
  const fields = html`${act ? html`<input type="hidden" name="_act" value="${act}">` : nothing}<input type="hidden" name="sealed" value="${sealed}"><input type="hidden" name="back" value="${back}">${entryView({ ...codeEntry, label: enrolWords.code, problem: page.problem }, lang)}`;
  return html`<p>${enrolWords.scan[lang]}</p>${qrView(page.picture, enrolWords.picture[lang])}<p>${enrolWords.secret[lang]} <code class="secret">${page.secret}</code></p>${deskForm({ action, csrf, submit: enrolWords.submit[lang] }, fields)}`;
};

/** The second step for somebody who has no second factor yet. */
export const enrolView = (page: TotpPage & Pick<FactorPage, 'passkeysWork'>): View => {
  const { lang, csrf, back } = page;
  const passkey = page.passkeysWork
    ? html`<h2>${enrolWords.orPasskey[lang]}</h2>${passkeyView({
        use: 'new',
        csrf,
        submit: factorWords.passkey[lang],
        lead: factorWords.passkeyLead[lang],
        failed: factorWords.passkeyFailed[lang],
        action: deskAt(lang, 'passkey/', { back }),
      })}`
    : nothing;
  return html`<h1>${enrolWords.title[lang]}</h1><p class="lead">${enrolWords.lead[lang]}</p>${totpView(page, deskAt(lang, 'second-factor/'))}${passkey}`;
};

/** Recovery codes, shown once, and the way on. */
export const codesView = (lang: Lang, codes: readonly string[], way: { href: string; text: string }): View =>
  html`<h1>${enrolWords.codesTitle[lang]}</h1><p class="lead">${enrolWords.codesLead[lang]}</p><ol class="codes">${codes.map(code => html`<li><code>${code}</code></li>`)}</ol><p class="button-row"><a class="button" href="${way.href}">${way.text}</a></p>`;

export type NewPassword = {
  readonly lang: Lang;
  readonly problems: Readonly<Partial<Record<'current' | 'password' | 'again', string>>>;
};

/** A new password, twice. */
export const newPasswordView = ({ lang, problems }: NewPassword): View =>
  html`${entryView({ name: 'password', label: joinWords.password, help: joinWords.help, type: 'password', autocomplete: 'new-password', max: 128, problem: problems.password ?? '' }, lang)}${entryView({ name: 'again', label: joinWords.again, type: 'password', autocomplete: 'new-password', max: 128, problem: problems.again ?? '' }, lang)}`;

export type JoinPage = NewPassword & {
  readonly token: string;
  readonly name: string;
  readonly login: string;
};

/** The first password, by an invitation. */
export const joinView = (page: JoinPage): View => {
  const { lang, token, name, login } = page;
  // A password manager keeps the new password under this login.
  const fields = html`<input type="hidden" name="invite" value="${token}"><input class="visually-hidden" name="login" value="${login}" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>${newPasswordView(page)}`;
  const lead = say(joinWords.lead, lang, { name, login });
  const form = deskForm({ action: deskAt(lang, 'join/'), csrf: '', submit: joinWords.submit[lang] }, fields);
  return html`<h1>${joinWords.title[lang]}</h1><p class="lead">${lead}</p>${form}`;
};

export const goneView = (lang: Lang): View =>
  html`<h1>${joinWords.gone[lang]}</h1><p>${joinWords.goneText[lang]}</p><p class="button-row"><a class="button" href="${deskAt(lang, 'sign-in/')}">${signInWords.title[lang]}</a></p>`;
