import type { DeskEvent } from '#src/cases/desk-case.ts';
import { goodsIn } from '#src/forms/goods.ts';
import { progressIn } from '#src/forms/progress.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords, outcomeWords, pressureWords } from '#src/i18n/desk.ts';
import { positionWords, revisitWords } from '#src/i18n/desk-deeds.ts';
import { deskEventParts, deskEvents } from '#src/i18n/desk-events.ts';
import { unmetIn } from '#src/i18n/ledger.ts';
import { paperIn, paperStepIn, revokedFor } from '#src/i18n/papers.ts';
import { gradeWords } from '#src/i18n/track.ts';
import { say, type Words } from '#src/i18n/words.ts';
import type { Said } from '#src/views/desk/case.ts';
import { shortDay, shortTime } from '#src/views/desk/clock.ts';
import type { Names } from './rows.ts';

/** What is said to the enterprise, and what only officers see. What is neither, and not the enterprise's own, is a record. */
const told = [
  'answered',
  'returned',
  'contacted',
  'referred',
  'extended',
  'revisited',
  'cleared',
  'rectifying',
  'suspended',
  'paper-issued',
  'paper-revoked',
  'donation-declined',
];
const internal = [
  'noted',
  'funding-followed',
  'published',
  'unpublished',
  'opened',
  'assisted',
  'assist-answered',
  'declined',
  'extension-asked',
  'reminded',
  'extension-refused',
  'check-planned',
  'checked',
  'paper-moved',
];

const sideOf = ({ kind, actor }: DeskEvent): Said['side'] => {
  if (actor === 'enterprise') return 'enterprise';
  if (told.includes(kind)) return 'told';
  return internal.includes(kind) ? 'internal' : 'record';
};

const wordOf = (table: Readonly<Record<string, Words>>, code: unknown, lang: Ask['lang']): string =>
  (typeof code === 'string' && Object.hasOwn(table, code) ? table[code]?.[lang] : undefined) ??
  String(code ?? '');

type Desk = { readonly front: Front; readonly names: Names; readonly now: Date };

/** Who had not spoken when the one answer to a review went out; '' where all had. */
const silentOf = (codes: unknown, department: (code: unknown) => string, lang: Ask['lang']): string =>
  Array.isArray(codes)
    ? say(deskEventParts.silent, lang, { departments: codes.map(department).join(deskWords.between[lang]) })
    : '';

const faultsOf = (count: unknown, lang: Ask['lang']): string =>
  count === 0 ? deskEventParts.fine[lang] : say(deskEventParts.faults, lang, { n: Number(count) });

/** What an event's data say, in words, by the names in braces. */
const valuesOf = (
  data: DeskEvent['data'],
  { lang }: Ask,
  { front, names, now }: Desk,
): Record<string, string> => {
  const department = (code: unknown) =>
    typeof code === 'string' && code !== '' ? front.department(code)[lang] : '';
  const person = (login: unknown) => (typeof login === 'string' ? (names.get(login) ?? login) : '');
  const at = (time: unknown) => (typeof time === 'string' && time !== '' ? shortTime(time, now, lang) : '');
  const list = Array.isArray(data.departments) ? data.departments : [];
  return {
    handler: department(data.handler),
    department: department(data.department),
    departments: list.map(department).join(deskWords.between[lang]),
    // Of a passing on a department; of an unmerging the number of the other case.
    from: front.departments.includes(String(data.from)) ? department(data.from) : String(data.from ?? ''),
    suggest: department(data.suggest),
    officer: person(data.officer),
    slug: typeof data.slug === 'string' ? data.slug : '',
    into: typeof data.into === 'string' ? front.showNumber(data.into) : '',
    until: typeof data.until === 'string' ? shortDay(data.until, lang) : '',
    due: at(data.due),
    at: at(data.at),
    grade: wordOf(gradeWords, data.grade, lang),
    outcome: wordOf(outcomeWords, data.outcome, lang),
    pressure: wordOf(pressureWords, data.pressure, lang),
    position: wordOf(positionWords, data.position, lang),
    goods: goodsIn(Array.isArray(data.goods) ? data.goods : [], front.tables, lang),
    why: unmetIn(String(data.why ?? ''), lang),
    progress: progressIn(data, lang),
    result: wordOf(revisitWords, data.result, lang),
    silent: silentOf(data.silent, department, lang),
    faults: faultsOf(data.faults, lang),
    paper: paperIn(data.paper, lang),
    step: paperStepIn(data.step, lang),
    serial: String(data.serial ?? ''),
    revoked: revokedFor(data.revoked, lang),
  };
};

/** Who did it, by name. */
const whoOf = ({ actor }: DeskEvent, lang: Ask['lang'], names: Names): string => {
  if (actor === 'enterprise') return deskWords.enterprise[lang];
  return actor === 'system' ? deskWords.system[lang] : (names.get(actor) ?? actor);
};

/** An event of a case in words. */
export const saidOf = (ask: Ask, desk: Desk, event: DeskEvent): Said => ({
  side: sideOf(event),
  at: event.at,
  who: whoOf(event, ask.lang, desk.names),
  what: say(deskEvents[event.kind], ask.lang, valuesOf(event.data, ask, desk)),
  text: event.text,
});
