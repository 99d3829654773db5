/** What somebody may do follows from one role; see `roles.ts`. */
export const roles = ['administrator', 'dispatcher', 'officer', 'liaison', 'auditor', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is signed in at the desk. */
export type Staff = {
  readonly id: string;
  /** What is typed to sign in; it stands in events as the actor and never changes. */ readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** A department's code of zone.yaml; '' for who belongs to none. */ readonly department: string;
  /** Codes of the areas that a liaison officer looks after. */ readonly areas: readonly string[];
  /** Credit codes of the enterprises that a liaison officer looks after, wherever they are. */ readonly enterprises?: readonly string[];
};

/** What of a case decides whether somebody may act on it. */
export type Scope = {
  readonly form: string;
  readonly state: string;
  readonly area: string;
  /** The lead department. */ readonly handler: string;
  /** Departments that assist. */ readonly assists: readonly string[];
  /** '' where nobody is found by it: there is none, or it is a complaint, whose sender is masked. */ readonly creditCode?: string;
  /** A complaint about a department: that department never sees it. */ readonly against: string;
};
