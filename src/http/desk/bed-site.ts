import type { StaySeen } from '#src/beds/desk.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { siteStateNames, bedWords as words } from '#src/i18n/desk-beds.ts';
import { say } from '#src/i18n/words.ts';
import { type BedAct, bedActs, reserveFields, type SitePage, siteView } from '#src/views/desk/bed-site.ts';
import { changeFields } from '#src/views/desk/beds.ts';
import { countIn, isDay, siteLine, stayLine, toldIn, toldOf } from './bed-lines.ts';
import type { BedSeat } from './beds.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { departmentOf } from './funding-lines.ts';
import { notFound, scopeOf, within } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

type Seat = BedSeat & { readonly ask: Ask; readonly front: Front; readonly signed: SignedIn };
type Found = NonNullable<Awaited<ReturnType<BedSeat['beds']['site']>>>;
type Told = {
  readonly status?: number;
  readonly told?: SitePage['told'];
  readonly typed?: SitePage['typed'];
};

const perPage = 30;
const untyped = { form: '', values: {}, problems: {} };

/** Whether somebody may act on the case of a stay; of one without a case whoever keeps beds may. */
const handOf = ({ front, signed, store }: Seat) => ({
  login: signed.staff.login,
  may: async (row: CaseRow) => front.desk.may(signed.staff, 'lodge', scopeOf(row, await store.parts(row.id))),
});

/** What the form that keeps beds begins with: the wish of the case that the address names. */
const beginOf = async (seat: Seat, { site }: Found): Promise<SitePage['begin']> => {
  const { ask, front, signed, store, beds, today } = seat;
  const number = ask.url.searchParams.get('for') ?? '';
  const found = await within(store, front, signed, number, 'lodge');
  const wish = found && (await beds.wish(found.row));
  if (!wish || wish.waiting === 0) return { fromDay: today };
  return {
    number,
    persons: String(Math.min(wish.waiting, site.free)),
    fromDay: wish.arrival,
    plannedTo: wish.until,
  };
};

const stayOf = async (seat: Seat, stay: StaySeen) => {
  const { ask, front, signed, store, today } = seat;
  const row = stay.caseId === '' ? null : await store.caseById(stay.caseId);
  const mayAct = row ? await handOf(seat).may(row) : front.desk.may(signed.staff, 'keep-beds');
  const department = departmentOf(signed);
  const isOthers = row !== null && department !== '' && row.handler !== department;
  // Whose case it is stays with those who handle it; how many live there does not.
  return stayLine(front, isOthers ? { ...stay, number: '' } : stay, { today, mayAct }, ask.lang);
};

const pageOf = async (seat: Seat, found: Found, told: Told = {}): Promise<Response> => {
  const { ask, front, signed, beds, today } = seat;
  const { site, stays, next } = found;
  const mayKeep = front.desk.may(signed.staff, 'keep-beds');
  const view = siteView({
    lang: ask.lang,
    csrf: signed.csrf,
    site: siteLine(front, site, ask.lang),
    capacity: site.capacity,
    state: site.state,
    stays: await Promise.all(stays.map(stay => stayOf(seat, stay))),
    older: next,
    mayKeep,
    mayPlace: mayKeep,
    draft: beds.draftId(),
    today,
    begin: await beginOf(seat, found),
    typed: told.typed ?? untyped,
    told: told.told ?? toldIn(ask),
  });
  return deskPage(ask, told.status ?? 200, `${site.name} · ${words.title[ask.lang]}`, view, {
    ...signed,
    here: 'ledger',
  });
};

const numberIn = (fields: DeskPost['fields']): string =>
  textIn(fields, 'number').normalize('NFKC').replace(/\D/g, '');

/** What is wrong with a form that keeps beds. */
const reserveProblems = async (seat: Seat, found: Found, fields: DeskPost['fields']) => {
  const { ask, front, signed, store } = seat;
  const { lang } = ask;
  const value = (name: string) => textIn(fields, name).trim();
  const persons = countIn(value('persons'));
  const number = numberIn(fields);
  const isTheirs =
    value('number') === '' || (await within(store, front, signed, number, 'lodge'))?.row.form === 'lodging';
  const isPlanWrong = value('plannedTo') !== '' && !isDay(value('plannedTo'));
  return {
    ...problemsIn(reserveFields, fields, lang),
    ...(!isTheirs && { number: words.wrongNumber[lang] }),
    ...(value('persons') !== '' && persons === null && { persons: words.wrongCount[lang] }),
    ...(persons !== null &&
      persons > found.site.free && { persons: say(words.full, lang, { free: found.site.free }) }),
    ...(value('fromDay') !== '' && !isDay(value('fromDay')) && { fromDay: words.wrongDay[lang] }),
    ...(isPlanWrong && { plannedTo: words.wrongDay[lang] }),
    ...(value('plannedTo') !== '' &&
      value('plannedTo') < value('fromDay') && { plannedTo: words.wrongPlan[lang] }),
  };
};

