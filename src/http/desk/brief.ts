import type { Brief } from '#src/findings/brief.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { decisionRules, briefWords as words } from '#src/i18n/desk-brief.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { type BriefPage, briefView, decisionFields } from '#src/views/desk/brief.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView, type Typed, untyped } from '#src/views/desk/fields.ts';
import { nothing, type View } from '#src/views/html.ts';
import { clockIn, dayIn } from '#src/views/time.ts';
import { countLines, decisionItem, messageOf, problemItem, reportLine, supplyLines } from './brief-lines.ts';
import { departmentChoices, problemsIn } from './deed.ts';
import { dayAsked, type FindingHands, findingScope } from './findings.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { namesOf } from './rows.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

type Told = {
  readonly status: number;
  readonly view: View;
  readonly typed: Typed;
  readonly draft: string;
};

const leadOf = ({ at, since }: Brief, lang: Lang): string => {
  if (!at) return words.noMeeting[lang];
  const values = { time: clockIn(at), since: since === null ? '' : dayIn(since, lang) };
  return say(since === null ? words.leadFirst : words.lead, lang, values);
};

const openText = ({ open }: Brief, lang: Lang): string =>
  open === 0 ? words.problemsNone[lang] : say(words.problemsOf, lang, { open });

type Seat = {
  readonly ask: Ask;
  readonly front: Front;
  readonly signed: SignedIn;
  readonly hands: FindingHands;
  readonly day: string;
};

const partsOf = async (
  { ask, front, signed, hands, day }: Seat,
  brief: Brief,
): Promise<Pick<BriefPage, 'worst' | 'wanted' | 'decisions' | 'taken'>> => {
  const { lang } = ask;
  const today = hands.findings.today();
  const names = await namesOf(
    front,
    [...brief.decisions, ...brief.taken].map(one => one.endedBy),
  );
  const problem = (row: Brief['worst'][number]) => problemItem(front, signed, row, { today, lang });
  const decision = (row: Brief['taken'][number]) =>
    decisionItem(front, signed, row, { day, today, names, lang });
  return {
    worst: brief.worst.map(problem),
    wanted: brief.wanted.map(problem),
    decisions: brief.decisions.map(decision),
    taken: brief.taken.map(decision),
  };
};

const show = async (seat: Seat, told: Partial<Told> = {}): Promise<Response> => {
  const { ask, front, signed, hands, day } = seat;
  const { lang } = ask;
  const { findings, now } = hands;
  const { staff } = signed;
  const brief = await findings.brief(day);
  const heading = say(words.heading, lang, { day: dayIn(day, lang) });
  const { returns, flow } = brief;
  const mayAdd = front.desk.may(staff, 'decide-brief') && day <= findings.today();
  const view = briefView({
    lang,
    csrf: signed.csrf,
    day,
    heading,
    lead: leadOf(brief, lang),
    asOf: brief.cases ? say(words.asOf, lang, { time: clockIn(now) }) : '',
    told: told.view ?? nothing,
    reports: brief.days.map(one => reportLine(front, one, lang)),
    returns: say(words.returns, lang, { ...returns, day: shortDay(returns.day, lang) }),
    maySeeReturns: front.desk.may(staff, 'see-returns'),
    flow: say(words.flow, lang, flow),
    counts: countLines(front, signed, brief, lang),
    isPast: brief.cases === null,
    open: openText(brief, lang),
    ...supplyLines(front, brief, lang),
    maySeeSupplies: front.desk.may(staff, 'see-ledger'),
    ...(await partsOf(seat, brief)),
    more: brief.more,
    add: mayAdd
      ? {
          draft: told.draft ?? findings.draftId(),
          departments: departmentChoices(front),
          typed: told.typed ?? untyped,
        }
      : null,
    message: messageOf(front, brief),
  });
  return deskPage(ask, told.status ?? 200, heading, view, { ...signed, here: 'findings' });
};

const back = ({ ask, day }: Seat, done: 'saved' | 'ended'): Response =>
  deskWay(ask, `/desk/brief/?day=${day}&done=${done}#done`);

const decided = async (seat: Seat, post: DeskPost): Promise<Response> => {
  const { ask, front, signed, hands, day } = seat;
  if (!front.desk.may(signed.staff, 'decide-brief')) return deskProblem(ask, 'not-yours');
  const draft = textIn(post.fields, 'id', 60);
  if (!hands.findings.isDraftId(draft)) return deskProblem(ask, 'broken-form');
  const problems = problemsIn(decisionFields(departmentChoices(front)), post.fields, ask.lang);
  const again = (more: Readonly<Record<string, string>>): Promise<Response> =>
    show(seat, { status: 422, draft, typed: { values: post.fields, problems: { ...more, ...problems } } });
  if (Object.keys(problems).length > 0) return again({});
  const typed = {
    what: textIn(post.fields, 'what', 1000),
    department: textIn(post.fields, 'department', 60),
    due: textIn(post.fields, 'due', 20),
  };
  const result = await hands.findings.decide({ id: draft, day, typed, login: signed.staff.login });
  if (result.tag === 'done') return back(seat, 'saved');
  return again(
    Object.fromEntries(
      Object.entries(result.wrong).map(([name, rule]) => [name, decisionRules[rule][ask.lang]]),
    ),
  );
};

const ended = async (seat: Seat, post: DeskPost, state: 'done' | 'dropped'): Promise<Response> => {
  const { ask, front, signed, hands } = seat;
  const id = textIn(post.fields, 'decision', 60);
  const row = hands.findings.isDraftId(id) ? await hands.findings.store.decisionById(id) : null;
  const isTheirs = row && front.desk.may(signed.staff, 'end-decision', findingScope(row.department));
  if (!row || !isTheirs) return deskProblem(ask, 'not-yours');
  const { login } = signed.staff;
  if (await hands.findings.endDecision(id, { state, login })) return back(seat, 'ended');
  // Pressed twice by one person it was done the first time.
  const now = await hands.findings.store.decisionById(id);
  if (now?.state === state && now.endedBy === login) return back(seat, 'ended');
  return show(seat, { status: 409, view: noticeView(words.again[ask.lang]) });
};

const toldIn = ({ url, lang }: Ask): Partial<Told> => {
  const done = url.searchParams.get('done');
  return done === 'saved' || done === 'ended' ? { view: doneView(words[done][lang]) } : {};
};

/** The brief of a meeting, the next one unless another is asked for; what was sent from it is done first. */
export const briefPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: FindingHands,
): Promise<Response> => {
  const next = hands.findings.nextMeeting();
  const asked = ask.url.searchParams.get('day') ?? '';
  const seat = { ask, front, signed, hands, day: asked === '' ? next : dayAsked(asked, next) };
  if (ask.request.method !== 'POST') return show(seat, toldIn(ask));
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const act = post.controls.get('_act');
  if (act === 'decide') return decided(seat, post);
  return act === 'done' || act === 'dropped' ? ended(seat, post, act) : deskProblem(ask, 'broken-form');
};
