import { paperStateWords, papersWords, paperWords as words } from '#src/i18n/desk-papers.ts';
import { paperNames, paperStepWords, revokeWords } from '#src/i18n/papers.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { type SheetPage, sheetView } from '../paper-sheet.ts';
import { deskAt } from './address.ts';
import {
  type Choice,
  type DeskField,
  deskField,
  deskProblems,
  hidden,
  type Typed,
  untyped,
} from './fields.ts';
import type { Kind, State } from './papers.ts';

export type Step = keyof typeof paperStepWords;

/** A step as it was gone. */
export type Gone = {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly note: string;
};

export type PaperPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly id: string;
  readonly version: number;
  readonly kind: Kind;
  readonly serial: string;
  readonly state: State;
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  /** What a letter waits for or was answered, in words; ''. */ readonly letter: string;
  readonly answer: string;
  /** Null once its case was erased. */ readonly sheet: SheetPage | null;
  readonly masked: boolean;
  /** What this person may do now, the step that leads on first. */ readonly steps: readonly Step[];
  /** They wrote it: another has to check it. */ readonly own: boolean;
  /** What is filled in, for the form that changes it. */ readonly fields: readonly DeskField[];
  readonly content: Typed['values'];
  /** What was typed and refused. */ readonly typed: Typed & { readonly step: Step | '' };
  readonly usual: Typed['values'];
  readonly history: readonly Gone[];
  readonly told: View;
};

const note = { name: 'note', kind: 'text', max: 1000, label: words.note, required: true } as const;
const reasons = Object.entries(revokeWords).map(([code, label]): Choice => [code, label]);
const day = (name: 'sentOn' | 'followUp' | 'answeredOn'): DeskField => ({
  name,
  kind: 'day',
  label: words[name],
  required: true,
});

/** What a step asks for besides. */
const stepFields = (step: Step, kind: Kind): readonly DeskField[] => {
  switch (step) {
    case 'return':
    case 'void':
      return [note];
    case 'issue':
      return kind === 'letter' ? [day('sentOn'), day('followUp')] : [];
    case 'follow':
      return [day('followUp')];
    case 'answer':
      return [day('answeredOn'), { ...note, label: words.gist }];
    case 'revoke':
      return [
        { name: 'reason', kind: 'choice', options: reasons, label: words.reason, required: true },
        { name: 'note', kind: 'text', max: 1000, label: words.noteOptional },
      ];
    default:
      return [];
  }
};

const helps = {
  check: words.checkHelp,
  return: words.returnHelp,
  sign: words.signHelp,
  number: words.numberHelp,
  seal: words.sealHelp,
  revoke: words.revokeHelp,
  void: words.voidHelp,
  follow: words.followHelp,
  answer: words.answerHelp,
} as const;

const helpOf = (step: Step, { kind, lang }: PaperPage): string => {
  if (step === 'issue') return (kind === 'letter' ? words.sendHelp : words.issueHelp)[lang];
  return step in helps ? helps[step as keyof typeof helps][lang] : '';
};

const nameOf = (step: Step, lang: Lang): string =>
  step === 'draft' ? paperStepWords.draft[lang] : words[step][lang];

const formView = (page: PaperPage, step: Step, loud: boolean): View => {
  const { lang, csrf, id, version, kind } = page;
  const isTyped = page.typed.step === step;
  const list = step === 'edit' ? page.fields : stepFields(step, kind);
  const values = step === 'edit' ? page.content : page.usual;
  const typed: Typed = isTyped ? page.typed : { ...untyped, values };
  const prefix = `p-${step}`;
  const fields = list.map(one => deskField(one, prefix, typed, lang));
  const help = helpOf(step, page);
  const problems = isTyped ? deskProblems(prefix, page.typed.problems, lang) : nothing;
  const button = step === 'edit' ? words.save[lang] : nameOf(step, lang);
  return html`<form method="post" action="${deskAt(lang, `papers/${id}/`)}">${hidden({ _csrf: csrf, _step: step, _version: String(version) })}${problems}${help ? html`<p class="hint">${help}</p>` : nothing}${fields}<button class="${loud ? 'button' : 'button-quiet'}" type="submit">${button}</button></form>`;
};

