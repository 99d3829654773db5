import type { whoWords } from '#src/i18n/who.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Day, dayOf } from '#src/rules/day.ts';
import { type Answer, deadline, type Hours } from '#src/rules/deadline.ts';
import { type Level, levelOn, type ModeRow, modeOf } from '#src/rules/modes.ts';
import { type Conditions, candidates, departmentOf, type Offices } from '#src/rules/routing.ts';
import { timeInWords } from '#src/views/time.ts';

/** A routing row in one language. */
export type ToldRow = Conditions & {
  readonly handler: string;
  readonly alsoTo: readonly string[];
  readonly reason: string;
};

/** What a page knows of who gets its form: the rows that decide on the server too, in the page's language. */
export type Told = {
  readonly lang: Lang;
  readonly form: string;
  /** The routing field's path; '' for none. */ readonly by: string;
  /** The lines of which each is decided about by itself; '' for none. */ readonly apart: string;
  /** The day the site always speaks of; null where it goes with the clock. */ readonly asOf: Day | null;
  readonly routes: readonly ToldRow[];
  readonly modes: readonly (Pick<ModeRow, 'form' | 'from' | 'to' | 'risk' | 'mode' | 'answer' | 'review'> & {
    readonly reason: string;
  })[];
  readonly risk: readonly { readonly from: Day; readonly level: Level }[];
  readonly offices: Offices;
  /** Departments' names by code. */ readonly names: Readonly<Record<string, string>>;
  readonly hours: Hours;
  readonly calendar: Calendar;
};

/** The sentences, each by its name, in every language. */
export type Sentences = typeof whoWords;

/** What was chosen so far; null is not chosen. */
export type Chosen = {
  readonly key: string | null;
  readonly area: string | null;
  readonly line: string | null;
};

/** A handler's name: where its area is not known, the offices it may be. */
export const nameOf = (told: Told, words: Sentences, handler: string, area: string | null): string => {
  const code = departmentOf(handler, area, told.offices);
  if (code !== null) return told.names[code] ?? code;
  const offices = [...new Set(Object.values(told.offices))].map(one => told.names[one] ?? one);
  return say(words.areaOffice, told.lang, { offices: offices.join(words.between[told.lang]) });
};

/** Who takes it as far as it is known: the row, or null while several may. */
const rowFor = (told: Told, chosen: Chosen, keyEnterprise: boolean, day: Day): ToldRow | null => {
  const rows = candidates(told.routes, { form: told.form, ...chosen, keyEnterprise }, day);
  return rows.length === 1 ? (rows[0] ?? null) : null;
};

const alsoIn = (told: Told, words: Sentences, row: ToldRow, area: string | null): string => {
  const handler = nameOf(told, words, row.handler, area);
  const named = row.alsoTo.map(code => nameOf(told, words, code, area)).filter(name => name !== handler);
  if (named.length === 0) return '';
  const departments = [...new Set(named)].join(words.between[told.lang]);
  return say(words.also, told.lang, { departments });
};

const takerIn = (told: Told, words: Sentences, chosen: Chosen, day: Day, n: number): readonly string[] => {
  const { lang } = told;
  const row = rowFor(told, chosen, false, day);
  if (row === null) return [];
  const handler = nameOf(told, words, row.handler, chosen.area);
  const isKey = rowFor(told, chosen, true, day);
  const other = isKey && nameOf(told, words, isKey.handler, chosen.area);
  const sentence = say(n > 0 ? words.line : words.one, lang, { handler, reason: row.reason, n });
  return [
    sentence,
    ...(other !== null && other !== handler ? [say(words.ifKey, lang, { handler: other })] : []),
  ];
};

const answerIn = (answer: Answer, words: Sentences, lang: Lang): string => {
  if ('sameDayBy' in answer) return say(words.sameDay, lang, { time: answer.sameDayBy });
  const { workingDays: n, complexDays: complex } = answer;
  return complex === null ? say(words.days, lang, { n }) : say(words.complex, lang, { n, complex });
};

/**
 * Who gets what is being filled in, why, and by when, in sentences: by the same rules as the server's, from what was chosen so far (one
 * entry a line where lines go apart). `now` is the moment of sending; null leaves the day open, on a page that is built once.
 */
export const tell = (
  told: Told,
  words: Sentences,
  chosen: readonly Chosen[],
  now: Date | null,
  builtOn: Day,
): readonly string[] => {
  const { lang } = told;
  const day = told.asOf ?? (now ? dayOf(now) : builtOn);
  const mode = modeOf(told.modes, told.form, levelOn(told.risk, day), day);
  const { answer } = mode;
  const reason = say(words.reason, lang, { reason: mode.reason });
  if (mode.mode === 'closed' || answer === null) return [reason];
  const takers = chosen.map((one, index) =>
    takerIn(told, words, one, day, told.apart === '' ? 0 : index + 1),
  );
  const [only] = chosen.length === 1 ? chosen : [];
  const row = only && rowFor(told, only, false, day);
  const isSure = takers.length > 0 && takers.every(sentences => sentences.length > 0);
  const due = now && timeInWords(deadline(answer, told.calendar, told.hours, now).toISOString(), lang);
  return [
    ...(isSure ? takers.flat() : [words.several[lang]]),
    ...(row && only && (mode.mode === 'application' || mode.review)
      ? [alsoIn(told, words, row, only.area)]
      : []),
    // Where it is another on other days, it says why it is so on this one.
    ...(told.modes.length > 1 ? [reason] : []),
    answerIn(answer, words, lang),
    ...(due && isSure ? [say('sameDayBy' in answer ? words.reviewed : words.due, lang, { due })] : []),
  ].filter(sentence => sentence !== '');
};
