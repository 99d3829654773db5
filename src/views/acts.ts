import { gradeWords, actWords as words } from '#src/i18n/track.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from './html.ts';

/** What the enterprise may do with its case, as its state allows it, and what was typed and refused. */
export type ActsPage = {
  readonly lang: Lang;
  readonly number: string;
  /** Sealed: stands for number and password in the page's own forms. */ readonly pass: string;
  readonly may: {
    readonly reply: boolean;
    readonly change: boolean;
    readonly withdraw: boolean;
    /** `again`: it was closed, and only that it is not solved is still to be said. */
    readonly confirm: 'no' | 'yes' | 'again';
    readonly rate: boolean;
    readonly erase: boolean;
  };
  /** The grade given last; '' before. */ readonly grade: string;
  readonly typed: { readonly act: string; readonly text: string };
  /** What is wrong, by the field's name: `text`, `grade`, `solved`. */
  readonly problems: Readonly<Record<string, string>>;
};

type Act = 'reply' | 'withdraw' | 'confirm' | 'rate' | 'change' | 'erase';

/** A form that acts on the case: with JavaScript its answer takes the page's place. */
const actForm = (page: Pick<ActsPage, 'lang' | 'pass'>, act: Act, inner: View): View =>
  html`<form class="act" method="post" action="/api/track/${act}?lang=${page.lang}" data-act="${act}" novalidate><input type="hidden" name="_pass" value="${page.pass}">${inner}</form>`;

const problemOf = (page: ActsPage, act: Act, name: string): string =>
  page.typed.act === act ? (page.problems[name] ?? '') : '';

const textField = (page: ActsPage, act: Act, label: string, max: number): View => {
  const { lang, typed } = page;
  const id = `a-${act}-text`;
  const problem = problemOf(page, act, 'text');
  const value = typed.act === act ? typed.text : '';
  return html`<div class="field${problem ? ' field-invalid' : ''}"><label for="${id}">${label}</label><p class="hint" id="${id}-hint">${say(words.textHelp, lang, { max })}</p><p class="error" id="${id}-error"${flag('hidden', problem === '')}>${problem}</p><textarea id="${id}" name="text" rows="3" maxlength="${max}" aria-describedby="${id}-hint ${id}-error"${flag('aria-invalid="true"', problem !== '')}>${'\n'}${value}</textarea></div>`;
};

const button = (label: string, style = 'button', more: View = nothing): View =>
  html`<button class="${style}" type="submit"${more}>${label}</button>`;

const replyView = (page: ActsPage, max: number): View => {
  const { lang, may } = page;
  const inner = html`${textField(page, 'reply', words.replyLabel[lang], max)}<div class="button-row">${button(words.reply[lang], may.confirm === 'no' ? 'button' : 'button-quiet')}</div>`;
  return may.confirm === 'no'
    ? html`<section><h2>${words.reply[lang]}</h2>${actForm(page, 'reply', inner)}</section>`
    : html`<details${flag('open', page.typed.act === 'reply')}><summary>${words.replyAnswered[lang]}</summary>${actForm(page, 'reply', inner)}</details>`;
};

const confirmView = (page: ActsPage, max: number): View => {
  const { lang, may } = page;
  const solved = html`${button(words.solved[lang], 'button', html` name="solved" value="yes"`)} `;
  const problem = problemOf(page, 'confirm', 'solved');
  const inner = html`<p class="error"${flag('hidden', problem === '')}>${problem}</p>${textField(page, 'confirm', words.unsolvedLabel[lang], max)}<div class="button-row">${may.confirm === 'yes' ? solved : nothing}${button(words.unsolved[lang], 'button-quiet', html` name="solved" value="no"`)}</div>`;
  return html`<section><h2>${words.solvedTitle[lang]}</h2>${actForm(page, 'confirm', inner)}</section>`;
};

const rateView = (page: ActsPage, max: number): View => {
  const { lang } = page;
  const problem = problemOf(page, 'rate', 'grade');
  const boxes = Object.entries(gradeWords).map(
    ([code, name]) =>
      html`<label class="choice"><input type="radio" name="grade" value="${code}"${flag('checked', code === page.grade)}> ${name[lang]}</label>`,
  );
  const inner = html`<fieldset class="field${problem ? ' field-invalid' : ''}"><legend class="visually-hidden">${words.rateTitle[lang]}</legend><p class="error"${flag('hidden', problem === '')}>${problem}</p><div class="choices">${boxes}</div></fieldset>${textField(page, 'rate', words.rateLabel[lang], max)}<p class="hint">${words.rateAgain[lang]}</p><div class="button-row">${button(words.rate[lang], 'button-quiet')}</div>`;
  return html`<section><h2>${words.rateTitle[lang]}</h2>${actForm(page, 'rate', inner)}</section>`;
};

/** The boxes and buttons under a case's course, those that its state allows. `max`: characters of a text. */
export const actsView = (page: ActsPage, max: number): View => {
  const { lang, may } = page;
  const quiet = (act: Act, label: string) => actForm(page, act, button(label, 'button-quiet'));
  return html`<div class="acts">${may.confirm === 'no' ? nothing : confirmView(page, max)}${may.rate ? rateView(page, max) : nothing}${may.reply ? replyView(page, max) : nothing}<div class="button-row">${may.change ? quiet('change', words.change[lang]) : nothing}${may.withdraw ? quiet('withdraw', words.withdraw[lang]) : nothing}${may.erase ? quiet('erase', words.eraseTitle[lang]) : nothing}</div></div>`;
};

/** A second look before something that cannot be undone. */
export const sureView = (
  page: Pick<ActsPage, 'lang' | 'number' | 'pass'> & {
    readonly act: 'withdraw' | 'erase';
    readonly backup: number;
  },
): View => {
  const { lang, act, number, pass, backup } = page;
  const erases = act === 'erase';
  const title = erases ? words.eraseTitle[lang] : words.withdraw[lang];
  const lead = erases ? say(words.eraseLead, lang, { backup }) : words.withdrawLead[lang];
  const press = say(erases ? words.eraseSure : words.withdrawSure, lang, { number });
  const sure = html`<input type="hidden" name="sure" value="yes">${button(press)}`;
  return html`<h1>${title}</h1><p class="receipt-number">${number}</p><p class="lead">${lead}</p><div class="button-row">${actForm({ lang, pass }, act, sure)}${caseButton({ lang, pass, label: words.back[lang] })}</div>`;
};

/** A button that opens a case without its password: whoever sees it has shown that already. */
export const caseButton = ({
  lang,
  pass,
  label,
}: {
  readonly lang: Lang;
  readonly pass: string;
  readonly label: string;
}): View =>
  html`<form class="act" method="post" action="/api/track?lang=${lang}" data-act="look"><input type="hidden" name="_pass" value="${pass}">${button(label, 'button-quiet')}</form>`;
