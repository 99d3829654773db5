import type { CaseRow } from '#src/cases/store.ts';
import type { VisitRow } from '#src/cases/visit-store.ts';
import type { Recorded, VisitFound, VisitRecord } from '#src/cases/visits.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { json } from '#src/http/door.ts';
import type { Front } from '#src/http/front.ts';
import { problem } from '#src/http/problem.ts';
import { visitWords as words } from '#src/i18n/visit.ts';
import { langs, type Words } from '#src/i18n/words.ts';
import { momentOf, shortTime } from '#src/views/desk/clock.ts';
import { noticeView, type Typed, untyped } from '#src/views/desk/fields.ts';
import { visitView } from '#src/views/desk/visit.ts';
import { nothing, type View } from '#src/views/html.ts';
import { moment } from './deed.ts';
import { deskHeaders, deskPage, deskWay } from './frame.ts';
import { areaName, type Names, namesOf } from './rows.ts';
import { notFound, scopeOf } from './seat.ts';
import { readDeskPost, type SignedIn } from './session.ts';
import { newKey, toldOf, visitScope, wrongIn } from './visits.ts';

/** The visit's id as it stands in the address; '' for what is none. */
const visitId = ({ url }: Ask): string => (/^[\w-]{24}$/.test(lastPart(url)) ? lastPart(url) : '');

/** A record or a dropping, as a page or its script sent it. */
type VisitAsked =
  | { readonly act: 'drop' }
  | { readonly act: 'record'; readonly key: string; readonly record: VisitRecord; readonly typed: Typed };

/** Whether somebody may see a visit, or act on it. */
const maySee = (front: Front, { staff }: SignedIn, visit: VisitRow, act: 'see-visit' | 'visit') =>
  front.desk.may(staff, act, visitScope(visit));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const resultsIn = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([id, code]) => [id, text(code)]))
    : {};

/** Reads what was sent: one form for the page, its script and a record that waited for a network. */
const visitAsked = async (ask: Ask, signed: SignedIn): Promise<VisitAsked | Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const { fields, controls } = post;
  if (controls.get('_act') === 'drop') return { act: 'drop' };
  const key = (controls.get('_key') ?? '').slice(0, 128);
  if (key.length < 22) return problem(ask, 'bad-key', { headers: deskHeaders });
  const record = { at: moment(fields.at), results: resultsIn(fields.results), note: text(fields.note) };
  return { act: 'record', key, record, typed: { values: fields, problems: {} } };
};

type Told = { readonly status: number; readonly view: View; readonly typed: Typed; readonly key: string };

const recordOf = ({ visit, note }: VisitFound, names: Names) => ({
  at: visit.visitedAt,
  who: names.get(visit.recordedBy) ?? visit.recordedBy,
  recordedAt: visit.recordedAt,
  results: JSON.parse(visit.results) as Readonly<Record<string, string>>,
  note,
});

/** The case, where this officer may open it. */
const besideOf = (front: Front, { staff }: SignedIn, row: CaseRow | null) =>
  row && front.desk.may(staff, 'see-case', scopeOf(row, []))
    ? { number: row.number, shown: front.showNumber(row.number) }
    : null;

/** A visit's page. */
const visitPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: VisitFound,
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang, url } = ask;
  const { visit, row, now } = found;
  const names = await namesOf(front, [visit.officer, visit.recordedBy]);
  const recorded = url.searchParams.has('done') ? toldOf(visit, lang) : nothing;
  const main = visitView({
    lang,
    csrf: signed.csrf,
    login: signed.staff.login,
    now,
    id: visit.id,
    enterprise: visit.enterprise || visit.id,
    purpose: visit.purpose,
    state: visit.state,
    area: areaName(front, visit.area, lang),
    department: front.department(visit.department)[lang],
    officer: names.get(visit.officer) ?? visit.officer,
    due: visit.due,
    late: visit.state === 'planned' && visit.due < now.toISOString(),
    inCase: besideOf(front, signed, row),
    items: front.siteCheck,
    told: told.view ?? recorded,
    mayRecord: maySee(front, signed, visit, 'visit'),
    key: told.key ?? newKey(),
    typed: told.typed ?? { ...untyped, values: { at: momentOf(now) } },
    record: recordOf(found, names),
  });
  return deskPage(ask, told.status ?? 200, visit.enterprise || words.title[lang], main, {
    ...signed,
    here: 'visits',
  });
};

