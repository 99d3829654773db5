import type { CaseStore } from '#src/cases/store.ts';
import type { VisitRow, VisitStore } from '#src/cases/visit-store.ts';
import type { ProblemRow, ProblemStep } from '#src/findings/store.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { standWords, stepWords, problemWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { shortDay, shortDayOf, shortTime } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { type Choice, noticeView, type Typed, untyped } from '#src/views/desk/fields.ts';
import { type ProblemPage, problemView } from '#src/views/desk/finding-problems.ts';
import { nothing, type View } from '#src/views/html.ts';
import { commaed, problemLine } from './finding-problems.ts';
import { type FindingHands, findingScope } from './findings.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { type Names, namesOf } from './rows.ts';
import { notFound, within } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';
import { visitScope } from './visits.ts';

/** Steps on one page; visits that are offered to be linked, of the newest that are looked through. */
const pageSize = 30;
const mostVisits = 20;
const lookedThrough = 200;

type Store = Pick<CaseStore, 'caseByNumber' | 'parts'> & VisitStore;
type Hands = FindingHands & { readonly store: Store };

const problemId = /^[0-9a-z]{29}\.\d{1,2}$/;

/** Whether a text may be the id of a problem. */
export const isProblemId = (text: string): boolean => problemId.test(text);

const scopeOf = ({ holder, department }: ProblemRow) => findingScope(holder, department);

const mayOpenVisit = ({ desk }: Front, { staff }: SignedIn, visit: VisitRow): boolean =>
  desk.may(staff, 'see-visit', visitScope(visit));

const visitName = (visit: VisitRow, lang: Lang): string =>
  say(words.visitOf, lang, {
    day: shortDayOf(visit.state === 'done' ? visit.visitedAt : visit.due, lang),
    enterprise: visit.enterprise,
  });

/** Visits to the problem's enterprise that this reader may see: by its credit code, or by its name where it has none. */
const visitsOf = async (
  front: Front,
  signed: SignedIn,
  { store }: Hands,
  { creditCode, enterprise }: ProblemRow,
  lang: Lang,
): Promise<readonly Choice[]> => {
  if (creditCode === '' && enterprise === '') return [];
  const query = { department: '', areas: '', after: null, limit: lookedThrough } as const;
  const pages = await Promise.all([
    store.visitsPage({ ...query, state: 'planned' }),
    store.visitsPage({ ...query, state: 'done' }),
  ]);
  const isSame = (visit: VisitRow): boolean =>
    creditCode === '' || visit.creditCode === ''
      ? enterprise !== '' && visit.enterprise === enterprise
      : visit.creditCode === creditCode;
  return pages
    .flat()
    .filter(visit => isSame(visit) && mayOpenVisit(front, signed, visit))
    .slice(0, mostVisits)
    .map(visit => {
      const name = visitName(visit, lang);
      return [visit.id, { 'zh-Hans': name, en: name }] as const;
    });
};

const besideOf = async (
  front: Front,
  signed: SignedIn,
  { store }: Hands,
  { caseNumber, visitId }: ProblemRow,
  lang: Lang,
): Promise<Pick<ProblemPage, 'case' | 'visit'>> => {
  const shown = front.showNumber(caseNumber);
  const isTheirs = caseNumber !== '' && (await within(store, front, signed, caseNumber)) !== null;
  const visit = visitId === '' ? null : await store.visitById(visitId);
  return {
    case: caseNumber === '' ? null : { number: isTheirs ? caseNumber : '', shown },
    visit: visit && {
      id: mayOpenVisit(front, signed, visit) ? visit.id : '',
      shown: visitName(visit, lang),
    },
  };
};

const stepText = (front: Front, { kind, to }: ProblemStep, lang: Lang): string => {
  if (kind === 'linked')
    return say(stepWords.linked, lang, {
      to: /^\d{13}$/.test(to) ? front.showNumber(to) : words.visit[lang],
    });
  return say(stepWords[kind], lang, { to: to === '' ? '' : front.department(to)[lang] });
};

const stepsOf = (
  front: Front,
  steps: readonly ProblemStep[],
  { names, now, lang }: { names: Names; now: Date; lang: Lang },
): ProblemPage['steps'] =>
  steps.map(step => ({
    at: step.at,
    when: shortTime(step.at, now, lang),
    text: commaed([names.get(step.actor) ?? step.actor, stepText(front, step, lang)], lang),
  }));

