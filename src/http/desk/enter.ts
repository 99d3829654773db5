import { randomBytes } from 'node:crypto';
import type { Channel } from '#src/cases/deed.ts';
import type { EnterResult } from '#src/cases/enter.ts';
import type { Receipt } from '#src/cases/receive.ts';
import type { FindingsDesk } from '#src/findings/desk.ts';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';
import { read } from '#src/forms/read.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { type KnownFiles, takeFiles, withoutFile } from '#src/http/files.ts';
import type { Front } from '#src/http/front.ts';
import { edited, withoutBlankLines } from '#src/http/intake.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { enterWords as words } from '#src/i18n/desk-case.ts';
import { say } from '#src/i18n/words.ts';
import { aboutFields, enteredView, enterListView, enterView } from '#src/views/desk/enter.ts';
import { type Typed, untyped } from '#src/views/desk/fields.ts';
import { timeInWords } from '#src/views/time.ts';
import { problemsIn } from './deed.ts';
import { begunBy, tieTo } from './finding-enter.ts';
import { deskPage } from './frame.ts';
import { notFound } from './seat.ts';
import { readDeskPost, type SignedIn } from './session.ts';

type Tree = Readonly<Record<string, unknown>>;

/** What a caller or visitor said, in order; and what is recorded of how it came. */
export type Entered = {
  readonly form: AnyForm;
  readonly answers: Answers;
  readonly key: string;
  readonly contents: ReadonlyMap<string, string>;
  readonly channel: Channel;
  /** Asked for on the page; without it nothing is read. */ readonly consentNoted: true;
  /** Who asked, and how they agreed: a note that officers see. */ readonly note: string;
  /** The page again, with everything in its place, should it not be taken. */ readonly again: (
    problem: string,
    errors?: readonly Problem[],
  ) => Response;
};

type Page = {
  readonly form: AnyForm;
  readonly typed: Tree;
  readonly files: KnownFiles;
  readonly problems: readonly Problem[];
  readonly about: Typed;
  readonly key: string;
  readonly notice: string;
};

const formPage = (ask: Ask, front: Front, signed: SignedIn, page: Page): Response => {
  const { lang } = ask;
  const { form, problems, about, notice } = page;
  const isWrong = problems.length > 0 || Object.keys(about.problems).length > 0 || notice !== '';
  const handler = front.handler(form.id);
  const problem = ask.url.searchParams.get('problem')?.slice(0, 60) ?? '';
  const common = {
    lang,
    tables: front.tables,
    fillPhone: front.fillPhone,
    handler,
    csrf: signed.csrf,
    problem,
  };
  const title = say(words.titleOf, lang, { form: form.title[lang] });
  return deskPage(ask, isWrong ? 422 : 200, title, enterView({ ...page, ...common }), {
    ...signed,
    here: 'enter',
  });
};

const newKey = (): string => randomBytes(18).toString('base64url');
const blank = { typed: {}, files: new Map(), problems: [], about: untyped, notice: '' } as const;

/** The list of forms, or one of them: empty, or with the problem of a daily report that the address names. */
export const enterPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  findings: FindingsDesk,
): Promise<Response> => {
  const id = lastPart(ask.url);
  if (id === 'enter') {
    const open = front.forms.filter(form => front.handler(form.id).mode.mode !== 'closed');
    return deskPage(ask, 200, words.title[ask.lang], enterListView(ask.lang, open), {
      ...signed,
      here: 'enter',
    });
  }
  const form = front.forms.find(one => one.id === id);
  if (!form) return notFound(ask, signed);
  const typed = await begunBy(ask, front, signed, findings);
  return formPage(ask, front, signed, { ...blank, typed, form, key: newKey() });
};

/** The tick of consent, which the officer's record stands for. */
const consenting = (form: AnyForm, fields: Tree, isNoted: boolean): Tree => {
  const names = Object.keys(form.fields).filter(name => form.fields[name]?.kind === 'consent');
  return { ...fields, ...(isNoted && Object.fromEntries(names.map(name => [name, 'on']))) };
};

/** What is wrong with files first: a field whose file was refused is not missing one. */
const together = (unfit: readonly Problem[], others: readonly Problem[]): readonly Problem[] => [
  ...unfit,
  ...others.filter(one => !unfit.some(file => file.pointer === one.pointer)),
];

