import { writeXlsx } from 'hucre/xlsx';
import type { CaseRow, CaseStore } from '#src/cases/store.ts';
import { headings, rows } from '#src/forms/columns.ts';
import type { AnyForm } from '#src/forms/field.ts';
import { moneyIn } from '#src/forms/money.ts';
import type { FundingDesk } from '#src/funding/desk.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { fundingCaseWords, stageNames, handOverWords as words } from '#src/i18n/desk-funding.ts';
import type { Lang } from '#src/i18n/words.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { banksView } from '#src/views/desk/funding-banks.ts';
import { nothing } from '#src/views/html.ts';
import { deskHeaders, deskPage, deskProblem } from './frame.ts';
import { cursorIn, cursorOf } from './funding.ts';
import { bankIn, departmentOf } from './funding-lines.ts';
import { areaName, enterpriseOf } from './rows.ts';
import { scopeOf } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

type Desk = { readonly funding: FundingDesk; readonly store: CaseStore };

const pageOf = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { funding }: Desk,
  typed: string,
  isRefused: boolean,
): Promise<Response> => {
  const { lang, url } = ask;
  const bank = bankIn(typed);
  const department = departmentOf(signed);
  const after = cursorIn(url.searchParams.get('after') ?? '');
  const found = bank === '' ? null : await funding.candidates({ bank, department, after });
  const view = banksView({
    lang,
    csrf: signed.csrf,
    bank: bank || typed.slice(0, 40),
    known: await funding.banks(),
    rows: (found?.rows ?? []).map(row => ({
      number: row.number,
      enterprise: enterpriseOf({ enterprise: row.enterprise, complaint: 0 }, lang),
      told: [
        moneyIn(row.asked, lang),
        stageNames[row.stage][lang],
        areaName(front, row.area, lang),
        front.showNumber(row.number),
      ].join(' · '),
      given: row.given,
    })),
    most: funding.mostGiven,
    next: cursorOf(found?.next ?? null),
    told: isRefused ? noticeView(words.nothing[lang]) : nothing,
    problem: typed !== '' && bank === '' ? fundingCaseWords.wrongBank[lang] : '',
  });
  const isWrong = isRefused || (typed !== '' && bank === '');
  return deskPage(ask, isWrong ? 422 : 200, words.title[lang], view, { ...signed, here: 'ledger' });
};

type Given = Awaited<ReturnType<FundingDesk['handOver']>>;

/** What is a number to a spreadsheet and none to us: as text it keeps its zeros, and is never a formula. */
const asText = { numFmt: '@', width: 18 };

const sheet = async (front: Front, narrow: AnyForm, given: Given, lang: Lang): Promise<Response> => {
  const lines = given.flatMap(({ number, answers }) =>
    rows(narrow, answers, front.tables, lang).map(row => [front.showNumber(number), ...row]),
  );
  const heads = [words.number[lang], ...headings(narrow, lang)];
  const file = await writeXlsx({
    sheets: [
      {
        name: words.sheet[lang],
        columns: heads.map(() => asText),
        rows: [heads, ...lines].map(row => [...row]),
        freezePane: { rows: 1 },
      },
    ],
  });
  return new Response(new Uint8Array(file), {
    headers: {
      ...deskHeaders,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="financing.xlsx"',
    },
  });
};

const tickedIn = (fields: Readonly<Record<string, unknown>>): readonly string[] => {
  const ticks = typeof fields.n === 'object' && fields.n !== null ? Object.keys(fields.n) : [];
  return ticks.filter(number => /^\d{13}$/.test(number));
};

/** Hands cases over to a bank: which may go, then the sheet, once each hand-over is recorded on its case. */
export const banksPage = async (ask: Ask, front: Front, signed: SignedIn, desk: Desk): Promise<Response> => {
  if (ask.request.method !== 'POST')
    return pageOf(ask, front, signed, desk, ask.url.searchParams.get('bank') ?? '', false);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const typed = textIn(post.fields, 'bank', 80);
  const bank = bankIn(typed);
  const numbers = tickedIn(post.fields);
  if (numbers.length > desk.funding.mostGiven) return deskProblem(ask, 'too-large');
  const may = async (row: CaseRow) => {
    const scope = scopeOf(row, await desk.store.parts(row.id));
    return front.desk.may(signed.staff, 'funding', scope);
  };
  const hand = { login: signed.staff.login, may };
  const given = bank === '' ? [] : await desk.funding.handOver({ bank, numbers }, hand);
  return given.length === 0
    ? pageOf(ask, front, signed, desk, typed, true)
    : sheet(front, desk.funding.bankForm(), given, ask.lang);
};
