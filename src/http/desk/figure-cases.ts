import type { Counted, CountedRow, Side } from '#src/figures/behind.ts';
import type { Dimension, FigureDefinition } from '#src/figures/figure.ts';
import type { Figures } from '#src/figures/figures.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { valueText } from '#src/i18n/figure-text.ts';
import { figurePageWords as pageWords, behindWords as words } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type BehindLine, type BehindPage, behindView } from '#src/views/desk/behind.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { dayIn } from '#src/views/time.ts';
import { deskPage } from './frame.ts';
import { lineOf, type Names, namesOf } from './rows.ts';
import { notFound } from './seat.ts';
import type { SignedIn } from './session.ts';
import { asked } from './watch.ts';

const ways = ['form', 'area', 'department', 'line'] as const;

/** The part of the zone that an address asks for; the whole of it where it names none that the figure is taken apart by. */
const partIn = (url: URL, figure: FigureDefinition): { readonly by: Dimension; readonly key: string } => {
  const by = ways.find(one => one === url.searchParams.get('by') && figure.by.includes(one));
  const key = url.searchParams.get('key') ?? '';
  return by && /^[a-z0-9-]{0,40}$/.test(key) ? { by, key } : { by: '', key: '' };
};

const isShare = ({ formula }: FigureDefinition): boolean => formula.kind === 'ratio';
/** Whether each case counts as so much and not as itself: money, beds. */
const isAmount = ({ formula }: FigureDefinition): boolean =>
  'of' in formula &&
  typeof formula.of !== 'string' &&
  formula.of.some(term => term.measure.startsWith('asked-'));

type Line = {
  readonly front: Front;
  readonly names: Names;
  readonly figure: FigureDefinition;
  readonly lang: Lang;
};

const caseLine = (row: CountedRow, { front, names, figure, lang }: Line): BehindLine => {
  const { number, shown, enterprise, form, state, handler, area } = lineOf(front, row, names, lang);
  const n = valueText({ value: row.n }, false);
  const amount = isAmount(figure)
    ? say(words.total, lang, { n, unit: figure.unit[lang] })
    : row.n === 1
      ? ''
      : say(words.times, lang, { n });
  return {
    href: deskAt(lang, `cases/${number}/`),
    shown,
    name: enterprise,
    about: [form, state, handler, area],
    when: shortDay(row.day, lang),
    amount,
  };
};

/** Of a share both of its sides, the one that is shown marked. */
const sidesOf = (
  { leadTo }: Figures,
  { figure, day, ...counted }: Counted,
  lang: Lang,
): BehindPage['sides'] =>
  isShare(figure)
    ? (['of', 'among'] as const).map((side: Side) => {
        const { at, query } = leadTo(figure.id, day, { ...counted, side });
        return { name: words[side][lang], href: deskAt(lang, at, query), isHere: side === counted.side };
      })
    : [];

/** Everybody's cases, or those within one's own reach alone. */
const isWide = ({ staff: { role, department } }: SignedIn): boolean =>
  role === 'administrator' || role === 'auditor' || (role === 'dispatcher' && department === '');

/** The cases behind a figure of a day, within the reach of whoever asks: as the queue narrows. */
export const figureCasesPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  figures: Figures,
): Promise<Response> => {
  const { lang, url } = ask;
  const figure = figures.definitionOf(lastPart(url));
  if (!figure) return notFound(ask, signed);
  const day = figures.dayIn(url.searchParams.get('day') ?? '');
  const side: Side = isShare(figure) && url.searchParams.get('side') === 'among' ? 'among' : 'of';
  const counted = { figure, side, day, ...partIn(url, figure) };
  const isAll = await figures.catchUp();
  const { rows, next, total } = await figures.cases({ ...counted, query: asked(url, signed).query });
  const names = await namesOf(
    front,
    rows.map(row => row.officer),
  );
  const { at, query } = figures.leadTo(figure.id, day, counted);
  const part = counted.by === '' ? '' : ` · ${figures.partName(counted.by, counted.key)[lang]}`;
  const name = figure.name[lang] + part;
  const isNarrow = !isWide(signed);
  const view = behindView({
    lang,
    title: say(words.title, lang, { figure: name, day: dayIn(day, lang) }),
    back: { name: pageWords.title[lang], href: deskAt(lang, 'figures/', { day }) },
    total: valueText({ value: total }, false),
    unit: isShare(figure) || figure.formula.kind === 'quantile' ? words.cases[lang] : figure.unit[lang],
    hint: (isNarrow ? words.within : words.all)[lang],
    behind: !isAll,
    sides: sidesOf(figures, counted, lang),
    rows: rows.map(row => caseLine(row, { front, names, figure, lang })),
    none: (isNarrow ? words.none : words.nothing)[lang],
    next: next && deskAt(lang, at, { ...query, after: next }),
    newest: url.searchParams.has('after') ? deskAt(lang, at, query) : '',
  });
  return deskPage(ask, 200, name, view, { ...signed, here: 'figures' });
};