const forward: readonly Step[] = ['check', 'sign', 'number', 'seal', 'issue'];

const nextView = (page: PaperPage): View => {
  const { lang, steps, own } = page;
  const next = steps.find(step => forward.includes(step));
  const rest = steps.filter(step => step !== next);
  const isDone = ['issued', 'revoked', 'void'].includes(page.state);
  const lead = next
    ? html`<div class="paper-step">${formView(page, next, true)}</div>`
    : isDone
      ? nothing
      : html`<p class="empty">${own ? words.samePerson[lang] : words.nothing[lang]}</p>`;
  const folds = rest.map(
    step =>
      html`<details class="deed"${flag('open', page.typed.step === step)}><summary>${nameOf(step, lang)}</summary>${formView(page, step, step === 'edit' || step === 'answer')}</details>`,
  );
  return html`<section class="paper-next" aria-labelledby="next"><h2 id="next">${words.next[lang]}</h2>${lead}<div class="deed-list">${folds}</div></section>`;
};

const goneView = ({ at, who, what, note: said }: Gone): View =>
  html`<li><p><b>${what}</b> <span class="sub">${who} · ${at}</span></p>${said ? html`<p class="sub">${said}</p>` : nothing}</li>`;

const answerView = ({ letter, answer }: PaperPage): View =>
  letter === ''
    ? nothing
    : html`<section class="paper-answer"><p><b>${letter}</b></p>${answer === '' ? nothing : answer.split('\n').map(line => html`<p>${line}</p>`)}</section>`;

const previewView = ({ lang, sheet, masked, id, state }: PaperPage): View => {
  if (!sheet) return html`<p class="watching">${words.erased[lang]}</p>`;
  const print =
    masked || state === 'void'
      ? nothing
      : html`<p class="button-row"><a class="button-quiet" href="${deskAt(lang, `papers/${id}/print/`)}">${words.print[lang]}</a></p>`;
  return html`<section class="paper-preview" aria-labelledby="preview"><h2 id="preview">${words.preview[lang]}</h2>${masked ? html`<p class="hint">${words.maskedNote[lang]}</p>` : nothing}${sheetView(sheet)}${print}</section>`;
};

/** One paper: what comes next, how it will look, who did what. */
export const paperView = (page: PaperPage): View => {
  const { lang, kind, serial, state, number, shown, enterprise, history } = page;
  const all = html`<a href="${deskAt(lang, 'papers/', { case: number })}">${words.back[lang]}</a>`;
  const link = html`<a href="${deskAt(lang, `cases/${number}/`)}">${say(papersWords.toCase, lang, { number: shown })}</a>`;
  return html`<header class="case-head"><h1>${paperNames[kind][lang]} ${serial}</h1><p class="case-line"><b>${paperStateWords[state][lang]}</b> <span>${enterprise}</span></p><p>${all} · ${link}</p></header>${page.told}<div class="paper-grid"><div>${answerView(page)}${nextView(page)}</div>${previewView(page)}<section class="paper-history" aria-labelledby="history"><h2 id="history">${words.history[lang]}</h2><ol>${history.map(goneView)}</ol></section></div>`;
};

/** The paper alone, for the printer. */
export const paperPrintView = (lang: Lang, id: string, sheet: SheetPage): View =>
  html`<p class="no-print"><a href="${deskAt(lang, `papers/${id}/`)}">${words.toPaper[lang]}</a> <span class="hint">${words.printHint[lang]}</span></p>${sheetView(sheet)}`;

/** What was recorded a moment ago. */
export const stepDoneView = (lang: Lang, step: Step): View =>
  html`<p class="done" role="status" tabindex="-1" id="done">${say(words.done, lang, { step: paperStepWords[step][lang] })}</p>`;
