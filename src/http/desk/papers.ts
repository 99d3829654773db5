import type { CaseStore } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { paperStateWords, paperTold, papersWords as words } from '#src/i18n/desk-papers.ts';
import { paperNames } from '#src/i18n/papers.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { PaperActed } from '#src/papers/changes.ts';
import type { PaperDesk } from '#src/papers/desk.ts';
import type { PaperRow, PaperLine as Row } from '#src/papers/store.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { casePapersView, type Kind, type PaperLine, papersView, type State } from '#src/views/desk/papers.ts';
import { nothing, type View } from '#src/views/html.ts';
import { dayIn } from '#src/views/time.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { departmentOf } from './ledger-lines.ts';
import { enterpriseOf } from './rows.ts';
import { notFound, type Within, within } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

const perPage = 30;
/** So many letters to ask after stand on the list. */
const mostDue = 10;

export type Desk = {
  readonly papers: PaperDesk;
  readonly store: Pick<CaseStore, 'caseByNumber' | 'parts'>;
};

/** Why a step was not taken, in words. */
export const paperToldOf = (tag: PaperActed['tag'], lang: Lang): View => {
  if (tag === 'moved') return noticeView(paperTold.moved[lang], paperTold.movedText[lang]);
  if (tag === 'unfit') return noticeView(paperTold.unfit[lang], paperTold.unfitText[lang]);
  if (tag === 'busy') return noticeView(paperTold.busy[lang], paperTold.busyText[lang]);
  if (tag === 'step') return noticeView(paperTold.step[lang], paperTold.stepText[lang]);
  return nothing;
};

/** A paper's days, or what a letter waits for. */
const daysOf = (row: PaperRow, lang: Lang): string => {
  const { kind, sentOn, followUp, validFrom, validTo } = row;
  const day = (text: string) => dayIn(text, lang);
  if (kind === 'letter')
    return followUp === '' ? '' : say(words.dueOne, lang, { sent: day(sentOn), due: day(followUp) });
  if (validFrom === '') return '';
  const days = { from: day(validFrom), to: day(validTo) };
  return say(validTo === '' ? words.since : words.valid, lang, days);
};

const lineOf = (row: PaperRow & { readonly shown: string }, enterprise: string, lang: Lang): PaperLine => ({
  id: row.id,
  kind: row.kind,
  serial: row.shown,
  state: row.state,
  enterprise,
  days: daysOf(row, lang),
});

const isKind = (code: string): code is Kind => Object.hasOwn(paperNames, code);
const isState = (code: string): code is State => Object.hasOwn(paperStateWords, code);

const listPage = async (ask: Ask, signed: SignedIn, { papers }: Desk): Promise<Response> => {
  const { lang, url } = ask;
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const [kind, state] = [asked('kind'), asked('state')];
  const narrow = {
    kind: isKind(kind) ? kind : ('' as const),
    state: isState(state) ? state : ('' as const),
    department: departmentOf(signed),
  };
  const before = asked('after').slice(0, 60) || 'zzzzzzzzzzzz';
  const [found, due] = await Promise.all([
    papers.list({ ...narrow, before, limit: perPage }),
    papers.unanswered(narrow.department, mostDue + 1),
  ]);
  const line = (row: Row & { readonly shown: string }) => lineOf(row, enterpriseOf(row, lang), lang);
  const view = papersView({
    ...{ lang, kind: narrow.kind, state: narrow.state, next: found.next },
    rows: found.rows.map(line),
    due: due.slice(0, mostDue).map(line),
    dueCount: due.length > mostDue ? say(words.more, lang, { n: mostDue }) : String(due.length),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'papers' });
};

const casePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { papers }: Desk,
  { row, scope }: Within,
  tag: PaperActed['tag'] | '',
): Promise<Response> => {
  const { lang } = ask;
  const found = await papers.ofCase(row);
  const enterprise = enterpriseOf(row, lang);
  const view = casePapersView({
    ...{ lang, csrf: signed.csrf, number: row.number, shown: front.showNumber(row.number), enterprise },
    rows: found.papers.map(one => lineOf(one, '', lang)),
    kinds: found.kinds.map(kind => ({ kind, draft: papers.draftId() })),
    suppliers: found.suppliers,
    mayDraft: front.desk.may(signed.staff, 'draft-paper', scope),
    told: tag === '' ? nothing : paperToldOf(tag, lang),
  });
  const title = say(words.ofCase, lang, { enterprise });
  return deskPage(ask, tag === '' ? 200 : 409, title, view, { ...signed, here: 'papers' });
};

/** Drafts what a page of a case asked for, and goes on to it. */
const drafted = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  desk: Desk,
  at: Within,
): Promise<Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'draft-paper', at.scope)) return deskProblem(ask, 'not-yours');
  const [id, kind] = [textIn(post.fields, 'id'), textIn(post.fields, 'kind')];
  if (!desk.papers.isDraftId(id) || !isKind(kind)) return deskProblem(ask, 'not-found');
  const line = Number(textIn(post.fields, 'line')) || 0;
  const typed = { id, number: at.row.number, kind, line };
  const result = await desk.papers.draft(typed, signed.staff.login);
  // Sent twice it is there already.
  if (result.tag === 'done' || result.tag === 'moved')
    return deskWay(ask, `/desk/papers/${id}/?done=draft#done`);
  return casePage(ask, front, signed, desk, at, result.tag);
};

/** All papers; with `?case=` those of one case, and what can be drafted of it. */
export const papersPage = async (ask: Ask, front: Front, signed: SignedIn, desk: Desk): Promise<Response> => {
  const number = ask.url.searchParams.get('case');
  if (number === null)
    return ask.request.method === 'POST' ? notFound(ask, signed) : listPage(ask, signed, desk);
  const at = await within(desk.store, front, signed, number);
  if (!at) return notFound(ask, signed);
  return ask.request.method === 'POST'
    ? drafted(ask, front, signed, desk, at)
    : casePage(ask, front, signed, desk, at, '');
};
