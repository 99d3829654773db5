import { stepNames, fundingCaseWords as words } from '#src/i18n/desk-funding.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type DeskField, deskField, deskProblems, hidden, type Typed, untyped } from './fields.ts';
import { barView, ledgerTabs } from './ledger-parts.ts';

/** One bank of a case, in words. */
export type BankLine = {
  readonly bank: string;
  readonly stage: string;
  readonly days: string;
  readonly sums: string;
  readonly steps: readonly (keyof typeof stepNames)[];
  readonly shares: readonly [number, number];
};

export type FundingCasePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly facts: string;
  readonly stage: string;
  readonly consented: boolean;
  /** The newest event of its money, which a form sends back. */ readonly at: number;
  readonly lines: readonly BankLine[];
  readonly follow: string;
  readonly mayAct: boolean;
  readonly today: string;
  readonly told: View;
  /** The form that came back, with what was typed. */ readonly typed: Typed & { readonly form: string };
};

/** What is filled in when something happened at a bank. */
export const stepFields = (steps: BankLine['steps']): readonly DeskField[] => [
  {
    name: 'step',
    label: words.step,
    kind: 'choice',
    options: steps.map(step => [step, stepNames[step]] as const),
    required: true,
  },
  { name: 'amount', label: words.amount, kind: 'line', max: 16, help: words.amountHelp },
  { name: 'day', label: words.day, kind: 'day', required: true },
  { name: 'note', label: words.note, kind: 'text', max: 500, rows: 2 },
];

/** What is filled in when a case goes to a bank. */
export const passFields: readonly DeskField[] = [
  { name: 'bank', label: words.bank, kind: 'line', max: 40, required: true, help: words.bankHelp },
  { name: 'day', label: words.day, kind: 'day', required: true },
];

/** What is filled in by who follows a case. */
export const followFields: readonly DeskField[] = [
  { name: 'until', label: words.until, kind: 'day', required: true },
  { name: 'note', label: words.note, kind: 'text', max: 500, rows: 2 },
];

const formView = (
  page: FundingCasePage,
  form: string,
  title: string,
  submit: string,
  fields: readonly DeskField[],
  more: Readonly<Record<string, string>> = {},
): View => {
  const { lang, csrf, number, at, typed, today } = page;
  const isBack = typed.form === form;
  const values = isBack ? typed : { ...untyped, values: { day: today } };
  const inputs = fields.map(field => deskField(field, form, values, lang));
  const problems = isBack ? deskProblems(form, typed.problems, lang) : nothing;
  return html`<details class="deed"${isBack ? html` open` : nothing}><summary>${title}</summary><form method="post" action="${deskAt(lang, `funding/${number}/`)}">${hidden({ _csrf: csrf, _at: String(at), _form: form, ...more })}${problems}${inputs}<button class="button" type="submit">${submit}</button></form></details>`;
};

const lineView = (page: FundingCasePage, line: BankLine, index: number): View => {
  const { lang } = page;
  const title = say(words.stepFor, lang, { bank: line.bank });
  const form =
    page.mayAct && line.steps.length > 0
      ? formView(page, `s${index}`, title, words.record[lang], stepFields(line.steps), { bank: line.bank })
      : nothing;
  return html`<li class="suggestion"><p><strong>${line.bank}</strong> · ${line.stage}</p>${barView(line.shares)}<p class="sub">${line.sums}</p><p class="sub">${line.days}</p>${form}</li>`;
};

const actsView = (page: FundingCasePage): View => {
  const { lang } = page;
  if (!page.mayAct) return nothing;
  const pass = page.consented
    ? formView(page, 'pass', words.add[lang], words.addDo[lang], passFields)
    : nothing;
  return html`<div class="ledger-acts">${pass}${formView(page, 'follow', words.follow[lang], words.followDo[lang], followFields)}</div>`;
};

/** One case's money: which banks look at it, how far each is, who follows. */
export const fundingCaseView = (page: FundingCasePage): View => {
  const { lang, lines } = page;
  const consent = page.consented ? words.consented[lang] : words.notConsented[lang];
  const list =
    lines.length === 0
      ? nothing
      : html`<h2 class="ledger-part">${words.lines[lang]}</h2><ul class="suggestions">${lines.map((line, index) => lineView(page, line, index))}</ul>`;
  return html`${ledgerTabs(lang, 'funding')}<h1>${page.enterprise}</h1>${page.told}<p class="lead">${page.facts} · <a href="${deskAt(lang, `cases/${page.number}/`)}">${words.see[lang]} ${page.shown}</a></p><section class="need-card"><p class="need-missing"><strong>${page.stage}</strong></p><p class="sub">${page.follow}</p><p class="${page.consented ? 'sub' : 'late'}">${consent}</p></section>${list}${actsView(page)}`;
};