const everyLang = (made: (lang: Ask['lang']) => string): Words =>
  Object.fromEntries(langs.map(lang => [lang, made(lang)])) as Words;

/** What came of a record, for the page's script. */
const toldJson = async (
  ask: Ask,
  front: Front,
  result: Exclude<Recorded, { tag: 'unknown' }>,
  now: Date,
): Promise<Response> => {
  switch (result.tag) {
    case 'recorded':
      return json(200, { tag: 'recorded', id: result.visit.id, at: result.visit.recordedAt }, deskHeaders);
    case 'taken': {
      const { recordedBy, recordedAt } = result.visit;
      const names = await namesOf(front, [recordedBy]);
      const values = { who: names.get(recordedBy) ?? recordedBy, at: shortTime(recordedAt, now, ask.lang) };
      return problem(ask, 'visit-taken', { values, headers: deskHeaders });
    }
    case 'key-reused':
      return problem(ask, 'key-reused', { headers: deskHeaders });
    case 'refused':
      return problem(ask, 'refused', {
        headers: deskHeaders,
        errors: Object.keys(result.wrong).map(name => ({
          pointer: `/${name}`,
          message: everyLang(lang => wrongIn(result.wrong, lang)[name] ?? ''),
        })),
      });
  }
};

/** What came of a record: back to the list, or the page with what is wrong, or how it stands; as data for the page's script. */
const visitDone = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  asked: Extract<VisitAsked, { act: 'record' }>,
  result: Recorded,
  found: VisitFound | null,
): Promise<Response> => {
  const { lang } = ask;
  if (result.tag === 'unknown' || !found) return notFound(ask, signed);
  if (!ask.wantsPage) return toldJson(ask, front, result, found.now);
  switch (result.tag) {
    case 'recorded':
      return deskWay(ask, `/desk/visits/${result.visit.id}/?done=1#done`);
    case 'refused': {
      const typed = { ...asked.typed, problems: wrongIn(result.wrong, lang) };
      return visitPage(ask, front, signed, found, { status: 422, typed, key: asked.key });
    }
    case 'taken':
      return visitPage(ask, front, signed, found, {
        status: 409,
        view: noticeView(words.taken[lang], words.takenText[lang]),
      });
    case 'key-reused':
      return visitPage(ask, front, signed, found, { status: 422, view: noticeView(words.keyReused[lang]) });
  }
};

/** After taking a visit off the plan, or finding that it was made meanwhile: the visit's own page says which. */
const droppedWay = (ask: Ask, visit: VisitRow | null): Response =>
  deskWay(
    ask,
    visit?.state === 'dropped' ? `/desk/visits/?done=${visit.id}#done` : `/desk/visits/${visit?.id}/`,
  );

/** What the work on visits does, handed in by the function. */
export type VisitHands = {
  readonly look: (id: string) => Promise<VisitFound | null>;
  readonly drop: (id: string) => Promise<VisitRow | null>;
  readonly record: (id: string, record: VisitRecord, key: string) => Promise<Recorded>;
};

/** One visit's page; a record that came with the request is written down first. What is not theirs is not there. */
export const visit = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { look, drop, record }: VisitHands,
): Promise<Response> => {
  const id = visitId(ask);
  const found = id === '' ? null : await look(id);
  const isPost = ask.request.method === 'POST';
  if (!found || !maySee(front, signed, found.visit, isPost ? 'visit' : 'see-visit'))
    return notFound(ask, signed);
  if (!isPost) return visitPage(ask, front, signed, found);
  const asked = await visitAsked(ask, signed);
  if (asked instanceof Response) return asked;
  if (asked.act === 'drop') return droppedWay(ask, await drop(id));
  const result = await record(id, asked.record, asked.key);
  return visitDone(ask, front, signed, asked, result, await look(id));
};
