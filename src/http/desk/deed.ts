import type { Deed, Outcome, Pressure } from '#src/cases/deed.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { deedNotes, deedWords } from '#src/i18n/desk-deeds.ts';
import { faqWords } from '#src/i18n/desk-faq.ts';
import { say } from '#src/i18n/words.ts';
import { type DeedName, deedFields } from '#src/views/desk/deed-fields.ts';
import type { Choice, DeskField, Typed } from '#src/views/desk/fields.ts';
import { type DeskPost, readDeskPost, type SignedIn } from './session.ts';

type Tree = Readonly<Record<string, unknown>>;

/** A deed as a page sent it: to be done, or what is wrong with it. */
export type DeedAsked = {
  readonly name: DeedName;
  /** The event that the page showed last. */ readonly head: number;
  readonly typed: Typed;
  /** Null where something is wrong, or a ready answer is only to be put in. */ readonly deed: Deed | null;
  /** Which page to go back to. */ readonly to: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const ticked = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

const isOffered = (field: DeskField, code: string): boolean =>
  'options' in field && field.options.some(([offered]) => offered === code);

/** What is wrong with a field; '' where nothing is. */
const problemOf = (field: DeskField, fields: Tree, lang: Ask['lang']): string => {
  const label = field.label[lang];
  const value = fields[field.name];
  const given = field.kind === 'ticks' ? ticked(value) : [text(value)].filter(Boolean);
  if (given.length === 0) return field.required ? say(deskWords.required, lang, { label }) : '';
  if ('max' in field) {
    const { length } = [...text(value)];
    return length > field.max ? say(deskWords.tooLong, lang, { label, max: field.max, length }) : '';
  }
  return 'options' in field && !given.every(code => isOffered(field, code))
    ? say(deskWords.required, lang, { label })
    : '';
};

/** Everything that is wrong with what was typed, by the names of the fields. */
export const problemsIn = (
  list: readonly DeskField[],
  fields: Tree,
  lang: Ask['lang'],
): Record<string, string> =>
  Object.fromEntries(
    list.flatMap(field => {
      const problem = problemOf(field, fields, lang);
      return problem ? [[field.name, problem]] : [];
    }),
  );

const lines = (value: unknown): readonly string[] =>
  text(value)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

/** A point in time typed in Shanghai; '' where it is none. */
export const moment = (value: unknown): string => {
  const at = new Date(`${text(value)}:00+08:00`);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
};

type Make = (fields: Tree, login: string) => Deed;

/** A deed out of what was typed; its fields were looked at before, and codes are looked at again by the rules of the work. */
const makers: Readonly<Record<DeedName, Make>> = {
  accept: (f, officer) => ({ deed: 'accept', officer, later: lines(f.later), laterBy: text(f.laterBy) }),
  decline: f => ({ deed: 'decline', reason: text(f.reason), suggest: text(f.suggest) }),
  assign: f => ({
    deed: 'assign',
    way: f.way === 'order' ? 'order' : 'pass',
    department: text(f.department),
    officer: '',
    reason: text(f.reason),
  }),
  assist: f => ({ deed: 'assist', departments: ticked(f.departments), ask: text(f.ask), due: text(f.due) }),
  'assist-answer': f => ({
    deed: 'assist-answer',
    position: text(f.position) as 'agree',
    text: text(f.text),
  }),
  return: f => ({ deed: 'return', missing: lines(f.missing), text: text(f.text) }),
  answer: f => ({ deed: 'answer', text: text(f.text) }),
  contact: f => ({
    deed: 'contact',
    reached: f.reached === 'yes',
    at: moment(f.at),
    whom: text(f.whom),
    text: text(f.text),
  }),
  close: f => ({ deed: 'close', outcome: text(f.outcome) as Outcome, text: text(f.text) }),
  reopen: f => ({ deed: 'reopen', text: text(f.text) }),
  'ask-extension': f => ({ deed: 'ask-extension', until: text(f.until), reason: text(f.reason) }),
  'decide-extension': f => ({
    deed: 'decide-extension',
    granted: f.granted === 'yes',
    reason: text(f.reason),
  }),
  press: f => ({ deed: 'press', pressure: text(f.pressure) as Pressure, text: text(f.text) }),
  note: f => ({ deed: 'note', text: text(f.text) }),
  merge: f => ({ deed: 'merge', into: text(f.into), reason: text(f.reason) }),
  unmerge: f => ({ deed: 'unmerge', reason: text(f.reason) }),
  release: () => ({ deed: 'release' }),
  open: f => ({ deed: 'open', reason: text(f.reason) }),
  'renew-pin': () => ({ deed: 'renew-pin' }),
  revisit: f => ({ deed: 'revisit', result: text(f.result) as 'content', text: text(f.text) }),
  complex: f => ({ deed: 'complex', complex: f.complex === 'on' }),
  clear: f => ({ deed: 'clear', from: text(f.from), text: text(f.text) }),
  rectify: f => ({ deed: 'rectify', items: lines(f.items), until: text(f.until), text: text(f.text) }),
  suspend: f => ({ deed: 'suspend', reason: text(f.reason), until: text(f.until) }),
  inspect: f => ({ deed: 'inspect', department: text(f.department), due: text(f.due) }),
  'fast-track': f => ({ deed: 'fast-track', fast: f.fast === 'yes', reason: text(f.reason) }),
};

const isDeed = (name: string): name is DeedName => Object.hasOwn(deedWords, name);

export const departmentChoices = (front: Front): readonly Choice[] =>
  front.departments.map(code => [code, front.department(code)]);

/** Puts something behind the answer that was typed. */
const withMore = (fields: Tree, more: string): Tree => {
  const before = text(fields.text);
  return { ...fields, text: [...(before ? [before] : []), more].join('\n') };
};

/** Puts a chosen ready answer behind what was typed: for a page without a script. */
const withTemplate = (front: Front, fields: Tree, origin: string): Tree => {
  const template = front.templates.find(one => one.id === fields.template);
  return template ? withMore(fields, filled(template.text, origin)) : fields;
};

/** Puts a page of the site behind what was typed, `path title`, in Chinese as answers are sent. */
const withCited = (fields: Tree, cited: string, origin: string): Tree => {
  const [path = '', ...rest] = cited.slice(0, 400).split(' ');
  const words = path.startsWith('/policies/') ? faqWords.citeText : faqWords.citeOther;
  const more = say(words, 'zh-Hans', { title: rest.join(' '), link: `${origin}${path}` });
  return path.startsWith('/') ? withMore(fields, more) : fields;
};

/** A ready answer with the site's own address in it. */
export const filled = (template: string, origin: string): string => template.replaceAll('{site}', origin);

/** A blank of a ready answer that was not filled in: 【…】 as it stands in the template. */
const blankIn = ({ templates }: Front, typed: string): string | undefined =>
  templates.flatMap(one => one.text.match(/【[^】]*】/g) ?? []).find(blank => typed.includes(blank));

/** What is wrong with a deed as it was typed. */
const wrongIn = (ask: Ask, front: Front, name: DeedName, fields: Tree): Record<string, string> => {
  const problems = problemsIn(deedFields(name, departmentChoices(front)), fields, ask.lang);
  const blank = name === 'answer' ? blankIn(front, text(fields.text)) : undefined;
  return blank ? { ...problems, text: say(deedNotes.blank, ask.lang, { blank }) } : problems;
};

/** The deed of a post that was read. */
const deedIn = (ask: Ask, front: Front, { staff }: SignedIn, post: DeskPost, name: DeedName): DeedAsked => {
  const { fields, controls } = post;
  const head = Number(controls.get('_head'));
  const to = controls.get('_to') === 'held' ? 'held' : '';
  if (controls.get('_act') === 'template') {
    const values = withTemplate(front, fields, ask.url.origin);
    return { name, head, to, typed: { values, problems: {} }, deed: null };
  }
  if (controls.get('_act') === 'find')
    return { name, head, to, typed: { values: fields, problems: {} }, deed: null };
  const cited = controls.get('_cite');
  if (cited !== undefined) {
    const values = withCited(fields, cited, ask.url.origin);
    return { name, head, to, typed: { values, problems: {} }, deed: null };
  }
  const problems = wrongIn(ask, front, name, fields);
  const isSound = Object.keys(problems).length === 0 && Number.isInteger(head);
  const deed = isSound ? makers[name](fields, staff.login) : null;
  return { name, head, to, typed: { values: fields, problems }, deed };
};

/** Reads a deed from a page of a case; an unknown one, or a page that was made up, is refused. */
export const deedAsked = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
): Promise<DeedAsked | Response | null> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const name = post.controls.get('_deed') ?? '';
  return isDeed(name) ? deedIn(ask, front, signed, post, name) : null;
};
