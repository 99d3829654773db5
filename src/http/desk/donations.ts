import type { DonationDesk } from '#src/donations/desk.ts';
import type { DonationLine, StageSum } from '#src/donations/store.ts';
import { fenText, yuanText } from '#src/forms/fen.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { stageNames, donationWords as words } from '#src/i18n/desk-donations.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type DonationItem, donationsView, type GiftSum } from '#src/views/desk/donations.ts';
import { deskPage } from './frame.ts';
import { departmentOf } from './funding-lines.ts';
import { areaName, enterpriseOf } from './rows.ts';
import type { SignedIn } from './session.ts';

const perPage = 30;

const sumLine = (
  name: string,
  href: string,
  { count, offered, money, value }: Omit<StageSum, 'stage'>,
): GiftSum => ({
  name,
  href,
  count: String(count),
  offered: yuanText(offered),
  money: yuanText(money),
  value: yuanText(value),
});

const besideIn = (beside: readonly StageSum[], lang: Lang): string =>
  beside.length === 0
    ? ''
    : say(words.beside, lang, {
        parts: beside
          .map(({ stage, count }) => say(words.besidePart, lang, { stage: stageNames[stage][lang], count }))
          .join(deskWords.comma[lang]),
      });

/** What was offered, or what came of it. */
const sumIn = ({ kind, receivedOn, money, value, offered }: DonationLine, lang: Lang): string => {
  if (receivedOn === '')
    return offered === 0
      ? words[kind === 'money' ? 'gaveMoney' : 'gaveGoods'][lang]
      : say(words.offers, lang, { money: fenText(offered, lang) });
  if (kind === 'money') return say(words.got, lang, { money: fenText(money, lang) });
  return value === 0 ? words.unvalued[lang] : say(words.worth, lang, { money: fenText(value, lang) });
};

const itemOf = (front: Front, row: DonationLine, lang: Lang): DonationItem => ({
  number: row.number,
  enterprise: enterpriseOf({ enterprise: row.enterprise, complaint: 0 }, lang),
  sub: [
    stageNames[row.stage][lang],
    areaName(front, row.area, lang),
    words[row.directed === 1 ? 'directed' : 'open'][lang],
    front.showNumber(row.number),
  ].join(' · '),
  sum: sumIn(row, lang),
  naming: words[row.named === 1 ? 'named' : 'unnamed'][lang],
});

/** The register: sums by stage, and a page of its donations. */
export const donationsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  donations: DonationDesk,
): Promise<Response> => {
  const { lang, url } = ask;
  const value = (name: string) => url.searchParams.get(name) ?? '';
  const stage = donations.stages.find(one => one === value('stage')) ?? '';
  const kind = (['money', 'goods'] as const).find(one => one === value('kind')) ?? '';
  const before = /^[0-9a-z]{1,60}$/.exec(value('after'))?.[0] ?? null;
  const found = await donations.board({
    narrow: { stage, kind, department: departmentOf(signed) },
    before,
    limit: perPage,
  });
  const view = donationsView({
    lang,
    stages: donations.stages.flatMap(one => {
      const sums = found.stages.find(sum => sum.stage === one);
      const href = deskAt(lang, 'donations/', { kind, stage: one });
      return sums ? [sumLine(stageNames[one][lang], href, sums)] : [];
    }),
    total: sumLine(words.total[lang], '', found.total),
    beside: besideIn(found.beside, lang),
    rows: found.rows.map(row => itemOf(front, row, lang)),
    chosen: { stage, kind },
    stageChoices: donations.stages.map(one => [one, stageNames[one]] as const),
    next: found.next ?? '',
    behind: found.behind,
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'ledger' });
};
