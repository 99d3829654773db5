import { createHash } from 'node:crypto';
import type { Answers } from '#src/forms/field.ts';
import { employmentKinds, unfair } from '#src/forms/labour.ts';
import { secretWords } from '#src/i18n/desk-faq.ts';
import { vacancyRules as rules } from '#src/i18n/desk-vacancies.ts';
import { type Words, w } from '#src/i18n/words.ts';
import { addDays, type Day, isDay } from '#src/rules/day.ts';
import { heldOf, type Known, type SecretKind, secretsIn } from '#src/rules/redact.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';
import type { VacancyKind, VacancyRow } from '#src/vacancies/store.ts';

/** What an officer makes of a position: what the public will read, and until when. */
export type VacancyTyped = Pick<
  VacancyRow,
  | 'title'
  | 'skills'
  | 'headcount'
  | 'payFrom'
  | 'payTo'
  | 'employment'
  | 'meals'
  | 'lodging'
  | 'startDay'
  | 'insured'
  | 'online'
  | 'until'
>;

/** A position as the enterprise sent it, and a mark by which a change of it is seen. */
export type Position = {
  readonly kind: VacancyKind;
  readonly line: number;
  readonly typed: VacancyTyped;
  readonly mark: string;
};

/** A position is public for so many days unless an officer says otherwise, and never for more than `most` at once. */
export const publicDays = { usual: 30, most: 90 } as const;

/** The form's own bounds. */
const longest = { title: 40, skills: 200 } as const;
const mostHeads = 100_000;
const mostPay = 1_000_000;

type Tree = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The form takes fen; what is public is whole yuan. */
const whole = (value: unknown): number => (typeof value === 'number' ? Math.round(value) : 0);
const lists = (value: unknown, code: string): boolean => Array.isArray(value) && value.includes(code);
const answered = (value: unknown): 'yes' | 'no' | '' => {
  if (value === true) return 'yes';
  return value === false ? 'no' : '';
};

const hired = (line: Tree, until: Day): VacancyTyped => ({
  title: text(line.title),
  skills: text(line.skills),
  headcount: whole(line.headcount),
  payFrom: whole(line.payFrom),
  payTo: whole(line.payTo),
  employment: text(line.employment),
  meals: lists(line.board, 'meals') ? 1 : 0,
  lodging: lists(line.board, 'lodging') ? 1 : 0,
  startDay: text(line.startDay),
  insured: answered(line.insured),
  online: answered(line.online),
  until,
});

const lent = ({ lendCount, lendSkills }: Tree, until: Day): VacancyTyped => ({
  ...hired({}, until),
  headcount: whole(lendCount),
  skills: text(lendSkills),
});

/** The same position gives the same mark, whatever day it is. */
const marked = (kind: VacancyKind, line: number, typed: VacancyTyped): Position => {
  const { until: _, ...sent } = typed;
  const mark = createHash('sha256').update(JSON.stringify(sent)).digest('base64url').slice(0, 16);
  return { kind, line, typed, mark };
};

/** What a labour case could publish: each position, and the staff to lend. */
export const positionsIn = (answers: Answers, today: Day): readonly Position[] => {
  const until = addDays(today, publicDays.usual);
  const lines = lists(answers.want, 'hire') && Array.isArray(answers.positions) ? answers.positions : [];
  const hire = lines.map((line: Tree, at) => marked('hire', at, hired(line, until)));
  return lists(answers.want, 'lend') ? [...hire, marked('lend', 0, lent(answers, until))] : hire;
};

/** What was typed without blanks around it. */
export const tidied = (typed: VacancyTyped): VacancyTyped => ({
  ...typed,
  title: tidy(typed.title, false),
  skills: tidy(typed.skills, false),
});

const isCount = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most;

/** Numbers and names by which somebody could be found; the enterprise itself may be named. */
const secretIn = (typed: string, known: Known): Words | null => {
  const found = secretsIn(typed, known);
  const kinds = [...new Set<SecretKind>([...found.map(one => one.kind), ...heldOf(typed, known)])];
  if (kinds.length === 0) return null;
  const texts = found.map(({ from, to }) => typed.slice(from, to)).join('、');
  const said = (lang: 'zh-Hans' | 'en', between: string) =>
    rules.secret[lang]
      .replace('{kinds}', () => kinds.map(kind => secretWords[kind][lang]).join(between))
      .replace('{texts}', () => texts);
  return w(said('zh-Hans', '、'), said('en', ', '));
};

const textFault = (typed: string, rule: Words, bounds: { least: number; most: number }, known: Known) => {
  const size = length(typed);
  if (size < bounds.least || size > bounds.most || !isPlain(typed)) return rule;
  return unfair(typed) ?? secretIn(typed, known);
};

const payFaults = ({ payFrom, payTo }: VacancyTyped): Readonly<Record<string, Words>> => ({
  ...(isCount(payFrom, mostPay) ? {} : { payFrom: rules.pay }),
  ...(isCount(payTo, mostPay) ? {} : { payTo: rules.pay }),
  ...(payTo > 0 && payTo < payFrom ? { payTo: rules.upsideDown } : {}),
});

const isEmployment = (code: string): boolean => code === '' || employmentKinds.some(one => one.code === code);

/**
 * What is wrong with a position as it would be published, by the names of the fields: bounds, restrictions by sex, age or origin
 * (就业促进法第26条), and whatever leads to a person. `known`: who sent the case.
 */
export const faultsIn = (
  kind: VacancyKind,
  typed: VacancyTyped,
  known: Known,
  today: Day,
): Readonly<Record<string, Words>> => {
  const isLent = kind === 'lend';
  const title = isLent ? null : textFault(typed.title, rules.title, { least: 1, most: longest.title }, known);
  const rule = isLent ? rules.can : rules.skills;
  const skills = textFault(typed.skills, rule, { least: isLent ? 1 : 0, most: longest.skills }, known);
  const isHeads = isCount(typed.headcount, mostHeads) && typed.headcount > 0;
  const isUntil =
    isDay(typed.until) && typed.until >= today && typed.until <= addDays(today, publicDays.most);
  return {
    ...(title ? { title } : {}),
    ...(skills ? { skills } : {}),
    ...(isHeads ? {} : { headcount: rules.headcount }),
    ...payFaults(typed),
    ...(isEmployment(typed.employment) ? {} : { employment: rules.employment }),
    ...(typed.startDay === '' || isDay(typed.startDay) ? {} : { startDay: rules.startDay }),
    ...(isUntil ? {} : { until: rules.until }),
  };
};
