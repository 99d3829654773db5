import { randomBytes } from 'node:crypto';
import { dayOf } from '#src/rules/day.ts';
import { foldLogin } from '../accounts.ts';
import { eventOf, newToken, type Room } from '../room.ts';
import type { StaffEventRow } from '../store.ts';
import { type Absence, isOver } from './absences.ts';
import type { Difference } from './compare.ts';
import { absenceRowsOf, coversOf, isOn, type Officer, officerIn, rowOf, standInOn } from './officer.ts';
import { type Beside, editOf, neededBy, type Plan, planOf } from './plan.ts';
import { cellsOf, columns, type Known, required, type Typed, typedIn } from './sheet.ts';
import type { RosterChange } from './store.ts';

/** What events of the roster name as their subject: no login has a colon. */
const subject = 'roster:';
const perPage = 50;
const most = 500;

/** Whom an enterprise may call on a day. */
export type Contact = Pick<Officer, 'name' | 'department' | 'phone'> & {
  /** The name of who is away; '' where it is the officer's own. */ readonly standsInFor: string;
};

/** What somebody looks after on a day. */
export type Charge = Pick<Officer, 'areas' | 'enterprises'>;

/** What of a case decides who its officer is. */
type Of = { readonly area: string; readonly creditCode: string; readonly complaint: number };

/** `stale`: somebody changed the roster since it was looked at, and nothing was done. */
export type Put = 'stored' | 'replayed' | 'stale';
export type Edited =
  | { readonly tag: 'refused'; readonly faults: Plan['faults']; readonly needed: string }
  | { readonly tag: Put; readonly id: string };

/** Who is it for whom, and who stands in: what the desk and the enterprise's page ask. */
export const askingIn = ({ store, keyring, now }: Pick<Room, 'store' | 'keyring' | 'now'>) => {
  const today = (): string => dayOf(now());
  return {
    /**
     * The officer of a case today: the enterprise's own before the area's; who stands in while they are away, an officer on all of these days. Null where there is
     * none, and for a complaint, which may be about them.
     */
    officerOf: async ({ area, creditCode, complaint }: Of): Promise<Contact | null> => {
      if (complaint === 1) return null;
      const day = today();
      const found = await store.officersCovering({ area, creditCode, day });
      const row = found.find(one => one.kind === 'enterprise') ?? found[0];
      if (!row) return null;
      const officer = officerIn(keyring, row);
      const { name, department, phone } = officer;
      const away = standInOn(row, day);
      if (away === null) return { name, department, phone, standsInFor: '' };
      const other = await store.officerById(away);
      if (!other) return null;
      const standIn = officerIn(keyring, other);
      return { name: standIn.name, department: standIn.department, phone: standIn.phone, standsInFor: name };
    },
    /**
     * The account of the officer of an enterprise or area today, or of who stands in for them; '' where there is none, or the
     * officer has no account. The roster's answer to `officerOf`, without a name.
     */
    guideOf: async ({ area, creditCode }: Pick<Of, 'area' | 'creditCode'>): Promise<string> => {
      const day = today();
      const found = await store.officersCovering({ area, creditCode, day });
      const row = found.find(one => one.kind === 'enterprise') ?? found[0];
      if (!row) return '';
      const away = standInOn(row, day);
      return away === null ? row.login : ((await store.officerById(away))?.login ?? '');
    },
    /** What an account looks after today, those in whose place it stands included; null where it is not on the roster. */
    chargeOf: async (login: string): Promise<Charge | null> => {
      const own = await store.officerByLogin(login);
      if (!own) return null;
      const day = today();
      const rows = [
        ...(isOn(own, day) ? [own] : []),
        ...(await store.officersAway({ standIn: own.id, day })),
      ];
      const all = (texts: readonly string[]) => [
        ...new Set(texts.flatMap(one => JSON.parse(one) as string[])),
      ];
      return { areas: all(rows.map(row => row.areas)), enterprises: all(rows.map(row => row.enterprises)) };
    },
  };
};

const counts = ({ added, changed, gone }: Difference): string =>
  `+${added.length} ~${changed.length} -${gone.length}`;

type Reading = ReturnType<typeof readingIn>;

/** The roster as it stands. */
const readingIn = ({ store, keyring }: Pick<Room, 'store' | 'keyring'>) => ({
  all: async (): Promise<readonly Officer[]> => {
    const found: Officer[] = [];
    for (let after = ''; ; ) {
      const rows = await store.rosterPage({ after, limit: most });
      found.push(...rows.map(row => officerIn(keyring, row)));
      after = rows.at(-1)?.id ?? '';
      if (rows.length < most) return found;
    }
  },
  /** One more than a page holds, where another follows. */
  page: async (after: string): Promise<readonly Officer[]> =>
    (await store.rosterPage({ after, limit: perPage + 1 })).map(row => officerIn(keyring, row)),
  one: async (id: string): Promise<Officer | null> => {
    const row = await store.officerById(id);
    return row && officerIn(keyring, row);
  },
  state: () => store.rosterState(),
  /** What was changed of it, the newest first. */
  events: () => store.staffEvents({ subject, before: '', limit: 20 }),
});

