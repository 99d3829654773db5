/** Why somebody goes there: a visit of the plan (走访), or a check of the site after opening (抽查). */
export const purposes = ['visit', 'check'] as const;
export type Purpose = (typeof purposes)[number];

/** What was found at one point of the check list: in order, to be mended, or not to be found there. */
export const findings = ['ok', 'fix', 'na'] as const;
export type Finding = (typeof findings)[number];

/** A visit as it was planned. Times are ISO 8601 in UTC. */
export type VisitPlanRow = {
  readonly id: string;
  /** The case that asked for it; '' for none. */ readonly caseId: string;
  readonly purpose: Purpose;
  readonly enterprise: string;
  readonly creditCode: string;
  /** A keyed hash that says which enterprise it is, for counting: it stays when the name goes. */ readonly firm: string;
  readonly area: string;
  /** The department that goes there. */ readonly department: string;
  /** Login of who goes; '' for anybody of the department. */ readonly officer: string;
  readonly due: string;
  readonly plannedBy: string;
  readonly plannedAt: string;
  /** The day on which name, credit code and note go. */ readonly keepUntil: string;
};

/** What came of it; '' and 0 until then. */
export type VisitCourse = {
  readonly state: 'planned' | 'done' | 'dropped';
  readonly visitedAt: string;
  /** Login of who wrote it down, or took it off the plan. */ readonly recordedBy: string;
  readonly recordedAt: string;
  /** JSON: a finding by each item's id. */ readonly results: string;
  /** How many are to be mended. */ readonly faults: number;
  /** The note, under a key of the store; null where there is none. */ readonly sealed: Uint8Array | null;
  /** Keyed hashes of the sender's key and of what was sent: the same sent again is one record. */
  readonly recordKey: string;
  readonly recordPayload: string;
};

export type VisitRow = VisitPlanRow & VisitCourse;

/** Whose visits: of one department, of some areas (`,east,west,`); '' does not narrow. */
export type VisitNarrow = { readonly department: string; readonly areas: string };

/** Visits and enterprises told apart, for a span of time. */
export type VisitTotals = {
  /** Planned for the span, without those taken off the plan; and of these, how many were made, whenever. */
  readonly planned: number;
  readonly met: number;
  /** Made in the span (户次). */ readonly visits: number;
  /** Enterprises visited in the span (户), each once; and of these, those known by their name alone. */
  readonly firms: number;
  readonly unnumbered: number;
};

type After = { readonly key: string; readonly id: string } | null;

/** What is kept of visits. */
export type VisitStore = {
  /** False where a visit of the id is there already: it was planned by the same press. */
  putVisit(command: VisitRow): Promise<boolean>;
  /** Writes down what came of a planned visit; else gives back how it stands already, null for none of the id. */
  settleVisit(
    command: Pick<VisitRow, 'id'> & VisitCourse,
  ): Promise<{ readonly tag: 'stored' } | { readonly tag: 'settled'; readonly visit: VisitRow | null }>;
  visitById(id: string): Promise<VisitRow | null>;
  /** Of a case, the next due first. */
  visitsOfCase(caseId: string): Promise<readonly VisitRow[]>;
  /** Planned, soonest first, or made, newest first: at most `limit` after the cursor (due or time of the visit, and id). */
  visitsPage(
    query: VisitNarrow & {
      readonly state: 'planned' | 'done';
      readonly after: After;
      readonly limit: number;
    },
  ): Promise<readonly VisitRow[]>;
  visitTotals(query: VisitNarrow & { readonly from: string; readonly before: string }): Promise<VisitTotals>;
};
