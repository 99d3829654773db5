import type { CaseStore } from '#src/cases/store.ts';
import { moneyIn, yuanIn } from '#src/forms/money.ts';
import type { FundingDesk } from '#src/funding/desk.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { fundingWords, stageNames, fundingCaseWords as words } from '#src/i18n/desk-funding.ts';
import { say } from '#src/i18n/words.ts';
import type { DeskField, Typed } from '#src/views/desk/fields.ts';
import {
  type FundingCasePage,
  followFields,
  fundingCaseView,
  passFields,
  stepFields,
} from '#src/views/desk/funding-case.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { followIn } from './funding.ts';
import { bankIn, bankLine, toldIn, toldOf } from './funding-lines.ts';
import { areaName, enterpriseOf, namesOf } from './rows.ts';
import { notFound, type Within, within } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

type Found = NonNullable<Awaited<ReturnType<FundingDesk['case']>>>;
type Seat = {
  readonly ask: Ask;
  readonly front: Front;
  readonly signed: SignedIn;
  readonly store: CaseStore;
  readonly funding: FundingDesk;
  readonly today: string;
};
type Told = {
  readonly status?: number;
  readonly told?: FundingCasePage['told'];
  readonly typed?: FundingCasePage['typed'];
};

const untyped = { form: '', values: {}, problems: {} };

const pageOf = async (
  seat: Seat,
  { row, scope }: Within,
  found: Found,
  told: Told = {},
): Promise<Response> => {
  const { ask, front, signed, funding, today } = seat;
  const { lang } = ask;
  const names = await namesOf(front, [found.row.follower]);
  const enterprise = enterpriseOf({ enterprise: row.enterprise, complaint: 0 }, lang);
  const view = fundingCaseView({
    lang,
    csrf: signed.csrf,
    number: row.number,
    shown: front.showNumber(row.number),
    enterprise,
    facts: [
      say(fundingWords.ask, lang, { amount: moneyIn(found.row.asked, lang) }),
      areaName(front, row.area, lang),
    ].join(' · '),
    stage: stageNames[found.row.stage][lang],
    consented: found.consented,
    at: found.at,
    lines: found.lines.map(line => bankLine(line, lang)),
    follow: followIn(found.row, { never: funding.never, today, names }, lang).text,
    mayAct: !found.erased && front.desk.may(signed.staff, 'funding', scope),
    today,
    told: told.told ?? toldIn(ask),
    typed: told.typed ?? untyped,
  });
  return deskPage(ask, told.status ?? 200, `${enterprise} · ${fundingWords.title[lang]}`, view, {
    ...signed,
    here: 'ledger',
  });
};

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** What is wrong with a form, beyond what a field alone says. */
const problemsOf = (
  seat: Seat,
  fields: DeskPost['fields'],
  list: readonly DeskField[],
): Typed['problems'] => {
  const { ask, today } = seat;
  const { lang } = ask;
  const value = (name: string) => textIn(fields, name).trim();
  const has = (name: string) => list.some(field => field.name === name) && value(name) !== '';
  const isPaid = value('step') === 'approved' || value('step') === 'disbursed';
  return {
    ...problemsIn(list, fields, lang),
    ...(has('bank') && bankIn(value('bank')) === '' && { bank: words.wrongBank[lang] }),
    ...(isPaid && yuanIn(value('amount')) === null && { amount: words.wrongAmount[lang] }),
    ...(has('day') && (!isDay(value('day')) || value('day') > today) && { day: words.wrongDay[lang] }),
    ...(has('until') &&
      (!isDay(value('until')) || value('until') < today) && { until: words.wrongUntil[lang] }),
  };
};

type Line = Found['lines'][number];
type Form = { readonly name: string; readonly fields: readonly DeskField[]; readonly line: Line | null };

/** Which of the page's forms was sent, with the fields that it has now. */
const formIn = (found: Found, { controls, fields }: DeskPost): Form | null => {
  const name = controls.get('_form') ?? '';
  if (name === 'pass') return { name, fields: passFields, line: null };
  if (name === 'follow') return { name, fields: followFields, line: null };
  const line = found.lines.find(one => one.bank === textIn(fields, 'bank')) ?? null;
  return line && /^s\d{1,3}$/.test(name) ? { name, fields: stepFields(line.steps), line } : null;
};

const doneBy = async (
  { funding, signed }: Seat,
  found: Found,
  form: Form,
  post: DeskPost,
  number: string,
) => {
  const value = (name: string) => textIn(post.fields, name, 500).trim();
  const hand = { login: signed.staff.login, at: Number(post.controls.get('_at')) };
  if (form.name === 'follow')
    return funding.follow(number, { until: value('until'), note: value('note') }, hand);
  if (form.name === 'pass')
    return funding.step(number, { step: 'passed', bank: bankIn(value('bank')), day: value('day') }, '', hand);
  const step = found.lines.flatMap(line => line.steps).find(one => one === value('step')) ?? 'sent';
  const bank = form.line?.bank ?? '';
  const isPaid = step === 'approved' || step === 'disbursed';
  const amount = isPaid ? { amount: yuanIn(value('amount')) ?? 0 } : {};
  return funding.step(number, { step, bank, day: value('day'), ...amount }, value('note'), hand);
};

/** One case's money: looked at, a step recorded, or followed. */
export const fundingOne = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  rest: Omit<Seat, 'ask' | 'front' | 'signed'>,
): Promise<Response> => {
  const seat = { ask, front, signed, ...rest };
  const number = /\/funding\/(\d{13})\/$/.exec(ask.url.pathname)?.[1] ?? '';
  const at = await within(rest.store, front, signed, number);
  const found = at && (await rest.funding.case(at.row));
  if (!at || !found) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return pageOf(seat, at, found);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'funding', at.scope)) return deskProblem(ask, 'not-yours');
  const form = formIn(found, post);
  if (!form) return notFound(ask, signed);
  const problems = problemsOf(seat, post.fields, form.fields);
  const typed = { form: form.name, values: post.fields, problems };
  if (Object.keys(problems).length > 0) return pageOf(seat, at, found, { status: 422, typed });
  const result = await doneBy(seat, found, form, post, number);
  if (result.tag === 'done') {
    const done = form.name === 'follow' ? 'followed' : 'done';
    return deskWay(ask, `/desk/funding/${number}/?done=${done}#done`);
  }
  const now = await rest.store.caseByNumber(number);
  const fresh = now && (await rest.funding.case(now));
  return pageOf(seat, at, fresh ?? found, { status: 409, told: toldOf(result, ask.lang), typed });
};
