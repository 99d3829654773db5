import type { Room } from '../room.ts';
import { type Absence, awayOn } from './absences.ts';
import type { AbsenceRow, CoverRow, OfficerRow } from './store.ts';

/** A liaison officer (联络员、包片干部) as the roster has them. Days are `YYYY-MM-DD`; '' is none. */
export type Officer = {
  readonly id: string;
  /** Of their account; '' for who has none. */ readonly login: string;
  readonly name: string;
  /** A department's code. */ readonly department: string;
  /** In its national form, never a mobile. */ readonly phone: string;
  /** Codes of areas. */ readonly areas: readonly string[];
  /** Credit codes. */ readonly enterprises: readonly string[];
  readonly since: string;
  /** The last day; '' without end. */ readonly until: string;
  /** Planned ones and those that are over, by their first days; none meets another. */ readonly absences: readonly Absence[];
};

type Keyring = Room['keyring'];

const absencesIn = ({ absences }: Pick<OfficerRow, 'absences'>) => JSON.parse(absences) as Absence[];

/** As the store keeps it: name and phone sealed for this row alone. */
export const rowOf = (keyring: Keyring, { name, phone, ...officer }: Officer): OfficerRow => ({
  ...officer,
  areas: JSON.stringify(officer.areas),
  enterprises: JSON.stringify(officer.enterprises),
  absences: JSON.stringify(officer.absences),
  sealed: keyring.seal('roster', officer.id, JSON.stringify({ name, phone })),
});

export const officerIn = (keyring: Keyring, { sealed, ...row }: OfficerRow): Officer => ({
  ...(JSON.parse(keyring.open('roster', row.id, sealed)) as Pick<Officer, 'name' | 'phone'>),
  id: row.id,
  login: row.login,
  department: row.department,
  areas: JSON.parse(row.areas) as string[],
  enterprises: JSON.parse(row.enterprises) as string[],
  since: row.since,
  until: row.until,
  absences: absencesIn(row),
});

/** What the officer is found by. */
export const coversOf = ({ id: officerId, areas, enterprises }: Officer): readonly CoverRow[] => [
  ...areas.map(code => ({ kind: 'area' as const, code, officerId })),
  ...enterprises.map(code => ({ kind: 'enterprise' as const, code, officerId })),
];

/** By what a stand-in finds in whose place they are. */
export const absenceRowsOf = ({ id: officerId, absences }: Officer): readonly AbsenceRow[] =>
  absences.map(({ from: fromDay, until: untilDay, standIn }) => ({ officerId, fromDay, untilDay, standIn }));

/** Who stands in for an officer on a day, by id; null where the officer is there. */
export const standInOn = (row: Pick<OfficerRow, 'absences'>, day: string): string | null =>
  awayOn(absencesIn(row), day)?.standIn ?? null;

/** Whether they are liaison officer on a day. */
export const isOn = ({ since, until }: Pick<Officer, 'since' | 'until'>, day: string): boolean =>
  since <= day && (until === '' || until >= day);
