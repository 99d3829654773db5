import { moneyIn, tenThousandsIn } from '#src/forms/money.ts';
import type { FundingDesk } from '#src/funding/desk.ts';
import type { BankSum, FundingCursor, FundingLine, StageSum } from '#src/funding/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { stageNames, fundingWords as words } from '#src/i18n/desk-funding.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { type FundingItem, type FundingPage, fundingView, type SumLine } from '#src/views/desk/funding.ts';
import { deskPage } from './frame.ts';
import { departmentOf, sharesOf } from './funding-lines.ts';
import { areaName, enterpriseOf, type Names, namesOf } from './rows.ts';
import type { SignedIn } from './session.ts';

const perPage = 30;

/** A cursor in an address: the day and the id, parted by a sign that neither has. */
export const cursorIn = (text: string): FundingCursor | null => {
  const [, nextOn = '', id = ''] = /^(\d{4}-\d{2}-\d{2})~([0-9a-z.-]{1,60})$/.exec(text) ?? [];
  return id === '' ? null : { nextOn, id };
};
export const cursorOf = (next: FundingCursor | null): string => (next ? `${next.nextOn}~${next.id}` : '');

type Sum = Omit<StageSum, 'stage'>;

const sumLine = (
  name: string,
  href: string,
  { count, asked, approved, disbursed, lapsed }: Sum,
): SumLine => ({
  name,
  href,
  count: String(count),
  asked: tenThousandsIn(asked),
  approved: tenThousandsIn(approved),
  disbursed: tenThousandsIn(disbursed),
  lapsed: tenThousandsIn(lapsed),
});

const besideIn = (beside: readonly StageSum[], lang: Lang): string =>
  beside.length === 0
    ? ''
    : say(words.beside, lang, {
        parts: beside
          .map(({ stage, count, asked }) =>
            say(words.besidePart, lang, {
              stage: stageNames[stage][lang],
              count,
              amount: moneyIn(asked, lang),
            }),
          )
          .join(deskWords.comma[lang]),
      });

const bankLines = (banks: readonly BankSum[], lang: Lang): readonly SumLine[] =>
  banks.map(bank =>
    sumLine(bank.bank, deskAt(lang, 'funding/', { bank: bank.bank }), { ...bank, asked: bank.passed }),
  );

const day = 86_400_000;

/** When it is to be followed up, in words, and whether that is over. */
export const followIn = (
  { nextOn, follower }: Pick<FundingLine, 'nextOn' | 'follower'>,
  { never, today, names }: { readonly never: string; readonly today: string; readonly names: Names },
  lang: Lang,
): { readonly text: string; readonly late: boolean } => {
  if (nextOn === never) return { text: words.noNext[lang], late: false };
  const days = Math.round((Date.parse(today) - Date.parse(nextOn)) / day);
  const when =
    days > 0
      ? say(words.late, lang, { n: days })
      : days === 0
        ? words.today[lang]
        : say(words.next, lang, { day: shortDay(nextOn, lang) });
  const who =
    follower === '' ? '' : ` · ${say(words.follower, lang, { name: names.get(follower) ?? follower })}`;
  return { text: when + who, late: days > 0 };
};

const itemOf = (
  front: Front,
  row: FundingLine,
  follow: ReturnType<typeof followIn>,
  lang: Lang,
): FundingItem => ({
  number: row.number,
  shown: front.showNumber(row.number),
  enterprise: enterpriseOf({ enterprise: row.enterprise, complaint: 0 }, lang),
  area: areaName(front, row.area, lang),
  stage: stageNames[row.stage][lang],
  asked: moneyIn(row.asked, lang),
  approved: moneyIn(row.approved, lang),
  disbursed: moneyIn(row.disbursed, lang),
  follow: follow.text,
  late: follow.late,
  shares: sharesOf(row, row.asked),
});

/** What the list may be narrowed to. */
const stagesOf = ({ stages }: FundingDesk) => [...stages, 'counted'] as const;

const chosenIn = ({ url }: Ask, front: Front, funding: FundingDesk): FundingPage['chosen'] => {
  const value = (name: string) => url.searchParams.get(name) ?? '';
  return {
    stage: stagesOf(funding).find(stage => stage === value('stage')) ?? '',
    area: front.tables.areas.find(({ code }) => code === value('area'))?.code ?? '',
    due: value('due') === 'now' ? 'now' : '',
    bank: value('bank').slice(0, 40),
  };
};

/** The pipeline: sums by stage and by bank, and a page of its cases. */
export const fundingPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { funding, today }: { readonly funding: FundingDesk; readonly today: string },
): Promise<Response> => {
  const { lang, url } = ask;
  const chosen = chosenIn(ask, front, funding);
  const { due, area, bank } = chosen;
  const found = await funding.board({
    narrow: {
      stage: stagesOf(funding).find(stage => stage === chosen.stage) ?? '',
      area,
      bank,
      department: departmentOf(signed),
      dueBy: due === 'now' ? today : funding.never,
    },
    after: cursorIn(url.searchParams.get('after') ?? ''),
    limit: perPage,
  });
  const names = await namesOf(
    front,
    found.rows.map(row => row.follower),
  );
  const stageLines = funding.stages.flatMap(stage => {
    const one = found.stages.find(sum => sum.stage === stage);
    return one ? [sumLine(stageNames[stage][lang], deskAt(lang, 'funding/', { ...chosen, stage }), one)] : [];
  });
  const view = fundingView({
    lang,
    stages: stageLines,
    total: sumLine(words.total[lang], '', found.total),
    beside: besideIn(found.beside, lang),
    banks: bankLines(found.banks, lang),
    rows: found.rows.map(row =>
      itemOf(front, row, followIn(row, { never: funding.never, today, names }, lang), lang),
    ),
    chosen,
    stageChoices: stagesOf(funding).map(stage => [stage, stageNames[stage]] as const),
    areas: front.tables.areas.map(({ code, name }) => [code, name] as const),
    next: cursorOf(found.next),
    behind: found.behind,
    mayHandOver: front.desk.may(signed.staff, 'export-banks'),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'ledger' });
};
