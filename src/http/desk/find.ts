import type { LookedUp, LookUp } from '#src/cases/look-up.ts';
import type { QueueRow } from '#src/cases/queue.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { findWords as words } from '#src/i18n/desk-case.ts';
import { shortTime } from '#src/views/desk/clock.ts';
import { type FindPage, findBys, findView } from '#src/views/desk/find.ts';
import { deskPage } from './frame.ts';
import { enterpriseOf, formTitle, stateOf } from './rows.ts';
import { scopeOf } from './seat.ts';
import { readDeskPost, type SignedIn } from './session.ts';

/** So many a page. */
export const findSize = 50;

type Blank = Pick<FindPage, 'by' | 'value'>;
const blank: Blank = { by: 'number', value: '' };

const pageOf = (ask: Ask, { csrf }: SignedIn, more: Partial<FindPage>): FindPage => ({
  lang: ask.lang,
  csrf,
  ...blank,
  problem: '',
  found: null,
  older: '',
  ...more,
});

/** The page before anything was looked up. */
export const findPage = (ask: Ask, signed: SignedIn, more: Partial<FindPage> = {}, status = 200): Response =>
  deskPage(ask, status, words.title[ask.lang], findView(pageOf(ask, signed, more)), {
    ...signed,
    here: 'find',
  });

/** Reads what is looked up, of a post: never from an address, which is kept in logs and histories. */
export const findAsked = async (ask: Ask, signed: SignedIn): Promise<LookUp | Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const by = findBys.find(one => one === post.fields.by) ?? blank.by;
  const value = typeof post.fields.value === 'string' ? post.fields.value.trim().slice(0, 100) : '';
  if (value === '') return findPage(ask, signed, { by, problem: words.value[ask.lang] }, 422);
  const { before } = post.fields;
  const isId = typeof before === 'string' && /^[0-9a-z]{1,60}$/.test(before);
  return { by, value, ...(isId && { before }) };
};

/** What was found: every case by its state and department, a link where this officer may open it. */
export const foundPage = (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { by, value }: LookUp,
  result: LookedUp,
  now: Date,
): Response => {
  if (result.tag === 'wait')
    return findPage(ask, signed, { by, value, problem: words.tooMany[ask.lang] }, 429);
  const { lang } = ask;
  const { may } = front.desk;
  const opens = (row: (typeof result.rows)[number]) => may(signed.staff, 'see-case', scopeOf(row, []));
  // That somebody complained is known to whoever handles it alone.
  const rows = result.rows.filter(row => row.complaint === 0 || opens(row));
  const found = rows.map(row => ({
    number: row.number,
    shown: front.showNumber(row.number),
    enterprise: enterpriseOf(row.complaint === 1 ? { ...row, enterprise: '' } : row, lang),
    form: `${formTitle(front, row.form, lang)} · ${front.department(row.handler)[lang]}`,
    state: stateOf(row as Pick<QueueRow, 'stage' | 'state'>, lang),
    received: shortTime(row.receivedAt, now, lang),
    open: opens(row),
  }));
  return findPage(ask, signed, { by, value, found, older: result.next ?? '' });
};
