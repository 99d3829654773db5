import type { DonationDesk } from '#src/donations/desk.ts';
import type { RollCursor } from '#src/donations/store.ts';
import { fenText, yuanText } from '#src/forms/fen.ts';
import { amountIn, type Goods, goodsIn, itemIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import { tableOf } from '#src/http/donations-data.ts';
import type { Front } from '#src/http/front.ts';
import { page } from '#src/http/shell.ts';
import { validated } from '#src/http/validated.ts';
import { rollWords as words } from '#src/i18n/donations.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { type RollPart, type RollRow, rollView } from '#src/views/donations.ts';
import { dateIn } from '#src/views/time.ts';

/** Whoever keeps it asks each time whether it still holds: a name that was taken back must be gone at once. */
const kept = 0;

const perPage = 50;

/** A cursor in an address: the day and the id, parted by a sign that neither has. */
const cursorIn = (text: string): RollCursor | null => {
  const [, receivedOn = '', id = ''] = /^(\d{4}-\d{2}-\d{2})~([0-9a-z]{1,60})$/.exec(text) ?? [];
  return id === '' ? null : { receivedOn, id };
};

type Roll = Awaited<ReturnType<DonationDesk['roll']>>;
type Part = Roll['total'];

type Given = {
  readonly money: number;
  readonly goods: readonly Goods[];
  /** Fen that the goods are worth. */ readonly value: number;
};

/** What somebody gave, in words: the sum, or the goods and what they are worth. */
const givenIn = (front: Front, { money, goods, value }: Given, lang: Lang): string => {
  const listed = goodsIn(goods, front.tables, lang);
  const worth = value === 0 ? '' : say(words.worth, lang, { money: fenText(value, lang) });
  const parts = [money === 0 ? '' : fenText(money, lang), listed, worth];
  return parts.filter(Boolean).join(lang === 'en' ? ', ' : '，');
};

const rowOf = (front: Front, row: Roll['rows'][number], lang: Lang): RollRow => ({
  donor: row.enterprise,
  given: givenIn(front, { ...row, value: row.goods.reduce((sum, one) => sum + one.value, 0) }, lang),
  day: dateIn(row.receivedOn, lang),
});

const partOf = ({ donors, gifts, money, invoiced, estimated }: Part): RollPart => ({
  donors: String(donors),
  gifts: String(gifts),
  money: yuanText(money),
  invoiced: yuanText(invoiced),
  estimated: yuanText(estimated),
});

/** Every item with how much of it came with a name, without one, and in all. */
const goodsOf = (front: Front, { named, unnamed, total }: Roll, lang: Lang) =>
  total.goods.map(({ item, unit, quantity }) => {
    const of = (part: Part) => part.goods.find(one => one.item === item && one.unit === unit)?.quantity ?? 0;
    const amount = (one: number) => amountIn(one, unit, front.tables, lang);
    return {
      item: itemIn(item, front.tables, lang),
      named: amount(of(named)),
      unnamed: amount(of(unnamed)),
      total: amount(quantity),
    };
  });

/** What came without a name, in one line: it tells of nobody. */
const unnamedOf = (front: Front, { unnamed }: Roll, lang: Lang): RollRow | null =>
  unnamed.gifts === 0
    ? null
    : {
        donor: say(words.unnamedRow, lang, { gifts: unnamed.gifts }),
        given: givenIn(front, { ...unnamed, value: unnamed.invoiced + unnamed.estimated }, lang),
        day: words.unnamedDay[lang],
      };

/** The public page. */
export const rollPage = async (ask: Ask, front: Front, donations: DonationDesk): Promise<Response> => {
  const { lang, url } = ask;
  const after = cursorIn(url.searchParams.get('after') ?? '');
  const roll = await donations.roll({ after, limit: perPage });
  const { total, next } = roll;
  const view = rollView({
    lang,
    asOf: dateIn(roll.asOf, lang),
    says:
      total.gifts === 0
        ? ''
        : say(words.says, lang, {
            donors: total.donors,
            gifts: total.gifts,
            money: fenText(total.money, lang),
            value: fenText(total.invoiced + total.estimated, lang),
          }),
    behind: roll.behind,
    parts: { named: partOf(roll.named), unnamed: partOf(roll.unnamed), total: partOf(total) },
    goods: goodsOf(front, roll, lang),
    rows: roll.rows.map(row => rowOf(front, row, lang)),
    unnamed: unnamedOf(front, roll, lang),
    older: next ? `${next.receivedOn}~${next.id}` : '',
    isFirst: after === null,
    phone: front.fillPhone,
  });
  return validated(ask, kept, page(lang, 200, words.title[lang], view, {}, 'donations'));
};

/** The roll as a table, for any origin. */
export const rollTable = async (ask: Ask, front: Front, donations: DonationDesk): Promise<Response> => {
  const { asOf, text } = await tableOf(front, donations);
  const headers = {
    'access-control-allow-origin': '*',
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="donations-${asOf}.csv"`,
  };
  return validated(ask, kept, new Response(text, { headers }));
};
