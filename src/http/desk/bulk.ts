import type { Deed, DeedName, DeedResult, Pressure } from '#src/cases/deed.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords, pressureWords } from '#src/i18n/desk.ts';
import { bulkWords as words } from '#src/i18n/desk-queue.ts';
import { say } from '#src/i18n/words.ts';
import {
  type BulkAct,
  type BulkLine,
  bulkActs,
  bulkAgain,
  bulkPreview,
  bulkResult,
} from '#src/views/desk/bulk.ts';
import { deskPage } from './frame.ts';
import { type Hands, ruleIn } from './outcome.ts';
import { actsOf, departmentsIn } from './queue.ts';
import { enterpriseOf, formTitle } from './rows.ts';
import { type Within, within } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn } from './session.ts';

/** So many cases at once: a page of the queue. */
const most = 100;

/** What is asked of several cases. `heads`: the event of each that the preview showed; '' before. */
type Batch = {
  readonly act: BulkAct;
  readonly department: string;
  readonly pressure: string;
  readonly reason: string;
  readonly heads: ReadonlyMap<string, string>;
  /** Where each goes back to: an undo. */ readonly back: ReadonlyMap<string, string>;
  readonly sure: boolean;
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const pairsIn = (value: unknown): ReadonlyMap<string, string> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  const pairs = Object.entries(value).filter(([number]) => /^\d{13}$/.test(number));
  return new Map(pairs.slice(0, most).map(([number, one]) => [number, text(one)]));
};

const batchOf = ({ fields, controls }: DeskPost): Batch | null => {
  const act = bulkActs.find(one => one === fields.act);
  if (!act) return null;
  return {
    act,
    department: text(fields.department),
    pressure: text(fields.pressure),
    reason: text(fields.reason).slice(0, 200),
    heads: pairsIn(fields.n),
    back: pairsIn(fields.back),
    sure: controls.get('_sure') === 'yes',
  };
};

/** The deed for one case of the batch. */
const deedOf = ({ act, pressure, reason, department, back }: Batch, number: string): Deed => {
  if (act === 'release') return { deed: 'release' };
  if (act === 'press') return { deed: 'press', pressure: pressure as Pressure, text: reason };
  return { deed: 'assign', way: 'pass', department: back.get(number) ?? department, officer: '', reason };
};

/** What must be said before anything can be previewed; '' where nothing is missing. */
const missingIn = (batch: Batch | null, front: Front, lang: Ask['lang']): string => {
  if (!batch) return words.title[lang];
  const { act, heads, back, department, pressure, reason } = batch;
  if (heads.size === 0) return words.noneChosen[lang];
  if (act === 'assign' && back.size === 0 && !front.departments.includes(department))
    return words.noDepartment[lang];
  if (act === 'press' && !Object.hasOwn(pressureWords, pressure)) return words.noPressure[lang];
  return act === 'assign' && reason === '' ? words.noReason[lang] : '';
};

const willIn = (batch: Batch, front: Front, { row }: Within, { lang }: Ask): string => {
  const name = (code: string) => front.department(code)[lang];
  const from = name(row.handler);
  if (batch.act === 'release') return say(words.willRelease, lang, { to: from });
  if (batch.act === 'press') {
    const pressure = pressureWords[batch.pressure as Pressure][lang];
    return say(words.willPress, lang, { to: from, pressure });
  }
  return say(words.willAssign, lang, { from, to: name(batch.back.get(row.number) ?? batch.department) });
};

type Desk = Omit<Hands, 'open'> & {
  readonly front: Front;
  readonly signed: SignedIn;
  /** What the rules of the work allow, by a case's number. */ readonly possible: (
    number: string,
  ) => Promise<readonly DeedName[]>;
};

const line = (ask: Ask, front: Front, { row }: Within, told: string, fine: boolean): BulkLine => ({
  number: row.number,
  shown: front.showNumber(row.number),
  enterprise: enterpriseOf(row, ask.lang),
  form: formTitle(front, row.form, ask.lang),
  told,
  fine,
});

const reach = async ({ front, signed, store }: Desk, batch: Batch): Promise<readonly Within[]> => {
  const found = await Promise.all(
    [...batch.heads.keys()].map(number => within(store, front, signed, number)),
  );
  return found.flatMap(one => (one ? [one] : []));
};

