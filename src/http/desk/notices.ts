import type { AcknowledgementStore, Addressed } from '#src/cases/acknowledgement-store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { noticesWords as words } from '#src/i18n/acknowledge.ts';
import { say } from '#src/i18n/words.ts';
import type { MustRead } from '#src/library/notices.ts';
import type { Staff } from '#src/staff/staff.ts';
import { type NoticeLine, noticesView, noticeView } from '#src/views/desk/notices.ts';
import { dateIn } from '#src/views/time.ts';
import { deskPage } from './frame.ts';
import { areaName } from './rows.ts';
import { notFound } from './seat.ts';
import type { SignedIn } from './session.ts';

/** What the pages need of the program. */
export type Noticed = {
  readonly store: Pick<AcknowledgementStore, 'readTotals' | 'unreadPage'>;
  /** Brings who is at work up to the filings; false where some are still to be counted. */
  readonly catchUp: () => Promise<boolean>;
  /** The day on which enterprises are at work. */ readonly today: string;
  /** Where the site stands, for the text that goes to a chat group. */ readonly site: string;
};

/** Notices, and enterprises, on a page. */
const perPage = { notices: 20, firms: 50 } as const;

const codes = (list: readonly string[]): string => (list.length === 0 ? '' : `,${list.join(',')},`);

/** The areas that count for somebody: a liaison officer's own alone, and none where they have none. */
const areasFor = ({ areas }: MustRead, staff: Staff): string => {
  if (staff.role !== 'liaison') return codes(areas);
  return `,${staff.areas.filter(area => areas.length === 0 || areas.includes(area)).join(',')},`;
};

const addressed = (notice: MustRead, staff: Staff, day: string): Addressed => ({
  notice: notice.notice,
  version: notice.version,
  areas: areasFor(notice, staff),
  lines: codes(notice.lines),
  day,
});

const toWhom = ({ areas, lines }: MustRead, front: Front, lang: Ask['lang']): string => {
  const line = (code: string) => front.tables.lines.find(one => one.code === code)?.name[lang] ?? code;
  const names = [...areas.map(code => areaName(front, code, lang)), ...lines.map(line)];
  return names.length === 0
    ? words.all[lang]
    : say(words.to, lang, { names: names.join(lang === 'en' ? ', ' : '、') });
};

const lineOf = async (
  ask: Ask,
  front: Front,
  { staff }: SignedIn,
  { store, today }: Noticed,
  notice: MustRead,
): Promise<NoticeLine> => {
  const { open, filed, said } = await store.readTotals(addressed(notice, staff, today));
  return {
    ...notice,
    open,
    filed,
    // Of those whom it is not for, a liaison officer of some areas can say nothing.
    others: staff.role === 'liaison' ? 0 : said - open.read,
    to: toWhom(notice, front, ask.lang),
    isOver: notice.until !== '' && notice.until < front.today(),
  };
};

/** Notices that are to be confirmed, the newest first, and how many have. */
export const noticesPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  noticed: Noticed,
): Promise<Response> => {
  const { lang, url } = ask;
  const isWhole = await noticed.catchUp();
  const all = await front.mustRead();
  const asked = url.searchParams.get('after') ?? '';
  const from = all.findIndex(({ notice }) => notice === asked) + 1;
  const shown = all.slice(from, from + perPage.notices);
  const view = noticesView({
    lang,
    rows: await Promise.all(shown.map(notice => lineOf(ask, front, signed, noticed, notice))),
    next: from + perPage.notices < all.length ? (shown.at(-1)?.notice ?? '') : '',
    isOwn: signed.staff.role === 'liaison',
    isWhole,
    day: noticed.today,
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'notices' });
};

const chatOf = (line: NoticeLine, { site }: Noticed, lang: Ask['lang']): string =>
  say(words.chatText, lang, {
    title: line.title,
    url: new URL(`/notices/${line.notice}/`, site).href,
    until:
      line.until === ''
        ? words.chatSoon[lang]
        : say(words.chatUntil, lang, { date: dateIn(line.until, lang) }),
    read: line.open.read,
    rest: line.open.addressed - line.open.read,
  });

/** One notice: how many have read it, the text for the group, and who has not. */
export const noticePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  noticed: Noticed,
): Promise<Response> => {
  const { lang, url } = ask;
  const asked = url.pathname.split('/').at(-2) ?? '';
  const notice = (await front.mustRead()).find(one => one.notice === asked);
  if (!notice) return notFound(ask, signed);
  const isWhole = await noticed.catchUp();
  const after = /^[\w.-]{1,90}$/.exec(url.searchParams.get('after') ?? '')?.[0] ?? null;
  const [line, { rows, next }] = await Promise.all([
    lineOf(ask, front, signed, noticed, notice),
    noticed.store.unreadPage({
      ...addressed(notice, signed.staff, noticed.today),
      after,
      limit: perPage.firms,
    }),
  ]);
  const view = noticeView({
    lang,
    line,
    isOwn: signed.staff.role === 'liaison',
    isWhole,
    day: noticed.today,
    chat: chatOf(line, noticed, lang),
    firms: rows.map(row => ({
      number: row.number,
      shown: front.showNumber(row.number),
      enterprise: row.enterprise || front.showNumber(row.number),
      area: areaName(front, row.area, lang),
    })),
    next: next ?? '',
  });
  return deskPage(ask, 200, notice.title, view, { ...signed, here: 'notices' });
};
