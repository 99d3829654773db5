import type { Deed, DeedResult } from '#src/cases/deed.ts';
import type { openFields } from '#src/cases/desk-case.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { deskRules, type Rule } from '#src/i18n/desk-rules.ts';
import type { Scope } from '#src/staff/staff.ts';
import { staleView } from '#src/views/desk/case.ts';
import { newPinView } from '#src/views/desk/deeds.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { nothing } from '#src/views/html.ts';
import type { DeedAsked } from './deed.ts';
import type { Found, Told } from './found.ts';
import { deskWay } from './frame.ts';
import { type Names, namesOf } from './rows.ts';
import { saidOf } from './said.ts';
import { type Within, within } from './seat.ts';
import type { SignedIn } from './session.ts';

type Opened = Awaited<ReturnType<typeof openFields>>;
/** What came of a deed; `role`: theirs does not allow it. */
export type Came = DeedResult | Extract<Opened, { tag: 'opened' }> | { readonly tag: 'role' };

/** What the work on cases does, handed in by the function. */
export type Hands = {
  readonly store: Pick<CaseStore, 'caseByNumber' | 'parts'>;
  readonly mayDo: (deed: Deed, scope: Scope) => boolean;
  readonly perform: (number: string, head: number, deed: Deed) => Promise<DeedResult>;
  readonly open: (number: string, reason: string) => Promise<Opened>;
};

/** The number of another case as it was typed: with dashes, blanks, in wide digits. */
const digits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '');

/** Does what was asked where the role allows it. A case is only merged into one that is within reach, too. */
export const carryOut = async (
  hands: Hands,
  front: Front,
  signed: SignedIn,
  { row, scope }: Within,
  { deed, head }: DeedAsked,
): Promise<Came | null> => {
  if (!deed) return null;
  if (!hands.mayDo(deed, scope)) return { tag: 'role' };
  if (deed.deed === 'open') return hands.open(row.number, deed.reason);
  if (deed.deed === 'merge' && !(await within(hands.store, front, signed, digits(deed.into))))
    return { tag: 'forbidden', rule: 'merge-into' };
  return hands.perform(row.number, head, deed);
};

/** The rule that forbids a deed, in words. */
export const ruleIn = (rule: string, lang: Ask['lang']): string => deskRules[rule as Rule]?.[lang] ?? rule;

/** Where a page goes on after a deed; null where the case's page itself says what came of it. */
export const onward = (
  ask: Ask,
  { row }: Within,
  asked: DeedAsked | null,
  came: Came | null,
): Response | null => {
  if (!asked || came?.tag !== 'done' || came.pin) return null;
  const query = new URLSearchParams({ done: asked.name }).toString();
  return deskWay(
    ask,
    asked.to === 'held' ? `/desk/held/?${query}#done` : `/desk/cases/${row.number}/?${query}#done`,
  );
};

/** Others looked at the names of everybody who did something since. */
const staleTold = (ask: Ask, front: Front, { desk }: Found, head: number, now: Date, names: Names) => {
  const since = desk.events.filter(({ seq }) => seq > head);
  return staleView(
    ask.lang,
    now,
    since.map(event => saidOf(ask, { front, names, now }, event)),
  );
};

/** What the case's page says of a deed that was asked: a new password, what was opened, or why nothing was done, with what was typed. */
export const toldOf = async (
  ask: Ask,
  front: Front,
  found: Found,
  asked: DeedAsked | null,
  came: Came | null,
  now: Date,
): Promise<Told> => {
  if (!asked) return {};
  const { lang } = ask;
  const kept = { deed: asked.name, typed: asked.typed };
  switch (came?.tag) {
    case undefined: {
      const { find } = asked.typed.values;
      const looked = typeof find === 'string' && find.trim() !== '' ? await front.find(find) : undefined;
      return { ...kept, looked, status: Object.keys(asked.typed.problems).length > 0 ? 422 : 200 };
    }
    case 'opened':
      return { answers: came.answers, head: came.head };
    case 'done':
      return { view: came.pin ? newPinView(lang, came.pin) : nothing };
    case 'stale': {
      const names = await namesOf(
        front,
        found.desk.events.map(({ actor }) => actor),
      );
      return { ...kept, status: 409, view: staleTold(ask, front, found, asked.head, now, names) };
    }
    case 'forbidden':
      return { ...kept, status: 422, view: noticeView(ruleIn(came.rule, lang)) };
    case 'role':
      return { ...kept, status: 403, view: noticeView(deskWords.denied[lang], deskWords.deniedText[lang]) };
    default:
      return { ...kept, status: 404, view: noticeView(deskWords.unknownTitle[lang]) };
  }
};
