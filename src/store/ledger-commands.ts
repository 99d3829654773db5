import type { Append, Appended } from '#src/cases/store.ts';
import type { AllocationRow, LedgerResult, LedgerStore, MovementRow } from '#src/ledger/store.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';
import type { RowOf } from '#src/store/queries.ts';

/** The port's writes as data, like those of cases. */
export type LedgerWrites = Pick<
  LedgerStore,
  'keepNeeds' | 'addLot' | 'bookLots' | 'allocate' | 'settle' | 'writeOff' | 'noteUnmet'
>;
type Kind = keyof LedgerWrites;
type Of<K extends Kind> = Parameters<LedgerWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<LedgerWrites[K]>>;
export type LedgerCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

/** How an event is added to a case: the cases' own program. */
type AppendTo = (command: Append) => Program<Appended>;

const mark = 'movements';

/** Takes the ledger until the transaction ends: what is looked at from here on stands still. Gives back the newest movement's number. */
function* takeLedger(): Program<number> {
  return (yield* row('markLedger', { name: mark, by: 0 }))?.seq ?? 0;
}

type Moved = Omit<MovementRow, 'seq'>;

const numbered = (seq: number, moved: readonly Moved[]): readonly Statement[] => [
  ...moved.map((one, index) => statement('insertMovement', { ...one, seq: seq + index + 1 })),
  statement('markLedger', { name: mark, by: moved.length }),
];

/** Whether every case still is where its event begins; they stay there until the transaction ends. */
function* areStill(appends: readonly Append[]): Program<boolean> {
  const held = appends.map(({ caseId, head }) => statement('holdCase', { caseId, head }));
  return held.length === 0 || !(yield* changes(...held)).includes(0);
}

/** What was looked at under the ledger's mark cannot change: a statement that finds no room all the same must leave no trace. */
function* mustChange(sent: readonly Statement[]): Program<void> {
  if (sent.length > 0 && (yield* changes(...sent)).includes(0))
    throw new Error('The ledger changed under its own mark.');
}

function* tellCases(appends: readonly Append[], append: AppendTo): Program<void> {
  for (const one of appends) {
    const added = yield* append(one);
    if (added.tag !== 'stored') throw new Error(`A case that was held is ${added.tag}.`);
  }
}

function* keepNeeds({ caseId, head, needs }: Of<'keepNeeds'>): Program<boolean> {
  const [marked] = yield* changes(statement('markLedgered', { caseId, head }));
  if (marked === 0) return false;
  const ids = new Set(needs.map(need => need.id));
  const gone = (yield* rows('needsOfCase', { caseId })).filter(need => !ids.has(need.id));
  const sent = [
    ...needs.map(need => statement('putNeed', need)),
    ...gone.map(({ id }) => statement('endNeed', { id })),
  ];
  if (sent.length > 0) yield* changes(...sent);
  return true;
}

function* addLot(lot: Of<'addLot'>): Program<boolean> {
  const seq = yield* takeLedger();
  const [added] = yield* changes(statement('insertLot', lot));
  if (added === 0) return false;
  const { at, actor, id: lotId, quantity } = lot;
  const moved = {
    at,
    actor,
    kind: 'received',
    lotId,
    needId: '',
    allocationId: '',
    quantity,
    reason: '',
  } as const;
  yield* changes(...numbered(seq, [moved]));
  return true;
}

