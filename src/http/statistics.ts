import type { Statistics } from '#src/figures/public.ts';
import type { Ask } from '#src/http/ask.ts';
import { page } from '#src/http/shell.ts';
import { csvOf, entriesOf, jsonOf } from '#src/http/statistics-data.ts';
import { validated } from '#src/http/validated.ts';
import { statisticsWords as words } from '#src/i18n/statistics.ts';
import type { Words } from '#src/i18n/words.ts';
import type { View } from '#src/views/html.ts';
import { statisticsView } from '#src/views/statistics.ts';
import { dictionaryView } from '#src/views/statistics-dictionary.ts';

/** Anyone may keep it for five minutes, as it changes once a day; while cases are still counted only for a moment. */
const keptFor = ({ counting }: Statistics): number => (counting ? 10 : 300);

const framed = (ask: Ask, title: Words, main: View, frame: 'statistics' | 'dictionary'): Response =>
  page(ask.lang, 200, title[ask.lang], main, {}, frame);

/** The public page. */
export const statisticsPage = (ask: Ask, statistics: Statistics): Promise<Response> => {
  const main = statisticsView({ lang: ask.lang, ...statistics });
  return validated(ask, keptFor(statistics), framed(ask, words.title, main, 'statistics'));
};

/** What every figure and column means. */
export const dictionaryPage = (ask: Ask, statistics: Statistics): Promise<Response> => {
  const main = dictionaryView(ask.lang, entriesOf(statistics));
  return validated(ask, keptFor(statistics), framed(ask, words.dictionary, main, 'dictionary'));
};

const attachment = ({ asOf }: Statistics): string => `attachment; filename="statistics-${asOf}.csv"`;

/** The open data, for any origin: `data.csv` or `data.json`. */
export const statisticsData = (ask: Ask, statistics: Statistics): Promise<Response> => {
  const isTable = ask.url.pathname.endsWith('.csv');
  const any = { 'access-control-allow-origin': '*' };
  const response = isTable
    ? new Response(csvOf(statistics), {
        headers: {
          ...any,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': attachment(statistics),
        },
      })
    : new Response(JSON.stringify(jsonOf(statistics)), {
        headers: { ...any, 'content-type': 'application/json; charset=utf-8' },
      });
  return validated(ask, keptFor(statistics), response);
};
