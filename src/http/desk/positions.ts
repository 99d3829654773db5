import type { DeskCase } from '#src/cases/desk-case.ts';
import type { PartRow } from '#src/cases/desk-store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { positionWords } from '#src/i18n/desk-deeds.ts';
import { besideView, type Position, type SiteVisit } from '#src/views/desk/positions.ts';
import type { View } from '#src/views/html.ts';
import type { Found } from './found.ts';
import { isRunning, type Names } from './rows.ts';
import type { SignedIn } from './session.ts';
import { visitScope } from './visits.ts';

const toneOf = ({ state, position, due }: PartRow, now: string): Position['tone'] => {
  if (state === 'asked') return due < now ? 'silent' : 'open';
  if (position === '') return 'none';
  return position === 'object' || position === 'rectify' || position === 'cannot' ? 'against' : 'for';
};

/** What a department wrote with its newest position. */
const reasonOf = ({ events }: DeskCase, department: string): string =>
  events.findLast(({ kind, data }) => kind === 'assist-answered' && data.department === department)?.text ??
  '';

type Made = { readonly names: Names; readonly now: Date };

const positionsOf = (front: Front, { desk }: Found, { names, now }: Made, lang: Ask['lang']) =>
  desk.isReview
    ? desk.parts
        .map(part => ({
          department: front.department(part.department)[lang],
          tone: toneOf(part, now.toISOString()),
          position: part.position === '' ? '' : positionWords[part.position][lang],
          reason: reasonOf(desk, part.department),
          who: names.get(part.officer) ?? part.officer,
          at: part.state === 'asked' ? part.due : part.at,
        }))
        // Who leads now, or is no longer concerned, need not speak.
        .filter(one => one.tone !== 'none')
    : [];

const visitsOf = (front: Front, { staff }: SignedIn, { desk }: Found, lang: Ask['lang']) =>
  desk.visits.map(
    (visit): SiteVisit => ({
      id: visit.id,
      purpose: visit.purpose,
      department: front.department(visit.department)[lang],
      state: visit.state,
      at: visit.state === 'done' ? visit.visitedAt : visit.due,
      faults: visit.faults,
      open: front.desk.may(staff, 'see-visit', visitScope(visit)),
    }),
  );

/** Positions of a review side by side, and the visits of its site, as a case's page shows them. */
export const besideOf = (ask: Ask, front: Front, signed: SignedIn, found: Found, made: Made): View =>
  besideView({
    lang: ask.lang,
    now: made.now,
    lead: front.department(found.desk.case.handler)[ask.lang],
    running: isRunning(found.desk.case),
    positions: positionsOf(front, found, made, ask.lang),
    visits: visitsOf(front, signed, found, ask.lang),
  });
