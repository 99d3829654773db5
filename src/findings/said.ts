import { type Goods, isCountedIn, typedIn } from '#src/forms/goods.ts';
import type { FindingRule } from '#src/i18n/desk-findings.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { addDays, type Day, isDay } from '#src/rules/day.ts';
import { secretsIn } from '#src/rules/redact.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';
import type { Findings } from './room.ts';
import { type Severity, severities } from './store.ts';

/** How a problem stands at the end of the day: still to be solved, solved, or handed on to another department. */
const stands = ['open', 'solved', 'handed'] as const;
export type Stand = (typeof stands)[number];

/** A problem that was found, as it was filled in. */
export type LineTyped = {
  /** '' for one that is new. */ readonly id: string;
  /** The version of it that the page showed; 0 for a new one. */ readonly version: number;
  readonly what: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly severity: string;
  readonly due: string;
  readonly wanted: boolean;
  readonly stand: string;
  /** To which department it was handed on; ''. */ readonly to: string;
};

/** What a report says of a problem that was open before. */
export type TurnTyped = {
  readonly id: string;
  readonly version: number;
  readonly stand: string;
  readonly to: string;
};

/** A report as it was filled in; everything as typed. */
export type FindingTyped = {
  readonly state: string;
  readonly places: string;
  readonly supplies: readonly { readonly item: string; readonly unit: string; readonly quantity: string }[];
  readonly lines: readonly LineTyped[];
  readonly turns: readonly TurnTyped[];
};

/** A problem as a version of a report said it. */
export type SaidLine = Omit<LineTyped, 'version' | 'severity' | 'stand'> & {
  readonly severity: Severity;
  readonly stand: Stand;
};
export type SaidTurn = {
  readonly id: string;
  readonly what: string;
  readonly stand: Stand;
  readonly to: string;
};

/** Everything that a version of a report said: it stays readable when a later one says otherwise. */
export type Said = {
  readonly supplies: readonly Goods[];
  readonly lines: readonly SaidLine[];
  readonly turns: readonly SaidTurn[];
};

export const saidIn = ({ said }: { readonly said: string }): Said => JSON.parse(said) as Said;

/** What is wrong, by the names of the fields. */
export type Wrong = Readonly<Record<string, FindingRule>>;

/** So many lines of supplies and of problems in one report. */
const mostLines = 20;
const mostPlaces = 9999;
/** So many days ahead a problem may be due. */
const farthest = 92;

const nobody = { enterprise: '', creditCode: '', names: [], phones: [], open: [] };

/** Numbers that say who somebody is have no place in a report that many read. */
const namesSomebody = (text: string): boolean =>
  secretsIn(text, nobody).some(({ kind }) => kind === 'phone' || kind === 'id-number' || kind === 'account');

const isText = (text: string, most: number): boolean => length(text) <= most && isPlain(text);

/** So much of an item; 0 is a number like any other here: nothing is left. Null where it is none. */
const quantityIn = (typed: string, unit: string): number | null =>
  /^[0０]+$/.test(typed.trim()) ? 0 : typedIn(typed, unit);

/** A code that was typed, written alike; '' for none, null for a wrong one. */
const codeIn = (typed: string): string | null => {
  if (typed.trim() === '') return '';
  const read = creditCode(typed);
  return read.tag === 'valid' ? read.code : null;
};

const suppliesIn = ({ office }: Findings, { supplies }: FindingTyped) => {
  const wrong: Record<string, FindingRule> = {};
  const goods = supplies.map(({ item, unit, quantity }, at): Goods => {
    const known = office.tables.items.find(one => one.code === item);
    const amount = quantityIn(quantity, unit);
    if (!known) wrong[`supplies.${at}.item`] = 'item';
    else if (!isCountedIn(known, unit)) wrong[`supplies.${at}.unit`] = 'unit';
    else if (supplies.findIndex(one => one.item === item && one.unit === unit) < at)
      wrong[`supplies.${at}.item`] = 'twice';
    if (amount === null) wrong[`supplies.${at}.quantity`] = 'quantity';
    return { item, unit, quantity: amount ?? 0 };
  });
  return { goods, wrong };
};