const stateText = ({ state, solvedOn }: ProblemRow, lang: Lang): string => {
  if (state === 'withdrawn') return words.withdrawn[lang];
  return state === 'solved'
    ? say(words.solvedOn, lang, { day: shortDay(solvedOn, lang) })
    : standWords.open[lang];
};

type Told = {
  readonly status: number;
  readonly view: View;
  readonly typed: Typed & { readonly form: string };
};

const problemPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  row: ProblemRow,
  hands: Hands,
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang, url } = ask;
  const { findings, now } = hands;
  const asked = url.searchParams.get('before') ?? '';
  const before = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : row.version + 1;
  const found = await findings.store.problemSteps({ problemId: row.id, before, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const names = await namesOf(
    front,
    shown.map(step => step.actor),
  );
  const mayAct =
    row.state !== 'withdrawn' && front.desk.may(signed.staff, 'file-findings', findingScope(row.holder));
  const line = problemLine(front, row, { today: findings.today(), lang });
  const main = problemView({
    lang,
    csrf: signed.csrf,
    line: { ...line, holder: front.department(row.holder)[lang] },
    state: stateText(row, lang),
    due: row.due === '' ? '' : shortDay(row.due, lang),
    foundBy: commaed([front.department(row.department)[lang], shortDay(row.day, lang)], lang),
    told: told.view ?? (url.searchParams.has('done') ? doneView(words.linked[lang]) : nothing),
    ...(await besideOf(front, signed, hands, row, lang)),
    steps: stepsOf(front, shown, { names, now, lang }),
    older: found.length > pageSize ? String(shown.at(-1)?.version ?? '') : '',
    mayAct,
    mayEnter: row.caseNumber === '' && front.desk.may(signed.staff, 'enter'),
    visits: mayAct ? await visitsOf(front, signed, hands, row, lang) : [],
    typed: told.typed ?? { ...untyped, form: '' },
  });
  return deskPage(ask, told.status ?? 200, row.what, main, { ...signed, here: 'findings' });
};

const acted = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  row: ProblemRow,
  hands: Hands,
): Promise<Response> => {
  const { lang } = ask;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const form = post.controls.get('_act') ?? '';
  const { findings, store } = hands;
  const { login } = signed.staff;
  const wrong = (name: string, problem: string): Promise<Response> =>
    problemPage(ask, front, signed, row, hands, {
      status: 422,
      typed: { values: post.fields, problems: { [name]: problem }, form },
    });
  const link = async (): Promise<{ readonly tag: string } | Response> => {
    if (form === 'case') {
      const number = textIn(post.fields, 'number', 40).replace(/\D/g, '');
      const isTheirs = (await within(store, front, signed, number)) !== null;
      return isTheirs ? findings.linkCase(row.id, number, login) : wrong('number', words.noCase[lang]);
    }
    const id = textIn(post.fields, 'visit', 40);
    const visit = form === 'visit' && /^[\w-]{24}$/.test(id) ? await store.visitById(id) : null;
    return visit && mayOpenVisit(front, signed, visit)
      ? findings.linkVisit(row.id, id, login)
      : wrong('visit', words.noVisit[lang]);
  };
  const result = await link();
  if (result instanceof Response) return result;
  if (result.tag === 'done') return deskWay(ask, `/desk/findings/problems/${row.id}/?done=1#done`);
  return problemPage(ask, front, signed, row, hands, { status: 409, view: noticeView(words.stale[lang]) });
};

/** One problem's page; a link that was sent from it is made first. */
export const findingProblem = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: Hands,
): Promise<Response> => {
  const id = lastPart(ask.url);
  const row = isProblemId(id) ? await hands.findings.store.problemById(id) : null;
  if (!row || !front.desk.may(signed.staff, 'see-finding', scopeOf(row))) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return problemPage(ask, front, signed, row, hands);
  return front.desk.may(signed.staff, 'file-findings', findingScope(row.holder)) && row.state !== 'withdrawn'
    ? acted(ask, front, signed, row, hands)
    : deskProblem(ask, 'not-yours');
};
