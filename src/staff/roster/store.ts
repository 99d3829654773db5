import type { StaffEventRow } from '../store.ts';

/** The port to where the roster of liaison officers lies. Days are `YYYY-MM-DD` in Asia/Shanghai; '' is none. */
export type OfficerRow = {
  /** Sorts as the sheet had them when they came. */ readonly id: string;
  /** Of their account; '' for who has none. */ readonly login: string;
  readonly department: string;
  /** JSON list of codes. */ readonly areas: string;
  /** JSON list of credit codes. */ readonly enterprises: string;
  /** The first day on which they are it. */ readonly since: string;
  /** The last one; '' without end. */ readonly until: string;
  /** JSON list of `{from, until, standIn}`, a stand-in by id. */ readonly absences: string;
  /** Name and office phone. */ readonly sealed: Uint8Array;
};

/** What an officer is found by. */
export type CoverRow = {
  readonly kind: 'area' | 'enterprise';
  readonly code: string;
  readonly officerId: string;
};

/** An absence, by which a stand-in is found; its last day counts. */
export type AbsenceRow = {
  readonly officerId: string;
  readonly fromDay: string;
  readonly untilDay: string;
  /** An officer's id. */ readonly standIn: string;
};

/** Where the roster stands. */
export type RosterState = {
  /** Counts changes; 0 before the first. */ readonly version: number;
  /** By what the last change is known again, should it be sent twice. */ readonly mark: string;
};

export type RosterChange = {
  /** The version that was looked at. */ readonly was: number;
  readonly mark: string;
  /** Rows as they will stand, new ones too, and what each is found by. */
  readonly put: readonly OfficerRow[];
  readonly covers: readonly CoverRow[];
  readonly absences: readonly AbsenceRow[];
  /** Ids that go. */ readonly drop: readonly string[];
  readonly event: StaffEventRow;
};

export type RosterStore = {
  /** Does all of it or nothing: `stale` where the roster is of another version, `replayed` where this very change was the last. */
  putRoster(change: RosterChange): Promise<'stored' | 'replayed' | 'stale'>;
  rosterState(): Promise<RosterState>;
  /** Officers by id, at most `limit` (1 to 500) after the id. */
  rosterPage(query: { readonly after: string; readonly limit: number }): Promise<readonly OfficerRow[]>;
  officerById(id: string): Promise<OfficerRow | null>;
  officerByLogin(login: string): Promise<OfficerRow | null>;
  /** Who looks after an area or an enterprise ('' is none) on a day. */
  officersCovering(query: {
    readonly area: string;
    readonly creditCode: string;
    readonly day: string;
  }): Promise<readonly (OfficerRow & Pick<CoverRow, 'kind'>)[]>;
  /** Those in whose place somebody stands on a day. */
  officersAway(query: { readonly standIn: string; readonly day: string }): Promise<readonly OfficerRow[]>;
};
