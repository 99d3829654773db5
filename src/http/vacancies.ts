import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { page } from '#src/http/shell.ts';
import { addressOf, vacanciesAt, vacancyLine } from '#src/http/vacancy-lines.ts';
import { validated } from '#src/http/validated.ts';
import { vacancyWords as words } from '#src/i18n/vacancies.ts';
import type { Vacancies } from '#src/vacancies/desk.ts';
import { type VacancyChosen, vacanciesView } from '#src/views/vacancies.ts';

/** Vacancies on one page, and in one part of the feed. */
const pageSize = 20;
const feedSize = 100;

/** What is taken down is gone from every reader's page after a minute. */
const keptFor = 60;

const chosenIn = ({ url }: Ask, { tables }: Front): VacancyChosen => {
  const value = (name: string) => (url.searchParams.get(name) ?? '').normalize('NFKC').trim();
  const [area, lodging] = [value('area'), value('lodging')];
  return {
    words: [...value('q').replace(/\p{C}/gu, '')].slice(0, 40).join(''),
    area: tables.areas.some(({ code }) => code === area) ? area : '',
    lodging: lodging === 'yes' || lodging === 'no' ? lodging : '',
    sort: value('sort') === 'ending' ? 'ending' : 'newest',
  };
};

/** A cursor of the address: the time or the day that is sorted by, and the number. */
const cursorIn = ({ url }: Ask) => {
  const [, key, number] = /^([\d:.TZ-]{10,24})~(\d{6})$/.exec(url.searchParams.get('after') ?? '') ?? [];
  return key && number ? { key, number } : null;
};

type Cursor = ReturnType<typeof cursorIn>;

const queryOf = ({ words: q, area, lodging, sort }: VacancyChosen, after: Cursor): string => {
  const pairs = { q, area, lodging, sort: sort === 'newest' ? '' : sort };
  const query = new URLSearchParams(Object.entries(pairs).filter(([, value]) => value !== ''));
  if (after) query.set('after', `${after.key}~${after.number}`);
  return query.size > 0 ? `?${query}` : '';
};

/** The public list of vacancies, or of staff to lend. */
export const vacanciesPage = async (ask: Ask, front: Front, vacancies: Vacancies): Promise<Response> => {
  const { lang, url } = ask;
  const kind = url.pathname.endsWith('/lend/') ? 'lend' : 'hire';
  const chosen = chosenIn(ask, front);
  const after = cursorIn(ask);
  const found = await vacancies.published({ ...chosen, kind }, chosen.sort, after, pageSize);
  const phone = vacancies.phone();
  const around = { front, lang, origin: url.origin, phone };
  const at = vacanciesAt(lang, kind);
  const main = vacanciesView({
    lang,
    kind,
    chosen,
    isNarrowed: chosen.words !== '' || chosen.area !== '' || chosen.lodging !== '',
    areas: front.tables.areas.map(({ code, name }) => [code, name] as const),
    count: found.count,
    heads: found.heads,
    rows: found.rows.map(row => vacancyLine(row, around)),
    older: found.next ? at + queryOf(chosen, found.next) : '',
    newest: after ? at + queryOf(chosen, null) : '',
    phone,
  });
  const title = words[kind === 'hire' ? 'title' : 'titleLend'][lang];
  return validated(ask, keptFor, page(lang, 200, title, main, {}, 'vacancies'));
};

/** The same rows as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), both kinds, for any origin. */
export const vacanciesFeed = async (ask: Ask, front: Front, vacancies: Vacancies): Promise<Response> => {
  const { url, lang } = ask;
  const chosen = { ...chosenIn(ask, front), sort: 'newest' } as const;
  const kind = url.searchParams.get('kind');
  const narrow = { ...chosen, kind: kind === 'hire' || kind === 'lend' ? kind : '' } as const;
  const found = await vacancies.published(narrow, 'newest', cursorIn(ask), feedSize);
  const around = { front, lang, origin: url.origin, phone: vacancies.phone() };
  const self = `${url.origin}/vacancies/feed.json`;
  const kinds = narrow.kind === '' ? '' : `kind=${narrow.kind}`;
  const next = found.next && `${queryOf(chosen, found.next)}&${kinds}`.replace(/&$/, '');
  const items = found.rows.map(row => {
    const line = vacancyLine(row, around);
    return {
      id: row.number,
      url: addressOf(row, around),
      title: `${line.title} · ${line.heads}`,
      content_text: line.copy,
      date_published: row.publishedAt,
      tags: line.tags,
      _vacancy: row,
    };
  });
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: words.title[lang],
    home_page_url: `${url.origin}${vacanciesAt(lang, 'hire')}`,
    feed_url: self,
    ...(next ? { next_url: self + next } : {}),
    language: lang,
    items,
  };
  const headers = {
    'content-type': 'application/feed+json; charset=utf-8',
    'access-control-allow-origin': '*',
  };
  return validated(ask, keptFor, new Response(JSON.stringify(feed), { headers }));
};
