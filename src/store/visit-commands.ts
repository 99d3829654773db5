import type { VisitRow, VisitStore } from '#src/cases/visit-store.ts';
import { mustBePage } from '#src/store/page.ts';
import { changes, type Program, row, rows, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type VisitWrites = Pick<VisitStore, 'putVisit' | 'settleVisit'>;
type Kind = keyof VisitWrites;
type Of<K extends Kind> = Parameters<VisitWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<VisitWrites[K]>>;
export type VisitCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

function* putVisit(visit: Of<'putVisit'>): Program<boolean> {
  const [put = 0] = yield* changes(statement('insertVisit', visit));
  return put > 0;
}

function* settleVisit(command: Of<'settleVisit'>): Program<Answer<'settleVisit'>> {
  const [settled = 0] = yield* changes(statement('settleVisit', command));
  if (settled > 0) return { tag: 'stored' };
  return { tag: 'settled', visit: yield* row('visitById', { id: command.id }) };
}

const kinds = { putVisit: true, settleVisit: true } as const satisfies Record<Kind, true>;

export const isVisitCommand = (command: { readonly kind: string }): command is VisitCommand =>
  Object.hasOwn(kinds, command.kind);

export const visitProgram = (command: VisitCommand): Program<Answer<Kind>> =>
  command.kind === 'putVisit' ? putVisit(command.of) : settleVisit(command.of);

/** What each reads before it writes: see `touched`. */
export const visitTouched = (command: VisitCommand): readonly string[] => [`visit ${command.of.id}`];

type Page = Parameters<VisitStore['visitsPage']>[0];

/** A page of visits. */
export const visitsPage = ({ state, after, ...query }: Page): Program<readonly VisitRow[]> => {
  mustBePage(query.limit);
  // Before every time and id; after every one.
  const from = after ?? (state === 'planned' ? { key: '', id: '' } : { key: '9999', id: '' });
  const asked = { ...query, key: from.key, after: from.id };
  return rows(state === 'planned' ? 'visitsPlanned' : 'visitsMade', asked);
};