/** Which of the logins have an account that is not disabled. */
const accountsOf = async (
  { store }: Pick<Room, 'store'>,
  rows: readonly Typed[],
): Promise<ReadonlySet<string>> => {
  const logins = new Set(rows.map(row => foldLogin(row.login)).filter(Boolean));
  const found = await Promise.all([...logins].map(login => store.staffByLogin(login)));
  return new Set(found.flatMap(row => (row?.state === 'active' ? [row.login] : [])));
};

const changeOf = (one: Officer, before: Officer | undefined): Difference => ({
  added: before ? [] : [one],
  changed: before ? [{ before, after: one, columns: [] }] : [],
  gone: [],
  same: 0,
});

/** What is planned and done to it. `by` is the login of who does it, `was` the version that they looked at. */
const changingIn = (room: Room, { all }: Pick<Reading, 'all'>) => {
  const { store, keyring, now } = room;
  const today = (): string => dayOf(now());

  const beside = async (rows: readonly Typed[], known: Known): Promise<Beside> => {
    const [roster, logins] = await Promise.all([all(), accountsOf(room, rows)]);
    const [at, random] = [now().getTime().toString(36).padStart(9, '0'), randomBytes(6).toString('hex')];
    const newId = (place: number) => `${at}${String(place).padStart(5, '0')}${random}`;
    return { roster, logins, known, today: today(), newId };
  };

  const put = (
    difference: Difference,
    by: string,
    { was, mark, kind }: Pick<RosterChange, 'was' | 'mark'> & Pick<StaffEventRow, 'kind'>,
  ): Promise<Put> => {
    const stand = [...difference.added, ...difference.changed.map(one => one.after)];
    return store.putRoster({
      was,
      mark,
      put: stand.map(one => rowOf(keyring, one)),
      covers: stand.flatMap(coversOf),
      absences: stand.flatMap(absenceRowsOf),
      drop: difference.gone.map(one => one.id),
      event: eventOf(room, kind, { actor: by, subject, detail: counts(difference) }),
    });
  };
  const once = (was: number) => ({ was, mark: newToken(), kind: 'roster-changed' as const });

  return {
    /** What rows of a sheet would make of the roster as it stands. */
    plan: async (rows: readonly Typed[], known: Known): Promise<Plan> =>
      planOf(rows, await beside(rows, known)),
    /** By what a checked sheet is known again: its content, the roster it was compared with, and who checked it. */
    markOf: (content: string, was: number, by: string): string =>
      keyring.hash('roster import', by, String(was), content),
    /** Makes the roster what a plan says, and records who did it. */
    apply: (difference: Difference, by: string, was: number, mark: string): Promise<Put> =>
      put(difference, by, { was, mark, kind: 'roster-imported' }),
    /** Adds an officer (id '') or changes one, if nothing is wrong with it. */
    edit: async (typed: Typed, id: string, known: Known, by: string, was: number): Promise<Edited> => {
      const around = await beside([typed], known);
      const own = id || around.newId(0);
      const { officer, faults, needed } = editOf(typed, own, around);
      if (faults.length > 0 || needed !== '') return { tag: 'refused', faults, needed };
      const before = around.roster.find(one => one.id === id);
      return { tag: await put(changeOf(officer, before), by, once(was)), id: own };
    },
    /** Takes an officer off, unless somebody's absence relies on them. */
    remove: async (id: string, by: string, was: number): Promise<Edited> => {
      const roster = await all();
      const needed = neededBy(id, roster, today());
      if (needed !== '') return { tag: 'refused', faults: [], needed };
      const difference = { added: [], changed: [], gone: roster.filter(one => one.id === id), same: 0 };
      return { tag: await put(difference, by, once(was)), id };
    },
  };
};

/** The roster: asked, looked at, planned, changed. */
export const rosterIn = (room: Room) => {
  const reading = readingIn(room);
  return {
    ...askingIn(room),
    ...reading,
    ...changingIn(room, reading),
    columns,
    required,
    typedIn,
    cellsOf,
    /** Absences that are not over: those that are stay as they are. */
    planned: ({ absences }: Officer): readonly Absence[] => {
      const today = dayOf(room.now());
      return absences.filter(one => !isOver(one, today));
    },
    /** Whether their time is not over. */
    lasts: (officer: Officer): boolean => officer.until === '' || officer.until >= dayOf(room.now()),
  };
};
