import type { ReturnsOfDay, Sum } from '#src/firms/returns.ts';
import type { DueRow, FirmFilter, ReturnRow, Way } from '#src/firms/store.ts';
import type { Front } from '#src/http/front.ts';
import { wayWords, returnWords as words } from '#src/i18n/desk-returns.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { momentOf, shortDay } from '#src/views/desk/clock.ts';
import type { Choice } from '#src/views/desk/fields.ts';
import type { Figure, ReturnLine, ReturnsPage, Standing } from '#src/views/desk/returns.ts';
import { areaName, type Names } from './rows.ts';

export type Filter = ReturnsPage['filter'];

/** Places in the order of how returns stand. */
const standings = ['missing', 'namesake', 'held', 'late', 'filed'] as const;
/** What several of them are called together, and what those say that are in time or late. */
const together = { told: ',3,4,', unclear: ',1,2,' } as const;
const saying = ['normal', 'problem', 'fever'] as const;
const which = [...standings, 'told', 'unclear', ...saying, 'beside'] as const;

const code = (text: string): string => (/^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : '');

/** What narrows the list, of an address or a form; what is none of it does not. */
export const filterOf = (text: (name: string) => string): Filter => ({
  area: code(text('area')),
  line: code(text('line')),
  which: which.find(one => one === text('which')) ?? '',
});

/** The filter as the list is asked for it. */
export const narrowed = (chosen: string): Pick<FirmFilter, 'ranks' | 'said'> => {
  const said = saying.find(one => one === chosen) ?? '';
  if (chosen === 'told' || chosen === 'unclear') return { ranks: together[chosen], said };
  const rank = (standings as readonly string[]).indexOf(chosen);
  return { ranks: rank < 0 ? '' : `,${rank},`, said };
};

/** What the list may be narrowed to. */
export const whichChoices = (isOver: boolean): readonly Choice[] =>
  which.map(one => [one, one === 'missing' && !isOver ? words.awaited : words[one]]);

/** A day that was asked for, or today where it is none or still to come. */
export const dayIn = (text: string, today: string): string => {
  const isReal = /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return isReal && text <= today ? text : today;
};

export const isWay = (text: string): text is Way => Object.hasOwn(wayWords, text);

/** Enterprises that were ticked, by the values of `f.0`, `f.1`. */
export const chosenIn = (value: unknown): readonly string[] => {
  const values = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const texts = values.filter(one => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one)) as string[];
  return [...new Set(texts)].slice(0, 100);
};

/** A point in time beside others: `3月20日 16:40`. */
const timeIn = (iso: string, lang: Lang): string => {
  const [day = '', time = ''] = momentOf(new Date(iso)).split('T');
  return `${shortDay(day, lang)} ${time}`;
};

const lineName = ({ tables }: Front, line: string, lang: Lang): string =>
  tables.lines.find(one => one.code === line)?.name[lang] ?? line;

type Said = Pick<
  DueRow,
  'state' | 'present' | 'absent' | 'fever' | 'quarantined' | 'returned' | 'maskTenths'
>;

/** What a return says, in words; what it left out is left out. */
const saidIn = (row: Said, lang: Lang): readonly string[] => {
  if (row.state === '') return [];
  const counts = (['present', 'absent', 'fever', 'quarantined', 'returned'] as const).flatMap(name => {
    const n = row[name];
    const isWorth = n !== null && (n > 0 || name === 'present' || name === 'fever');
    return isWorth ? [`${words[name][lang]} ${n}`] : [];
  });
  const masks = row.maskTenths !== null && row.maskTenths < 30 ? [words.maskLow[lang]] : [];
  return [...(row.state === 'normal' ? [words.normal[lang]] : []), ...counts, ...masks];
};

const standingOf = (rank: number, isOver: boolean): Standing => {
  const standing = standings[rank] ?? 'missing';
  return standing === 'missing' && !isOver ? 'awaited' : standing;
};

type Look = { readonly names: Names; readonly isOver: boolean; readonly lang: Lang };

const chasedIn = (row: DueRow, { names, lang }: Look): string => {
  if (!isWay(row.chasedWay)) return '';
  const at = timeIn(row.chasedAt, lang);
  const name = names.get(row.chasedBy) ?? row.chasedBy;
  return say(words.chased, lang, { at, name, way: wayWords[row.chasedWay][lang] });
};

/** An enterprise that owes a return, in words. */
export const lineOf = (front: Front, row: DueRow, look: Look): ReturnLine => ({
  firm: row.firm,
  name: row.name,
  creditCode: row.creditCode,
  area: areaName(front, row.area, look.lang),
  line: lineName(front, row.line, look.lang),
  number: row.number,
  standing: standingOf(row.rank, look.isOver),
  returnNumber: row.returnNumber,
  said: saidIn(row, look.lang),
  loud: row.state === 'problem',
  at: row.filedAt === '' ? '' : say(words.at, look.lang, { at: timeIn(row.filedAt, look.lang) }),
  chased: chasedIn(row, look),
});

/** A return by whoever owes none, in words. */
export const besideLine = (
  front: Front,
  row: ReturnRow & { readonly number: string },
  lang: Lang,
): ReturnLine => ({
  firm: row.firm,
  name: row.name || row.number,
  creditCode: row.creditCode,
  area: areaName(front, row.area, lang),
  line: lineName(front, row.line, lang),
  number: '',
  standing: row.stand === 'held' ? 'held' : 'beside',
  returnNumber: row.number,
  said: saidIn(row, lang),
  loud: row.state === 'problem',
  at: say(words.at, lang, { at: timeIn(row.filedAt, lang) }),
  chased: '',
});

/** The day in one sentence. */
export const leadIn = (found: ReturnsOfDay, lang: Lang): string => {
  const { deadline, due, ranks, isOver } = found;
  const day = shortDay(found.day, lang);
  if (deadline === null) return say(words.leadNone, lang, { day });
  const { filed, late, missing } = ranks;
  const time = momentOf(deadline).slice(11);
  return say(isOver ? words.leadOver : words.leadOpen, lang, { day, due, filed, late, missing, time });
};

const people = ['present', 'absent', 'fever', 'quarantined', 'returned'] as const;

/** The figures of a day, each with how many it rests on, and the areas. */
export const figuresIn = (
  front: Front,
  found: ReturnsOfDay,
  lang: Lang,
): Pick<ReturnsPage, 'figures' | 'byArea'> => {
  const { due, normal, problem, ranks } = found;
  const came = ranks.filed + ranks.late;
  const basis = (by: number): string => say(words.basisOf, lang, { due, by });
  const firms = (n: number): string => say(words.firms, lang, { n });
  const row = (name: keyof typeof words, { sum, by }: Sum, unit: typeof words.people): Figure => ({
    label: words[name][lang],
    value: by === 0 ? '' : say(unit, lang, { n: sum }),
    basis: basis(by),
  });
  return {
    figures: [
      { label: words.normal[lang], value: firms(normal), basis: basis(came) },
      { label: words.problem[lang], value: firms(problem), basis: basis(came) },
      ...people.map(name => row(name, found[name], words.people)),
      row('maskLow', found.maskLow, words.firms),
    ],
    byArea: found.areas.map(({ area, due: all, ranks: by }) => ({
      name: areaName(front, area, lang),
      counts: [all, by.filed, by.late, by.held + by.namesake, by.missing],
    })),
  };
};
