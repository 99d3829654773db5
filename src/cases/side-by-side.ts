import type { PartRow } from '#src/cases/desk-store.ts';
import { type Facts, refuse } from '#src/cases/facts.ts';
import { isReview } from '#src/cases/parts.ts';
import type { EventRow } from '#src/cases/store.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';

const isOpen = (part: PartRow, now: string): boolean => part.state === 'asked' && part.due >= now;
const isSilent = (part: PartRow, now: string): boolean => part.state === 'asked' && part.due < now;

/** The one answer to a review waits until every department has spoken, or its time has passed (并联：只出一个答复). */
export const allHeard = ({ row, parts, at }: Facts): Rule | null =>
  refuse(
    isReview(row) && row.state !== 'answered' && parts.some(part => isOpen(part, at.toISOString())),
    'parts-open',
  );

/** Who let the time pass, for the record of the answer: departments' codes; nothing where all spoke. */
export const silentIn = ({ row, parts, at }: Facts): { readonly silent?: readonly string[] } => {
  const now = at.toISOString();
  const silent = parts.filter(part => isSilent(part, now)).map(part => part.department);
  return isReview(row) && silent.length > 0 ? { silent } : {};
};

/** Whether the enterprise is at work: what is only filed opens at once, an application by notice; a suspension ends it. */
export const isAtWork = ({ row, events }: Pick<Facts, 'row' | 'events'>): boolean => {
  const { mode } = JSON.parse(row.routing) as { readonly mode?: string };
  const turn = events.findLast(event => event.kind === 'cleared' || event.kind === 'suspended');
  return turn ? turn.kind === 'cleared' : mode === 'filed';
};

/** A position that stands against opening. Who is asked anew has none until the department speaks again. */
export const isAgainstOpening = ({ state, position }: PartRow): boolean =>
  state === 'answered' && (position === 'object' || position === 'rectify');

/** How much the newest check of the site found wrong; 0 where there was none. */
export const faultsFound = (events: readonly EventRow[]): number => {
  const event = events.findLast(one => one.kind === 'checked');
  return event ? (JSON.parse(event.data) as { readonly faults: number }).faults : 0;
};
