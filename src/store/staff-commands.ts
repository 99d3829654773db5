import type { StaffEventRow, StaffRow, StaffStore } from '#src/staff/store.ts';
import { mustBePage } from '#src/store/page.ts';
import { changes, type Program, rows, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type StaffWrites = Pick<
  StaffStore,
  | 'addStaff'
  | 'putStaff'
  | 'openSession'
  | 'touchSession'
  | 'endSession'
  | 'addCredential'
  | 'useCredential'
  | 'dropCredential'
  | 'noteStaff'
>;
type Kind = keyof StaffWrites;
type Of<K extends Kind> = Parameters<StaffWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<StaffWrites[K]>>;
export type StaffCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

const noted = (event: StaffEventRow | null): readonly Statement[] =>
  event ? [statement('insertStaffEvent', event)] : [];

/** The first decides: where it changes no row, nothing else is done. */
function* decided(first: Statement, then: readonly Statement[]): Program<boolean> {
  const [changed = 0] = yield* changes(first);
  if (changed === 0) return false;
  if (then.length > 0) yield* changes(...then);
  return true;
}

const putStaff = ({ row, was, ends, except, event }: Of<'putStaff'>): Program<boolean> => {
  const { login: _, createdAt: __, ...set } = row;
  const staffId = row.id;
  return decided(statement('updateStaff', { ...set, was }), [
    ...(ends === 'nothing' ? [] : [statement('dropSessionsBut', { staffId, except })]),
    ...(ends === 'all' ? [statement('dropCredentialsOf', { staffId })] : []),
    ...noted(event),
  ]);
};

function* openSession({ row, replaces, event }: Of<'openSession'>): Program<void> {
  const { staffId } = row;
  const dropped = replaces === '' ? [] : [statement('dropSession', { hash: replaces, staffId })];
  yield* changes(...dropped, statement('insertSession', row), ...noted(event));
}

function* sent(...statements: readonly Statement[]): Program<void> {
  yield* changes(...statements);
}

export const staffProgram = (command: StaffCommand): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'addStaff':
      return decided(statement('insertStaff', command.of.row), noted(command.of.event));
    case 'putStaff':
      return putStaff(command.of);
    case 'openSession':
      return openSession(command.of);
    case 'touchSession':
      return sent(statement('touchSession', command.of));
    case 'endSession': {
      const { event, ...session } = command.of;
      return decided(statement('dropSession', session), noted(event));
    }
    case 'addCredential':
      return decided(statement('insertCredential', command.of.row), noted(command.of.event));
    case 'useCredential':
      return decided(statement('useCredential', command.of), []);
    case 'dropCredential': {
      const { event, ...credential } = command.of;
      return decided(statement('dropCredential', credential), noted(event));
    }
    case 'noteStaff':
      return sent(...noted(command.of.event));
  }
};

const kinds = {
  addStaff: true,
  putStaff: true,
  openSession: true,
  touchSession: true,
  endSession: true,
  addCredential: true,
  useCredential: true,
  dropCredential: true,
  noteStaff: true,
} as const satisfies Record<Kind, true>;

export const isStaffCommand = (command: { readonly kind: string }): command is StaffCommand =>
  Object.hasOwn(kinds, command.kind);

/** What each reads before it writes: see `touched`. */
export const staffTouched = (command: StaffCommand): readonly string[] => {
  switch (command.kind) {
    case 'addStaff':
      return ['staff'];
    case 'putStaff':
      return [`staff ${command.of.row.id}`];
    case 'openSession':
    case 'addCredential':
      return [`staff ${command.of.row.staffId}`];
    case 'endSession':
    case 'dropCredential':
      return [`staff ${command.of.staffId}`];
    case 'touchSession':
      return [`session ${command.of.hash}`];
    case 'useCredential':
      return [`credential ${command.of.id}`];
    case 'noteStaff':
      return [];
  }
};

type Query<K extends keyof StaffStore> = Parameters<StaffStore[K]>[0];

export function* staffPage(query: Query<'staffPage'>): Program<readonly StaffRow[]> {
  mustBePage(query.limit);
  return yield* rows('staffPage', query);
}

/** Sorts after every id of an event: those begin with a year. */
const newest = '9999';

export function* staffEvents({
  subject,
  before,
  limit,
}: Query<'staffEvents'>): Program<readonly StaffEventRow[]> {
  mustBePage(limit);
  const page = { before: before || newest, limit };
  return subject === ''
    ? yield* rows('staffEventsBefore', page)
    : yield* rows('staffEventsOf', { subject, ...page });
}