function* bookLots({ lots, appends }: Of<'bookLots'>, append: AppendTo): Program<LedgerResult> {
  yield* takeLedger();
  for (const { id } of lots) if (yield* row('lotById', { id })) return { tag: 'again' };
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  for (const lot of lots) yield* addLot(lot);
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

/** Sums by an id. */
const sums = (pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  for (const [id, quantity] of pairs) all.set(id, (all.get(id) ?? 0) + quantity);
  return all;
};

/** The first lot or need that has no room for what is asked of it; null where all have. */
function* shortOf({ lines }: Of<'allocate'>): Program<string | null> {
  const lots = [...sums(lines.map(line => [line.lotId, line.quantity]))];
  const needs = [...sums(lines.map(line => [line.needId, line.quantity]))];
  const results = yield [
    ...lots.map(([id]) => statement('lotById', { id })),
    ...needs.map(([id]) => statement('needById', { id })),
  ];
  const noLot = lots.find(([, by], index) => {
    const [lot] = (results[index]?.rows ?? []) as readonly RowOf<'lotById'>[];
    return !lot || lot.committed + lot.delivered + lot.lost + by > lot.quantity;
  });
  const noNeed = needs.find(([, by], index) => {
    const [need] = (results[lots.length + index]?.rows ?? []) as readonly RowOf<'needById'>[];
    if (need?.state !== 'open') return true;
    return need.asked !== null && need.committed + need.delivered + by > need.asked;
  });
  return noLot?.[0] ?? noNeed?.[0] ?? null;
}

function* allocate(command: Of<'allocate'>, append: AppendTo): Program<LedgerResult> {
  const { batch, lines, at, actor, appends } = command;
  const seq = yield* takeLedger();
  if ((yield* rows('allocationsOfBatch', { batch })).length > 0) return { tag: 'again' };
  const short = yield* shortOf(command);
  if (short !== null) return { tag: 'short', id: short };
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  yield* mustChange([
    ...[...sums(lines.map(line => [line.lotId, line.quantity]))].map(([id, by]) =>
      statement('takeOfLot', { id, by }),
    ),
    ...[...sums(lines.map(line => [line.needId, line.quantity]))].map(([id, by]) =>
      statement('takeForNeed', { id, by }),
    ),
  ]);
  const moved = lines.map(({ id, lotId, needId, quantity }): Moved => {
    return { at, actor, kind: 'committed', lotId, needId, allocationId: id, quantity, reason: '' };
  });
  yield* changes(
    ...lines.map(line => statement('insertAllocation', { ...line, batch, at, actor })),
    ...numbered(seq, moved),
  );
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

type Act = Of<'settle'>['acts'][number];

/** How much of an allocation is open to an act. */
const roomFor = (row: AllocationRow, kind: Act['kind']): number =>
  kind === 'returned' ? row.delivered - row.returned : row.quantity - row.delivered - row.cancelled;

/** What an act makes of lot and need: cancelled goods are free again, delivered ones are promised no longer, returned ones lie there. */
const shiftOf = ({ kind, quantity }: Act): { readonly committed: number; readonly delivered: number } => ({
  committed: kind === 'returned' ? 0 : -quantity,
  delivered: kind === 'delivered' ? quantity : kind === 'returned' ? -quantity : 0,
});

const settled = (act: Act, { lotId, needId }: AllocationRow): readonly Statement[] => {
  const { kind, allocationId: id, quantity } = act;
  const of = (wanted: Act['kind']) => (kind === wanted ? quantity : 0);
  const shift = shiftOf(act);
  return [
    statement('shiftAllocation', {
      id,
      delivered: of('delivered'),
      cancelled: of('cancelled'),
      returned: of('returned'),
    }),
    statement('shiftLot', { id: lotId, ...shift }),
    statement('shiftNeed', { id: needId, ...shift }),
  ];
};

function* settle({ acts, at, actor, appends }: Of<'settle'>, append: AppendTo): Program<LedgerResult> {
  const seq = yield* takeLedger();
  const found = yield acts.map(({ allocationId: id }) => statement('allocationById', { id }));
  const ids = acts.map(act => act.allocationId);
  const pairs: (readonly [Act, AllocationRow])[] = [];
  for (const [index, act] of acts.entries()) {
    const [allocation] = (found[index]?.rows ?? []) as readonly AllocationRow[];
    const isTwice = ids.indexOf(act.allocationId) !== index;
    if (!allocation || isTwice || act.quantity > roomFor(allocation, act.kind))
      return { tag: 'short', id: act.allocationId };
    pairs.push([act, allocation]);
  }
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  yield* mustChange(pairs.flatMap(([act, allocation]) => settled(act, allocation)));
  const moved = pairs.map(([{ kind, quantity }, { id: allocationId, lotId, needId }]): Moved => {
    return { at, actor, kind, lotId, needId, allocationId, quantity, reason: '' };
  });
  yield* changes(...numbered(seq, moved));
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

function* writeOff({ lotId, quantity, reason, at, actor }: Of<'writeOff'>): Program<LedgerResult> {
  const seq = yield* takeLedger();
  const [lost] = yield* changes(statement('loseOfLot', { id: lotId, by: quantity }));
  if (lost === 0) return { tag: 'short', id: lotId };
  const moved = {
    at,
    actor,
    kind: 'written-off',
    lotId,
    needId: '',
    allocationId: '',
    quantity,
    reason,
  } as const;
  yield* changes(...numbered(seq, [moved]));
  return { tag: 'stored' };
}

function* noteUnmet(
  { needId, reason, at, appends }: Of<'noteUnmet'>,
  append: AppendTo,
): Program<LedgerResult> {
  yield* takeLedger();
  const need = yield* row('needById', { id: needId });
  if (need?.state !== 'open') return { tag: 'short', id: needId };
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  yield* changes(statement('setReason', { id: needId, reason, at }));
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

const kinds = {
  keepNeeds: true,
  addLot: true,
  bookLots: true,
  allocate: true,
  settle: true,
  writeOff: true,
  noteUnmet: true,
} as const satisfies Record<Kind, true>;

const is = (command: { readonly kind: string }): command is LedgerCommand =>
  Object.hasOwn(kinds, command.kind);

/** The program of a command of the ledger; `append` adds an event to a case in the same transaction. */
const program = (command: LedgerCommand, append: AppendTo): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'keepNeeds':
      return keepNeeds(command.of);
    case 'addLot':
      return addLot(command.of);
    case 'bookLots':
      return bookLots(command.of, append);
    case 'allocate':
      return allocate(command.of, append);
    case 'settle':
      return settle(command.of, append);
    case 'writeOff':
      return writeOff(command.of);
    case 'noteUnmet':
      return noteUnmet(command.of, append);
  }
};

/** What each reads before it writes: see `touched`. */
const touched = (command: LedgerCommand): readonly string[] => {
  if (command.kind === 'keepNeeds') return ['ledger', `case ${command.of.caseId}`];
  const appends = 'appends' in command.of ? command.of.appends : [];
  return ['ledger', ...appends.map(one => `case ${one.caseId}`)];
};

/** The ledger's commands, for the table of all commands. */
export const ledger = { is, program, touched };
