import type { Side } from '#src/figures/behind.ts';
import type { Reading, Trend } from '#src/figures/figure.ts';
import type { Figures } from '#src/figures/figures.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { valueText } from '#src/i18n/figure-text.ts';
import { figurePageWords as words } from '#src/i18n/report.ts';
import type { Lang } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type FigureCell, type FigureLine, type FiguresPage, figuresView } from '#src/views/desk/figures.ts';
import { clockIn } from '#src/views/time.ts';
import { deskPage } from './frame.ts';
import type { SignedIn } from './session.ts';

type Links = { readonly lang: Lang; readonly mayList: boolean; readonly leadTo: Figures['leadTo'] };

/** Where the cases of a number are; '' for who may see no case. */
const hrefOf = ({ figure, asOf }: Reading, side: Side, { lang, mayList, leadTo }: Links): string => {
  if (!mayList) return '';
  const { at, query } = leadTo(figure.id, asOf, { side });
  return deskAt(lang, at, query);
};

/** A share leads to both of its numbers apart; a time to how many were measured; a count to what it counts. */
const cellOf = (reading: Reading, links: Links): FigureCell => {
  const { figure, value, numerator = 0, denominator = 0 } = reading;
  const { kind } = figure.formula;
  const text = valueText(reading, kind === 'ratio');
  const number = (n: number, side: Side) => ({
    text: valueText({ value: n }, false),
    href: n === 0 ? '' : hrefOf(reading, side, links),
  });
  if (kind === 'ratio')
    return { text, href: '', of: [number(numerator, 'of'), number(denominator, 'among')] };
  if (kind === 'quantile') return { text, href: '', of: [number(denominator, 'of')] };
  return { ...number(value ?? 0, 'of'), text, of: [] };
};

const lineOfTrend = ({ now, yesterday, lastWeek }: Trend, links: Links): FigureLine => {
  const { figure } = now;
  const { lang } = links;
  return {
    id: figure.id,
    name: figure.name[lang],
    unit: figure.unit[lang],
    counted: figure.counted[lang],
    notCounted: figure.notCounted[lang],
    cells: [now, yesterday, lastWeek].map(reading => cellOf(reading, links)),
  };
};

const groups = {
  daily: ['sum'],
  standing: ['level'],
  shares: ['ratio', 'quantile'],
} as const satisfies Record<FiguresPage['groups'][number]['name'], readonly string[]>;

/** Every figure of a day with its definition. */
export const figuresPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  figures: Figures,
  now: Date,
): Promise<Response> => {
  const { lang } = ask;
  const today = figures.today();
  const day = figures.dayIn(ask.url.searchParams.get('day') ?? '');
  const isAll = await figures.catchUp();
  const trends = await figures.trends(day);
  const links = { lang, leadTo: figures.leadTo, mayList: front.desk.may(signed.staff, 'see-queue') };
  const view = figuresView({
    lang,
    day,
    today,
    time: clockIn(now),
    behind: !isAll,
    groups: (['daily', 'standing', 'shares'] as const).map(name => ({
      name,
      lines: trends
        .filter(trend => groups[name].some(kind => kind === trend.now.figure.formula.kind))
        .map(trend => lineOfTrend(trend, links)),
    })),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'figures' });
};