type Done = { readonly tag: string } | Told;

const reserve = async (seat: Seat, found: Found, { fields }: DeskPost): Promise<Done> => {
  const problems = await reserveProblems(seat, found, fields);
  const id = textIn(fields, 'id');
  if (!seat.beds.isDraftId(id)) return { tag: 'unfit' };
  if (Object.keys(problems).length > 0)
    return { status: 422, typed: { form: 'reserve', values: fields, problems } };
  const wanted = {
    id,
    siteId: found.site.id,
    number: numberIn(fields),
    persons: countIn(textIn(fields, 'persons')) ?? 0,
    fromDay: textIn(fields, 'fromDay'),
    plannedTo: textIn(fields, 'plannedTo'),
  };
  return seat.beds.reserve(wanted, handOf(seat));
};

const change = async ({ ask, beds }: Seat, { site }: Found, { fields }: DeskPost): Promise<Done> => {
  const capacity = countIn(textIn(fields, 'capacity'));
  const state = textIn(fields, 'state');
  const given = site.reserved + site.resident;
  const problems = {
    ...problemsIn(changeFields, fields, ask.lang),
    ...(capacity === null && { capacity: words.wrongCount[ask.lang] }),
    ...(capacity !== null && capacity < given && { capacity: say(words.less, ask.lang, { n: given }) }),
  };
  if (Object.keys(problems).length > 0 || capacity === null || !Object.hasOwn(siteStateNames, state))
    return { status: 422, typed: { form: 'change', values: fields, problems } };
  const was = Number(textIn(fields, 'was'));
  const result = await beds.changeSite({
    id: site.id,
    capacity,
    state: state === 'open' ? 'open' : 'closed',
    was,
  });
  return { tag: result.tag === 'stored' ? 'done' : result.tag };
};

const isAct = (act: string): act is BedAct => (bedActs as readonly string[]).includes(act);

const move = async (seat: Seat, { site }: Found, { fields }: DeskPost, act: string): Promise<Done> => {
  const persons = countIn(textIn(fields, 'persons'));
  const open = countIn(textIn(fields, 'open'));
  const day = textIn(fields, 'day');
  const isTold = isDay(day) && day <= seat.today;
  if (!isAct(act) || persons === null || open === null || !isTold) return { tag: 'short' };
  const stayId = textIn(fields, 'stay');
  return seat.beds.move({ stayId, siteId: site.id, kind: act, persons, day, open }, handOf(seat));
};

const acted = (seat: Seat, found: Found, post: DeskPost): Promise<Done> => {
  const act = post.controls.get('_act') ?? '';
  if (act === 'reserve') return reserve(seat, found, post);
  return act === 'change' ? change(seat, found, post) : move(seat, found, post, act);
};

/** One site: looked at, beds kept, persons let in or out, or changed. */
export const bedSite = async (ask: Ask, front: Front, signed: SignedIn, rest: BedSeat): Promise<Response> => {
  const seat = { ask, front, signed, ...rest };
  const id = /\/beds\/([0-9a-z]{1,60})\/$/.exec(ask.url.pathname)?.[1] ?? '';
  const before = (ask.url.searchParams.get('before') ?? '').slice(0, 60) || 'zzzzzzzzzzzz';
  const look = () => rest.beds.site(id, before, perPage);
  const found = await look();
  if (!found) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return pageOf(seat, found);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'keep-beds')) return deskProblem(ask, 'not-yours');
  const done = await acted(seat, found, post);
  if (!('tag' in done)) return pageOf(seat, found, done);
  if (done.tag === 'done' || done.tag === 'again')
    return deskWay(ask, `/desk/beds/${id}/?done=${done.tag}#done`);
  return pageOf(seat, (await look()) ?? found, { status: 409, told: toldOf(done.tag, ask.lang) });
};