/** What will happen to each, and which cannot. */
const preview = async (ask: Ask, desk: Desk, batch: Batch): Promise<Response> => {
  const { front, signed } = desk;
  const { lang } = ask;
  const cases = await reach(desk, batch);
  const lines = await Promise.all(
    cases.map(async at => {
      const deed = deedOf(batch, at.row.number);
      if (!desk.mayDo(deed, at.scope)) return line(ask, front, at, deskWords.denied[lang], false);
      const isSame = deed.deed === 'assign' && deed.department === at.row.handler;
      const isFine = !isSame && (await desk.possible(at.row.number)).includes(deed.deed);
      const why = ruleIn(isSame ? 'same-department' : 'state', lang);
      return line(ask, front, at, isFine ? willIn(batch, front, at, ask) : why, isFine);
    }),
  );
  const fine = lines.filter(one => one.fine).map(one => one.number);
  const heads = cases.filter(({ row }) => fine.includes(row.number));
  const { act, department, pressure, reason } = batch;
  const send = {
    act,
    department,
    pressure,
    reason,
    ...Object.fromEntries(heads.map(({ row }) => [`n.${row.number}`, String(row.head)])),
  };
  const view = bulkPreview({ lang, csrf: signed.csrf, act }, lines, send);
  return deskPage(ask, 200, words[act][lang], view, { ...signed, here: 'queue' });
};

const cameIn = (result: DeedResult, { lang }: Ask): string => {
  if (result.tag === 'done') return words.done[lang];
  if (result.tag === 'forbidden') return ruleIn(result.rule, lang);
  return result.tag === 'stale' ? words.moved[lang] : deskWords.unknownTitle[lang];
};

/** What takes an assignment back: each to where it came from, by a new one. */
const undoOf = (done: readonly { readonly at: Within; readonly result: DeedResult }[], { lang }: Ask) => {
  const moved = done.flatMap(({ at, result }) =>
    result.tag === 'done' ? [{ row: at.row, head: result.head }] : [],
  );
  if (moved.length === 0) return null;
  return {
    act: 'assign',
    reason: words.undoReason[lang],
    _sure: 'yes',
    ...Object.fromEntries(moved.map(({ row, head }) => [`n.${row.number}`, String(head)])),
    ...Object.fromEntries(moved.map(({ row }) => [`back.${row.number}`, row.handler])),
  };
};

/** Does it to each that has not moved since the preview, one after the other, and says what came of it. */
const doAll = async (ask: Ask, desk: Desk, batch: Batch): Promise<Response> => {
  const { front, signed } = desk;
  const done: { readonly at: Within; readonly result: DeedResult }[] = [];
  for (const at of await reach(desk, batch)) {
    const { number } = at.row;
    const deed = deedOf(batch, number);
    const isTheirs = desk.mayDo(deed, at.scope);
    const result: DeedResult = isTheirs
      ? await desk.perform(number, Number(batch.heads.get(number)), deed)
      : { tag: 'forbidden', rule: deskWords.denied[ask.lang] };
    done.push({ at, result });
  }
  const lines = done.map(({ at, result }) =>
    line(ask, front, at, cameIn(result, ask), result.tag === 'done'),
  );
  const undo = batch.act === 'assign' && batch.back.size === 0 && signed.superior ? undoOf(done, ask) : null;
  const view = bulkResult({ lang: ask.lang, csrf: signed.csrf, act: batch.act }, lines, undo);
  return deskPage(ask, 200, words[batch.act][ask.lang], view, { ...signed, here: 'queue' });
};

/** Several cases at once: first what would happen, then what did. */
export const bulk = async (ask: Ask, desk: Desk): Promise<Response> => {
  const { front, signed } = desk;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const batch = batchOf(post);
  const missing = missingIn(batch, front, ask.lang);
  if (batch && missing === '') return batch.sure ? doAll(ask, desk, batch) : preview(ask, desk, batch);
  const bar = {
    lang: ask.lang,
    csrf: signed.csrf,
    bulk: departmentsIn(front, ask.lang),
    acts: actsOf(front, signed),
  };
  const numbers = [...pairsIn(post.fields.n).keys()];
  const typed = { values: post.fields, problems: {} };
  const view = bulkAgain(bar, numbers.length === 0 ? words.noneChosen[ask.lang] : missing, typed, numbers);
  return deskPage(ask, 422, words.title[ask.lang], view, { ...signed, here: 'queue' });
};
