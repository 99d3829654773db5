import type { Acknowledged, Reading } from '#src/cases/acknowledge.ts';
import { type Ask, cookie } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import { json } from '#src/http/door.ts';
import type { Front } from '#src/http/front.ts';
import { problem, waitProblem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { readQuery } from '#src/http/tracking.ts';
import { readWords as words } from '#src/i18n/acknowledge.ts';
import { notice as noticeWords, problems } from '#src/i18n/problems.ts';
import { trackWords } from '#src/i18n/track.ts';
import { say, w } from '#src/i18n/words.ts';
import type { MustRead } from '#src/library/notices.ts';
import { readClosedView, readDoneView, readPageView } from '#src/views/acknowledge.ts';

const name = 'read';

const noticeOf = async ({ url }: Ask, { mustRead }: Front): Promise<MustRead | null> => {
  const [, asked = ''] = /\/notices\/([^/]{1,120})\/read\/?$/.exec(url.pathname) ?? [];
  return (await mustRead()).find(({ notice }) => notice === asked) ?? null;
};

type Told = {
  readonly typed: string;
  readonly problem: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

const formPage = (ask: Ask, status: number, notice: MustRead, told: Partial<Told> = {}): Response => {
  const { typed = '', problem: wrong = '', problems: fields = {}, headers = {} } = told;
  const view = readPageView({
    ...notice,
    lang: ask.lang,
    number: typed,
    problem: wrong,
    problems: fields,
  });
  return page(ask.lang, status, words.title[ask.lang], view, headers);
};

const closedPage = (ask: Ask, status: number, { notice, until }: MustRead): Response =>
  page(ask.lang, status, words.closedTitle[ask.lang], readClosedView(notice, until, ask.lang));

/** The confirmation for the browser that sent it, else the form. */
const shown = (ask: Ask, notice: MustRead, reading: Reading, isOver: boolean): Response => {
  const value = cookie(ask.request, name);
  const read = value === null ? null : reading.open(value);
  if (read?.notice === notice.notice && read.version === notice.version) {
    const view = readDoneView({ lang: ask.lang, title: notice.title, ...read });
    return page(ask.lang, 200, words.doneTitle[ask.lang], view);
  }
  return isOver ? closedPage(ask, 200, notice) : formPage(ask, 200, notice);
};

/** Why it was not kept; the form comes back with the number in place. */
const refused = (
  ask: Ask,
  notice: MustRead,
  typed: string,
  result: Exclude<Acknowledged, { tag: 'acknowledged' }>,
  now: Date,
): Response => {
  if (result.tag === 'erased') {
    if (!ask.wantsPage) return problem(ask, 'wrong-password');
    return formPage(ask, 409, notice, { typed, problem: words.erased[ask.lang] });
  }
  if (result.tag === 'wait') {
    const seconds = Math.max(1, Math.ceil((Date.parse(result.until) - now.getTime()) / 1000));
    if (!ask.wantsPage) return waitProblem(ask, 'too-many-tries', seconds);
    return formPage(ask, problems['too-many-tries'].status, notice, {
      typed,
      problem: noticeWords('too-many-tries', ask.lang, { seconds }),
      headers: { 'retry-after': String(seconds) },
    });
  }
  const type = result.tag === 'lapsed' ? 'pass-lapsed' : 'wrong-password';
  if (!ask.wantsPage) return problem(ask, type);
  return formPage(ask, problems[type].status, notice, { typed, problem: noticeWords(type, ask.lang) });
};

const missingIn = (ask: Ask, notice: MustRead, typed: string, missing: readonly ('number' | 'pin')[]) => {
  const { lang } = ask;
  const label = (field: 'number' | 'pin') =>
    w(
      say(trackWords.required, 'zh-Hans', { label: trackWords[field]['zh-Hans'] }),
      say(trackWords.required, 'en', { label: trackWords[field].en }),
    );
  if (!ask.wantsPage)
    return problem(ask, 'refused', {
      errors: missing.map(field => ({ pointer: `/${field}`, message: label(field) })),
    });
  return formPage(ask, 422, notice, {
    typed,
    problem: problems.refused.title[lang],
    problems: Object.fromEntries(missing.map(field => [field, label(field)[lang]])),
  });
};

const sent = async (ask: Ask, front: Front, notice: MustRead, reading: Reading): Promise<Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const { typed, query, missing } = readQuery(body);
  if (!query) return missingIn(ask, notice, typed, missing);
  const result = await reading.acknowledge(query, notice);
  if (result.tag !== 'acknowledged') return refused(ask, notice, typed, result, reading.now());
  const { read, again } = result;
  if (!ask.wantsPage) return json(again ? 200 : 201, { ...read, again });
  const { receiptSeconds } = front;
  const headers = {
    location: `/notices/${notice.notice}/read/`,
    'cache-control': 'no-store',
    'set-cookie': `${name}=${reading.seal(read)}; Path=/; Max-Age=${receiptSeconds}; HttpOnly; SameSite=Lax${ask.secure ? '; Secure' : ''}`,
  };
  return new Response(null, { status: 303, headers });
};

/** Confirming that a notice was read: the form, what was sent with it, and the confirmation. A notice that nobody is asked about is not there. */
export const readNotice = async (ask: Ask, front: Front, reading: Reading): Promise<Response> => {
  const notice = await noticeOf(ask, front);
  if (!notice) return problem(ask, 'not-found');
  const isOver = notice.until !== '' && notice.until < front.today();
  if (ask.request.method !== 'POST') return shown(ask, notice, reading, isOver);
  if (!isOver) return sent(ask, front, notice, reading);
  if (ask.wantsPage) return closedPage(ask, 409, notice);
  const values = { state: words.closedTitle[ask.lang] };
  return problem(ask, 'not-now', { values });
};
