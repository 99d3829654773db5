import type { DeskCase } from '#src/cases/desk-case.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deedWords } from '#src/i18n/desk-deeds.ts';
import type { TrayStore } from '#src/staff/tray.ts';
import type { DeedName } from '#src/views/desk/deed-fields.ts';
import { doneView } from '#src/views/desk/deeds.ts';
import { casePage } from './case.ts';
import { deedAsked } from './deed.ts';
import { caseNumber } from './files.ts';
import type { Told } from './found.ts';
import { looking } from './looks.ts';
import { carryOut, type Hands, onward, toldOf } from './outcome.ts';
import { notFound, scopeOf, within } from './seat.ts';
import type { SignedIn } from './session.ts';

/** What a case's page needs: who asks, and what the work on cases does for it. */
export type Work = Hands & {
  readonly front: Front;
  readonly signed: SignedIn;
  readonly look: (number: string) => Promise<DeskCase | null>;
  readonly tray: TrayStore;
  readonly now: Date;
};

/** What was recorded a moment ago, as the address says. */
const doneOf = ({ url, lang }: Ask): Told => {
  const done = url.searchParams.get('done') ?? '';
  return Object.hasOwn(deedWords, done) ? { view: doneView(lang, done as DeedName) } : {};
};

/** A case's page; a deed that came with the request is done first. What is not theirs is not there. */
export const work = async (ask: Ask, hands: Work): Promise<Response> => {
  const { front, signed, tray, now } = hands;
  const at = await within(hands.store, front, signed, caseNumber(ask));
  if (!at) return notFound(ask, signed);
  const asked = ask.request.method === 'POST' ? await deedAsked(ask, front, signed) : null;
  if (asked instanceof Response) return asked;
  const came = asked ? await carryOut(hands, front, signed, at, asked) : null;
  const on = onward(ask, at, asked, came);
  if (on) return on;
  const desk = await hands.look(at.row.number);
  if (!desk) return notFound(ask, signed);
  const [files, watching, liaison] = await Promise.all([
    front.attachments.of(at.row.id),
    looking(tray, signed, at.row.id, now),
    front.desk.roster.officerOf(at.row),
  ]);
  const found = { desk, scope: scopeOf(desk.case, desk.parts), files, watching, liaison };
  const told = asked ? await toldOf(ask, front, found, asked, came, now) : doneOf(ask);
  return casePage(ask, front, signed, found, now, told);
};