type Where = { readonly department: string; readonly day: Day };

/** How a problem stands, as it was typed; null for what is none. */
export const standOf = (stand: string): Stand | null => stands.find(one => one === stand) ?? null;

/** Where a problem is said to have gone: another department of the zone, or nowhere. */
const isSent = ({ office }: Findings, { department }: Where, stand: string, to: string): boolean =>
  stand === 'handed' ? to !== department && Object.hasOwn(office.departments, to) : true;

const lineWrong = (room: Findings, where: Where, line: LineTyped): Record<string, FindingRule> => {
  const { what, enterprise, due, stand, to } = line;
  const isNear = isDay(due) && due >= where.day && due <= addDays(where.day, farthest);
  const isDue = stand === 'solved' ? due === '' || isNear : isNear;
  return {
    ...(what !== '' && isText(what, 200) ? {} : { what: 'what' as const }),
    ...(namesSomebody(what) ? { what: 'personal' as const } : {}),
    ...(isText(enterprise, 60) ? {} : { enterprise: 'enterprise' as const }),
    ...(codeIn(line.creditCode) === null ? { creditCode: 'creditCode' as const } : {}),
    ...(severities.some(one => one === line.severity) ? {} : { severity: 'severity' as const }),
    ...(isDue ? {} : { due: 'due' as const }),
    ...(standOf(stand) ? {} : { stand: 'stand' as const }),
    ...(isSent(room, where, stand, to) ? {} : { to: 'to' as const }),
  };
};

const lineIn = (line: LineTyped): SaidLine => {
  const stand = standOf(line.stand) ?? 'open';
  return {
    id: line.id,
    what: line.what,
    enterprise: line.enterprise,
    creditCode: codeIn(line.creditCode) ?? '',
    severity: severities.find(one => one === line.severity) ?? 'minor',
    due: line.due,
    wanted: line.wanted,
    stand,
    to: stand === 'handed' ? line.to : '',
  };
};

const stateWrong = ({ state, lines }: FindingTyped): Record<string, FindingRule> => {
  if (state !== 'normal' && state !== 'problem') return { state: 'state' };
  if (state === 'normal' && lines.length > 0) return { state: 'normal' };
  return state === 'problem' && lines.length === 0 ? { state: 'problem' } : {};
};

/** Texts without blanks around them. */
export const tidied = (typed: FindingTyped): FindingTyped => ({
  ...typed,
  lines: typed.lines.map(line => ({
    ...line,
    what: tidy(line.what, false),
    enterprise: tidy(line.enterprise, false),
  })),
});

/** A report as it was typed, read: its places and what it says, or what is wrong. */
export const readSaid = (
  room: Findings,
  where: Where,
  typed: FindingTyped,
): { readonly wrong: Wrong; readonly places: number; readonly said: Omit<Said, 'turns'> } => {
  const places = /^\d{1,5}$/.test(typed.places.trim()) ? Number(typed.places) : -1;
  const { goods, wrong } = suppliesIn(room, typed);
  const ofLines = typed.lines.flatMap((line, at) =>
    Object.entries(lineWrong(room, where, line)).map(
      ([name, rule]) => [`lines.${at}.${name}`, rule] as const,
    ),
  );
  const ofTurns = typed.turns.flatMap(({ stand, to }, at): readonly (readonly [string, FindingRule])[] => {
    if (!standOf(stand)) return [[`turns.${at}.stand`, 'stand']];
    return isSent(room, where, stand, to) ? [] : [[`turns.${at}.to`, 'to']];
  });
  const isMany = Math.max(typed.lines.length, typed.supplies.length) > mostLines;
  return {
    wrong: {
      ...stateWrong(typed),
      ...(places >= 0 && places <= mostPlaces ? {} : { places: 'places' as const }),
      ...wrong,
      ...Object.fromEntries([...ofLines, ...ofTurns]),
      ...(isMany ? { state: 'many' as const } : {}),
    },
    places,
    said: { supplies: goods, lines: typed.lines.map(lineIn) },
  };
};
