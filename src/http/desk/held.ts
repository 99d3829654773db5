import type { QueueRow } from '#src/cases/queue.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { caseWords as words } from '#src/i18n/desk-case.ts';
import { doneView } from '#src/views/desk/deeds.ts';
import { heldView } from '#src/views/desk/held.ts';
import { nothing, type View } from '#src/views/html.ts';
import { heldReasons } from './facts.ts';
import { deskPage } from './frame.ts';
import { enterpriseOf, formTitle } from './rows.ts';
import type { SignedIn } from './session.ts';

/** Cases on one page: each with what can be done to it. */
export const heldSize = 20;

/** What was recorded a moment ago, as the address says. */
const doneIn = ({ url, lang }: Ask): View => {
  const done = url.searchParams.get('done');
  return done === 'release' || done === 'close' ? doneView(lang, done) : nothing;
};

/** The submissions that wait to be checked. */
export const heldPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  store: Pick<CaseStore, 'caseByNumber'>,
  page: { readonly rows: readonly QueueRow[]; readonly next: string | null },
  now: Date,
): Promise<Response> => {
  const { lang } = ask;
  const heads = await Promise.all(page.rows.map(({ number }) => store.caseByNumber(number)));
  const view = heldView({
    lang,
    csrf: signed.csrf,
    now,
    next: page.next ?? '',
    told: doneIn(ask),
    mayDecide: front.desk.may(signed.staff, 'release'),
    rows: page.rows.map((row, index) => ({
      number: row.number,
      shown: front.showNumber(row.number),
      head: heads[index]?.head ?? 0,
      enterprise: enterpriseOf(row, lang),
      form: formTitle(front, row.form, lang),
      receivedAt: row.receivedAt,
      reasons: heldReasons(row.heldFor, lang),
      handler: front.department(row.handler)[lang],
    })),
  });
  return deskPage(ask, 200, words.held[lang], view, { ...signed, here: 'held' });
};
