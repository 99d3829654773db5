import type { FindingTyped, LineTyped, Said, SaidLine, TurnTyped, Wrong } from '#src/findings/said.ts';
import { called } from '#src/forms/goods.ts';
import { findingRules } from '#src/i18n/desk-findings.ts';
import type { Lang } from '#src/i18n/words.ts';
import { textIn } from './session.ts';

type Tree = Readonly<Record<string, unknown>>;

/** More lines than a report may have: enough to be told so. */
const mostRead = 25;
/** More open problems than a page shows are none of that page. */
const mostTurns = 100;

const treesIn = (value: unknown, most: number): readonly Tree[] =>
  Array.isArray(value)
    ? value.slice(0, most).filter((one): one is Tree => typeof one === 'object' && one !== null)
    : [];

/** How a problem stands, as one choice says it: `open`, `solved`, or `to:market`. */
const standIn = (typed: string): { readonly stand: string; readonly to: string } =>
  typed.startsWith('to:') ? { stand: 'handed', to: typed.slice(3) } : { stand: typed, to: '' };

/** The same as a choice. */
const standChoice = ({ stand, to }: { readonly stand: string; readonly to: string }): string =>
  stand === 'handed' ? `to:${to}` : stand;

const wholeIn = (fields: Tree, name: string): number => {
  const text = textIn(fields, name, 12);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

const lineIn = (fields: Tree): LineTyped => ({
  id: textIn(fields, 'id', 60),
  version: wholeIn(fields, 'version'),
  what: textIn(fields, 'what', 1000),
  enterprise: textIn(fields, 'enterprise').trim(),
  creditCode: textIn(fields, 'creditCode', 40).trim(),
  severity: textIn(fields, 'severity', 20),
  due: textIn(fields, 'due', 20),
  wanted: fields.wanted === 'on',
  ...standIn(textIn(fields, 'stand', 60)),
});

const turnIn = (fields: Tree): TurnTyped => ({
  id: textIn(fields, 'id', 60),
  version: wholeIn(fields, 'version'),
  ...standIn(textIn(fields, 'stand', 60)),
});

const isBlank = ({ what, enterprise, creditCode }: LineTyped): boolean =>
  [what, enterprise, creditCode].every(text => text.trim() === '');

/** A report out of what a page sent; lines that were left empty are none. */
export const typedIn = (fields: Tree): FindingTyped => ({
  state: textIn(fields, 'state', 20),
  places: textIn(fields, 'places', 20),
  supplies: treesIn(fields.supplies, mostRead)
    .map(one => {
      const [item = '', unit = ''] = textIn(one, 'goods', 100).split('.');
      return { item, unit, quantity: textIn(one, 'quantity', 30).trim() };
    })
    .filter(({ item, quantity }) => item !== '' || quantity !== ''),
  lines: treesIn(fields.lines, mostRead)
    .map(lineIn)
    .filter(line => !isBlank(line)),
  turns: treesIn(fields.turns, mostTurns).map(turnIn),
});

const lineTyped = (line: SaidLine, version: number): LineTyped => ({ ...line, version });

/** What a version said, as its form begins when it is corrected. */
export const typedOf = (
  { state, places, said }: { readonly state: string; readonly places: number; readonly said: Said },
  versions: ReadonlyMap<string, { readonly version: number }>,
): Omit<FindingTyped, 'turns'> => ({
  state,
  places: String(places),
  supplies: said.supplies.map(({ item, unit, quantity }) => ({
    item,
    unit,
    quantity: String(called(quantity, unit)),
  })),
  lines: said.lines.map(line => lineTyped(line, versions.get(line.id)?.version ?? 0)),
});

/** What was typed by the names of the fields, as a form of the desk takes it. */
export const valuesOf = ({ state, places, supplies, lines, turns }: FindingTyped): Record<string, string> =>
  Object.fromEntries([
    ['state', state],
    ['places', places],
    ...supplies.flatMap(({ item, unit, quantity }, at) => [
      [`supplies.${at}.goods`, `${item}.${unit}`],
      [`supplies.${at}.quantity`, quantity],
    ]),
    ...lines.flatMap((line, at) => [
      [`lines.${at}.what`, line.what],
      [`lines.${at}.enterprise`, line.enterprise],
      [`lines.${at}.creditCode`, line.creditCode],
      [`lines.${at}.severity`, line.severity],
      [`lines.${at}.due`, line.due],
      [`lines.${at}.stand`, standChoice(line)],
      [`lines.${at}.wanted`, line.wanted ? 'on' : ''],
    ]),
    ...turns.map((turn, at) => [`turns.${at}.stand`, standChoice(turn)]),
  ]);

/** An item and its unit are one choice of the page, and so are how a problem stands and to whom it went. */
const fieldOf = (name: string): string =>
  name
    .replace(/^(supplies\.\d+)\.(item|unit)$/, '$1.goods')
    .replace(/^((?:lines|turns)\.\d+)\.to$/, '$1.stand');

/** What is wrong, in words, by the names of the page's fields. */
export const problemsOf = (wrong: Wrong, lang: Lang): Record<string, string> =>
  Object.fromEntries(Object.entries(wrong).map(([name, rule]) => [fieldOf(name), findingRules[rule][lang]]));
