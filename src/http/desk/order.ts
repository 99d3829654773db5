import type { CaseRow } from '#src/cases/store.ts';
import type { FirmsDesk } from '#src/firms/desk.ts';
import type { Has, Placed } from '#src/firms/order.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { orderWords as words } from '#src/i18n/desk-returns.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { shortDayOf } from '#src/views/desk/clock.ts';
import { type OrderLine, orderView } from '#src/views/desk/order.ts';
import { deskPage } from './frame.ts';
import { areaName, enterpriseOf } from './rows.ts';
import type { SignedIn } from './session.ts';

/** Filings on a page. */
const perPage = 50;

type Order = Awaited<ReturnType<FirmsDesk['orderNow']>>;

const counted = {
  local: [words.local, words.localUnknown],
  headcount: [words.headcount, words.headcountUnknown],
  'mask-days': [words.maskDays, words.maskDaysUnknown],
} as const;

/** What a filing has by a criterion. */
const hasIn = ({ by, figure }: Has, row: CaseRow, lang: Lang): string => {
  if (by === 'key-enterprise') return words[figure === 0 ? 'key' : 'notKey'][lang];
  if (by === 'waiting') return say(words.waiting, lang, { day: shortDayOf(row.receivedAt, lang) });
  const [known, unknown] = counted[by];
  return figure === null ? unknown[lang] : say(known, lang, { n: figure });
};

const factsOf = (front: Front, row: CaseRow, lang: Lang) => ({
  number: row.number,
  shown: front.showNumber(row.number),
  name: enterpriseOf(row, lang),
  facts: [
    areaName(front, row.area, lang),
    front.department(row.handler)[lang],
    front.showNumber(row.number),
  ].join(' · '),
});

const readyLine = (
  front: Front,
  { filing, has, before }: Placed<CaseRow>,
  { by, isLast, lang }: { readonly by: Order['by']; readonly isLast: boolean; readonly lang: Lang },
): OrderLine => {
  const why = by.find(row => row.by === before)?.name[lang];
  const told = why === undefined ? words.waitingBefore[lang] : say(words.before, lang, { why });
  return {
    ...factsOf(front, filing, lang),
    has: has.map(one => hasIn(one, filing, lang)),
    before: isLast ? '' : told,
  };
};

/** Whose filings somebody puts in order: an officer those that their department leads. */
const handlerOf = ({ staff }: SignedIn): string => (staff.role === 'officer' ? staff.department || '-' : '');

/** Who opens first, by the rule of the day. */
export const orderPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  firms: Pick<FirmsDesk, 'orderNow'>,
): Promise<Response> => {
  const { lang, url } = ask;
  const found = await firms.orderNow(handlerOf(signed));
  const { ready, lacking, musts, by } = found;
  const asked = /^\d{1,4}$/.exec(url.searchParams.get('from') ?? '')?.[0] ?? '0';
  const from = Math.min(Number(asked), Math.max(0, ready.length - 1));
  const next = from + perPage < ready.length ? from + perPage : 0;
  const mustIn = (code: string): string => musts.find(row => row.must === code)?.name[lang] ?? code;
  const view = orderView({
    lang,
    behind: found.behind,
    musts: musts.map(row => row.name[lang]),
    by: by.map(row => row.name[lang]),
    ready: ready
      .slice(from, from + perPage)
      .map((one, index) => readyLine(front, one, { by, isLast: from + index === ready.length - 1, lang })),
    from,
    readyCount: ready.length,
    next,
    lacking: lacking.slice(0, perPage).map(({ filing, lacks }) => ({
      ...factsOf(front, filing, lang),
      lacks: lacks.map(mustIn).join(words.between[lang]),
    })),
    lackingCount: lacking.length,
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'returns' });
};