/** Reads what an officer entered: sound, or the page that ends it here. Null where there is no such form. */
export const enterAsked = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
): Promise<Entered | Response | null> => {
  const form = front.forms.find(one => one.id === lastPart(ask.url));
  if (!form) return null;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const { controls } = post;
  const values = Object.fromEntries(
    aboutFields(ask.lang).map(({ name }) => [name, controls.get(name) ?? '']),
  );
  const key = /^[\w-]{22,128}$/.test(controls.get('_key') ?? '') ? (controls.get('_key') ?? '') : newKey();
  const work = { ask, form, attachments: front.attachments };
  const taken = await takeFiles(work, post.fields, post.files);
  const page: Page = {
    ...blank,
    form,
    key,
    typed: taken.fields,
    files: taken.files,
    about: { values, problems: {} },
  };
  const act = controls.get('_act');
  if (act) {
    const typed = act.startsWith('drop:')
      ? await withoutFile(work, taken.fields, act)
      : edited(taken.fields, act);
    return formPage(ask, front, signed, { ...page, typed });
  }
  const about: Typed = { values, problems: problemsIn(aboutFields(ask.lang), values, ask.lang) };
  const isNoted = Object.keys(about.problems).length === 0;
  // Whether they agreed is asked above: the form's own tick is not shown, and not missed.
  const fields = withoutBlankLines(form, consenting(form, taken.fields, true));
  const reading = read(form, fields, front.tables, front.sentOn());
  const errors = together(taken.problems, reading.tag === 'refused' ? reading.problems : []);
  if (reading.tag === 'refused' || errors.length > 0 || !isNoted)
    return formPage(ask, front, signed, { ...page, problems: errors, about });
  return {
    form,
    answers: reading.answers,
    key,
    contents: taken.contents,
    channel: values._channel as Channel,
    consentNoted: true,
    note: noteOf(values),
    again: (notice, problems = []) => formPage(ask, front, signed, { ...page, about, notice, problems }),
  };
};

/** In Chinese, like everything that is kept as text. */
const noteOf = ({ _who = '', _consent = '' }: Readonly<Record<string, string>>): string =>
  `${words.who['zh-Hans']}：${_who}；${words[_consent === 'present' ? 'consentPresent' : 'consentPhone']['zh-Hans']}`;

/** How it is taken in beside what was entered: at once, in the language of the page. */
export const enteredHow = ({ lang }: Ask) => ({ lang, once: true, heldFor: [] });

/** The cases that it became; none where it was not taken in. */
export const numbersOf = (result: EnterResult): readonly string[] => {
  if (result.tag !== 'received') return [];
  const { case: row, linked } = result.receipt;
  return (linked.length > 0 ? linked : [row]).map(one => one.number);
};

const casesOf = (front: Front, { case: row, linked }: Receipt, { lang }: Ask) =>
  (linked.length > 0 ? linked : [row]).map(one => ({
    number: one.number,
    shown: front.showNumber(one.number),
    handler: front.department(one.handler)[lang],
    due: timeInWords(one.due, lang),
  }));

/** The receipt, to be read out or printed; or the form again, and why it was not taken. A problem that it was entered for is tied to it. */
export const entered = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  sent: Entered,
  result: EnterResult,
  findings: FindingsDesk,
): Promise<Response> => {
  const { lang } = ask;
  await tieTo(ask, front, signed, findings, numbersOf(result));
  switch (result.tag) {
    case 'received': {
      const { pin } = result.receipt;
      const view = enteredView({ lang, form: sent.form.id, pin, cases: casesOf(front, result.receipt, ask) });
      return deskPage(ask, 200, words.receiptTitle[lang], view, { ...signed, here: 'enter' });
    }
    case 'upload-missing':
      return sent.again('', [result.problem]);
    case 'only-once':
      return sent.again(say(words.onlyOnce, lang, { number: front.showNumber(result.case.number) }));
    case 'forbidden':
      return sent.again(say(deskWords.required, lang, { label: words.consent[lang] }));
    default:
      return sent.again(words.already[lang]);
  }
};
