import type { QueueRow } from '#src/cases/queue.ts';
import type { Front } from '#src/http/front.ts';
import { deskStates, pressureWords } from '#src/i18n/desk.ts';
import { queueWords as words } from '#src/i18n/desk-queue.ts';
import type { Lang } from '#src/i18n/words.ts';
import type { QueueLine } from '#src/views/desk/queue-page.ts';

/** Names of officers by their logins. */
export type Names = ReadonlyMap<string, string>;

type Shown = Pick<
  QueueRow,
  | 'stage'
  | 'state'
  | 'urgent'
  | 'fast'
  | 'complaint'
  | 'pressed'
  | 'reopened'
  | 'extension'
  | 'declined'
  | 'late'
>;

/** Whether the clock runs for somebody of the office. */
export const isRunning = ({ stage }: Pick<QueueRow, 'stage'>): boolean =>
  ['held', 'to-accept', 'declined', 'doing'].includes(stage);

/** What a row is marked with, the loud first. */
export const flagsOf = (row: Shown, lang: Lang): QueueLine['flags'] => {
  const marks = [
    { on: row.urgent === 1, text: words.urgent[lang], loud: true },
    { on: row.late === 'accept', text: words.lateAccept[lang], loud: true },
    { on: row.fast === 1, text: words.fast[lang], loud: false },
    { on: row.complaint === 1, text: words.complaint[lang], loud: false },
    { on: row.stage === 'declined', text: words.declined[lang], loud: false },
    { on: row.reopened > 0, text: words.again[lang], loud: false },
    { on: row.extension === 'granted', text: words.extended[lang], loud: false },
  ];
  const pressed =
    row.pressed === '' ? [] : [{ text: pressureWords[row.pressed][lang], loud: row.pressed !== 'reminder' }];
  return [...marks.filter(mark => mark.on).map(({ text, loud }) => ({ text, loud })), ...pressed];
};

/** A state as officers read it; finer where the stage says more. */
export const stateOf = ({ stage, state }: Pick<QueueRow, 'stage' | 'state'>, lang: Lang): string => {
  if (stage === 'unsolved' || stage === 'upward' || stage === 'declined') return words[stage][lang];
  return (deskStates as Readonly<Record<string, (typeof deskStates)['held']>>)[state]?.[lang] ?? state;
};

export const formTitle = (front: Front, id: string, lang: Lang): string =>
  front.forms.find(one => one.id === id)?.title[lang] ?? id;

export const areaName = (front: Front, code: string, lang: Lang): string =>
  front.tables.areas.find(one => one.code === code)?.name[lang] ?? code;

/** The enterprise's name; a complaint's is masked. */
export const enterpriseOf = (row: Pick<QueueRow, 'enterprise' | 'complaint'>, lang: Lang): string =>
  row.enterprise || (row.complaint === 1 ? words.masked[lang] : words.noName[lang]);

/** A case as a line of the queue. */
export const lineOf = (front: Front, row: QueueRow, names: Names, lang: Lang): QueueLine => ({
  number: row.number,
  shown: front.showNumber(row.number),
  enterprise: enterpriseOf(row, lang),
  form: formTitle(front, row.form, lang),
  area: areaName(front, row.area, lang),
  state: stateOf(row, lang),
  handler: front.department(row.handler)[lang],
  officer: names.get(row.officer) ?? row.officer,
  due: row.due,
  running: isRunning(row),
  stopped: row.stage === 'waiting',
  receivedAt: row.receivedAt,
  flags: flagsOf(row, lang),
});

/** Names of those who handle the rows, each asked for once. */
export const namesOf = async (front: Front, logins: readonly string[]): Promise<Names> => {
  const distinct = [...new Set(logins)].filter(login => !['', 'enterprise', 'system'].includes(login));
  const found = await Promise.all(distinct.map(login => front.desk.accounts.find(login)));
  return new Map(found.flatMap(row => (row ? [[row.login, row.name] as const] : [])));
};
