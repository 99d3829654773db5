import type { Doer } from '#src/cases/deed.ts';
import { chanceOf } from './chance.ts';
import { personOf } from './firms.ts';

/** Somebody of the desk who does not exist. */
export type Member = {
  readonly login: string;
  readonly name: string;
  readonly role: 'administrator' | 'dispatcher' | 'officer' | 'liaison' | 'auditor' | 'viewer';
  readonly department: string;
  readonly areas: readonly string[];
};

/** Who works at the desk. */
export type Crew = {
  readonly members: readonly Member[];
  /** One of a department's officers, the same for the same number. */ readonly officer: (
    department: string,
    turn: number,
  ) => Doer;
  /** A superior, who leads no department. */ readonly dispatcher: (turn: number) => Doer;
};

/** Officers of a department that takes much; the others have two. */
const many: Readonly<Record<string, number>> = {
  supplies: 4,
  economy: 4,
  labour: 3,
  finance: 3,
  transport: 3,
  services: 3,
  health: 3,
};

const one = (
  login: string,
  role: Member['role'],
  department: string,
  areas: readonly string[] = [],
): Member => ({
  login,
  name: personOf(chanceOf(`crew/${login}`)),
  role,
  department,
  areas,
});

/** The crew for a zone: officers for each department, a liaison officer for each area, and one of every other role. */
export const crewOf = (
  departments: readonly string[],
  areas: readonly { readonly code: string; readonly office: string }[],
): Crew => {
  const offices = areas.map(area => area.office);
  const count = (code: string): number => many[code] ?? (offices.includes(code) ? 4 : 2);
  const officers = departments.flatMap(code =>
    Array.from({ length: count(code) }, (_, index) => one(`${code}-${index + 1}`, 'officer', code)),
  );
  const members = [
    one('demo-admin', 'administrator', ''),
    one('dispatcher-1', 'dispatcher', ''),
    one('dispatcher-2', 'dispatcher', ''),
    one('demo-auditor', 'auditor', ''),
    one('demo-viewer', 'viewer', ''),
    ...areas.map(({ code, office }) => one(`liaison-${code}`, 'liaison', office, [code])),
    ...officers,
  ];
  const pick = (list: readonly Member[], turn: number): string => list[turn % list.length]?.login ?? '';
  return {
    members,
    officer: (department, turn) => ({
      login: pick(
        officers.filter(it => it.department === department),
        turn,
      ),
      department,
      superior: false,
    }),
    dispatcher: turn => ({ login: `dispatcher-${(turn % 2) + 1}`, department: '', superior: true }),
  };
};
