import type { BedKind, BedResult, BedStore, Stay } from '#src/beds/store.ts';
import type { Append, Appended } from '#src/cases/store.ts';
import { changes, type Program, row, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type BedWrites = Pick<BedStore, 'addSite' | 'changeSite' | 'reserveBeds' | 'moveBeds'>;
type Kind = keyof BedWrites;
type Of<K extends Kind> = Parameters<BedWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<BedWrites[K]>>;
export type BedCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

type AppendTo = (command: Append) => Program<Appended>;

const mark = 'beds';

/** Takes the register until the transaction ends: what is looked at from here on stands still. Gives back the newest movement's number. */
function* takeBeds(): Program<number> {
  return (yield* row('markLedger', { name: mark, by: 0 }))?.seq ?? 0;
}

/** Whether every case still is where its event begins; they stay there until the transaction ends. */
function* areStill(appends: readonly Append[]): Program<boolean> {
  const held = appends.map(({ caseId, head }) => statement('holdCase', { caseId, head }));
  return held.length === 0 || !(yield* changes(...held)).includes(0);
}

/** What was looked at under the register's mark cannot change: a statement that finds no room all the same must leave no trace. */
function* mustChange(...sent: readonly Statement[]): Program<void> {
  if ((yield* changes(...sent)).includes(0)) throw new Error('The beds changed under their own mark.');
}

function* tellCases(appends: readonly Append[], append: AppendTo): Program<void> {
  for (const one of appends) {
    const added = yield* append(one);
    if (added.tag !== 'stored') throw new Error(`A case that was held is ${added.tag}.`);
  }
}

function* addSite(site: Of<'addSite'>): Program<boolean> {
  const [added] = yield* changes(statement('insertSite', site));
  return added === 1;
}

function* changeSite(command: Of<'changeSite'>): Program<BedResult> {
  yield* takeBeds();
  const site = yield* row('bedSiteById', { id: command.id });
  if (!site || site.reserved + site.resident > command.capacity) return { tag: 'short' };
  const [changed] = yield* changes(statement('setSite', command));
  return { tag: changed === 0 ? 'stale' : 'stored' };
}

function* reserveBeds({ stay, at, actor, appends }: Of<'reserveBeds'>, append: AppendTo): Program<BedResult> {
  const seq = yield* takeBeds();
  if (yield* row('stayById', { id: stay.id })) return { tag: 'again' };
  const { siteId, persons } = stay;
  const site = yield* row('bedSiteById', { id: siteId });
  const isFull = site?.state !== 'open' || site.reserved + site.resident + persons > site.capacity;
  if (isFull) return { tag: 'short' };
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  const moved = { seq: seq + 1, at, actor, kind: 'reserved', siteId, stayId: stay.id, persons } as const;
  yield* mustChange(
    statement('takeBeds', { id: siteId, by: persons }),
    statement('insertStay', stay),
    statement('insertBedMovement', { ...moved, day: stay.fromDay }),
  );
  yield* row('markLedger', { name: mark, by: 1 });
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

/** How many of a stay an act may move: who lives there can leave, who was expected can come or be given up. */
const openTo = (stay: Stay, kind: Exclude<BedKind, 'reserved'>): number =>
  kind === 'out' ? stay.arrived - stay.departed : stay.persons - stay.arrived - stay.cancelled;

function* moveBeds(command: Of<'moveBeds'>, append: AppendTo): Program<BedResult> {
  const { stayId, kind, persons, day, at, actor, appends } = command;
  const seq = yield* takeBeds();
  const stay: Stay | null = yield* row('stayById', { id: stayId });
  if (!stay || persons > openTo(stay, kind)) return { tag: 'short' };
  // The page was drawn when another number was open: somebody was faster, or it was sent twice.
  if (command.open !== openTo(stay, kind) || !(yield* areStill(appends))) return { tag: 'stale' };
  const of = (wanted: typeof kind) => (kind === wanted ? persons : 0);
  const moved = { seq: seq + 1, at, actor, kind, siteId: stay.siteId, stayId, persons, day };
  yield* mustChange(
    statement('shiftStay', {
      id: stayId,
      arrived: of('in'),
      departed: of('out'),
      cancelled: of('cancelled'),
    }),
    statement('shiftSite', {
      id: stay.siteId,
      reserved: -of('in') - of('cancelled'),
      resident: of('in') - of('out'),
      arrived: of('in'),
    }),
    statement('insertBedMovement', moved),
  );
  yield* row('markLedger', { name: mark, by: 1 });
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

const kinds = {
  addSite: true,
  changeSite: true,
  reserveBeds: true,
  moveBeds: true,
} as const satisfies Record<Kind, true>;

const is = (command: { readonly kind: string }): command is BedCommand => Object.hasOwn(kinds, command.kind);

/** The program of a command of the register; `append` adds an event to a case in the same transaction. */
const program = (command: BedCommand, append: AppendTo): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'addSite':
      return addSite(command.of);
    case 'changeSite':
      return changeSite(command.of);
    case 'reserveBeds':
      return reserveBeds(command.of, append);
    case 'moveBeds':
      return moveBeds(command.of, append);
  }
};

/** What each reads before it writes. */
const touched = (command: BedCommand): readonly string[] => {
  const appends = 'appends' in command.of ? command.of.appends : [];
  return ['beds', ...appends.map(one => `case ${one.caseId}`)];
};

/** The register's commands, for the table of all commands. */
export const beds = { is, program, touched };
