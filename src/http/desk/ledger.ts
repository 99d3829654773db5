import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { ledgerWords as words } from '#src/i18n/desk-ledger.ts';
import type { Supplies } from '#src/ledger/desk.ts';
import type { NeedCursor } from '#src/ledger/store.ts';
import { type NeedsPage, needsView, needsWanted } from '#src/views/desk/ledger.ts';
import { deskPage } from './frame.ts';
import { departmentOf, needLine } from './ledger-lines.ts';
import type { SignedIn } from './session.ts';

/** Needs on a page. */
const perPage = 30;

/** A cursor in an address: the day and the id, parted by a sign that neither has. */
const cursorIn = (text: string): NeedCursor | null => {
  const [, criticalOn = '', id = ''] = /^(\d{4}-\d{2}-\d{2})~([0-9a-z.-]{1,90})$/.exec(text) ?? [];
  return id === '' ? null : { criticalOn, id };
};

type Choices = Pick<NeedsPage, 'items' | 'areas'>;

export const ledgerChoices = ({ tables }: Front): Choices => ({
  items: tables.items.map(({ code, name }) => [code, name] as const),
  areas: tables.areas.map(({ code, name }) => [code, name] as const),
});

const chosen = (url: URL, name: string, choices: Choices['items']): string =>
  choices.find(([code]) => code === url.searchParams.get(name))?.[0] ?? '';

/** What is needed and missing. */
export const needsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  supplies: Supplies,
  today: string,
): Promise<Response> => {
  const { lang, url } = ask;
  const choices = ledgerChoices(front);
  const which = needsWanted.find(one => one === url.searchParams.get('which')) ?? 'unmet';
  const [item, area] = [chosen(url, 'item', choices.items), chosen(url, 'area', choices.areas)];
  const found = await supplies.needs({
    which,
    narrow: { item, area, department: departmentOf(signed) },
    after: cursorIn(url.searchParams.get('after') ?? ''),
    limit: perPage,
  });
  const view = needsView({
    lang,
    rows: found.rows.map(need => needLine(front, need, today, lang)),
    which,
    item,
    area,
    ...choices,
    next: found.next ? `${found.next.criticalOn}~${found.next.id}` : '',
    behind: found.behind,
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'ledger' });
};
