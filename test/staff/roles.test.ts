import { describe, expect, test } from 'vitest';
import { type Act, may, mayDo } from '#src/staff/roles.ts';
import { type Role, roles, type Scope, type Staff } from '#src/staff/staff.ts';

const usual: Scope = {
  form: 'materials',
  state: 'assigned',
  area: 'west',
  handler: 'law',
  assists: [],
  against: '',
};
/** The same officer before cases that differ in one thing. */
const scopes = {
  L: { ...usual, handler: 'supplies' },
  A: { ...usual, assists: ['tax', 'supplies'] },
  R: { ...usual, area: 'east' },
  O: usual,
} as const satisfies Record<string, Scope>;
type Case = keyof typeof scopes;

const staff = (role: Role): Staff => ({
  id: role,
  login: role,
  name: role,
  role,
  department: 'supplies',
  areas: ['east'],
});

/**
 * Written out by hand: per act, in the order of `roles`, the cases on which it is allowed: one that the own department Leads or
 * Assists, one of the own aRea, any Other; `-` none; `*` without any case too.
 */
const expected: Readonly<Record<Act, string>> = {
  //                 administrator dispatcher officer liaison auditor viewer
  accept: '          -             LARO*      L       -       -       -',
  decline: '         -             LARO*      L       -       -       -',
  assign: '          -             LARO*      L       -       -       -',
  assist: '          -             LARO*      L       -       -       -',
  'assist-answer': ' -             LARO*      A       -       -       -',
  return: '          -             LARO*      L       -       -       -',
  answer: '          -             LARO*      L       -       -       -',
  contact: '         -             LARO*      L       R       -       -',
  close: '           -             LARO*      L       -       -       -',
  reopen: '          -             LARO*      L       -       -       -',
  'ask-extension': ' -             LARO*      L       -       -       -',
  'decide-extension': '-           LARO*      -       -       -       -',
  press: '           -             LARO*      -       -       -       -',
  remind: '          -             LARO*      L       R       -       -',
  note: '            -             LARO*      LA      R       -       -',
  merge: '           -             LARO*      L       -       -       -',
  unmerge: '         -             LARO*      L       -       -       -',
  release: '         -             LARO*      -       -       -       -',
  open: '            -             LARO*      LA      -       LARO*   -',
  'renew-pin': '     -             LARO*      L       -       -       -',
  revisit: '         -             LARO*      -       -       -       -',
  complex: '         -             LARO*      L       -       -       -',
  clear: '           -             LARO*      L       -       -       -',
  rectify: '         -             LARO*      L       -       -       -',
  suspend: '         -             LARO*      -       -       -       -',
  inspect: '         -             LARO*      L       -       -       -',
  'fast-track': '    -             LARO*      -       -       -       -',
  'see-visits': '    -             LARO*      LARO*   LARO*   LARO*   -',
  'see-visit': '     -             LARO*      L       R       LARO*   -',
  visit: '           -             LARO*      L       R       -       -',
  'see-vacancies': ' -             LARO*      LARO*   -       LARO*   -',
  'publish-vacancy': '-            LARO*      L       -       -       -',
  'see-projects': '  -             LARO*      LARO*   -       LARO*   -',
  project: '         -             LARO*      L       -       -       -',
  'see-rounds': '    -             LARO*      LARO*   LARO*   LARO*   -',
  'see-round': '     -             LARO*      L       R       LARO*   -',
  round: '           -             LARO*      L       R       -       -',
  'see-queue': '     LARO*         LARO*      LARO*   LARO*   LARO*   -',
  'see-case': '      LARO*         LARO*      LA      R       LARO*   -',
  'see-held': '      LARO*         LARO*      -       -       LARO*   -',
  'see-files': '     -             LARO*      LA      -       -       -',
  'look-up': '       -             LARO*      LARO*   -       LARO*   -',
  bulk: '            -             LARO*      LARO*   -       -       -',
  enter: '           -             LARO*      LARO*   LARO*   -       -',
  'see-ledger': '    -             LARO*      LARO*   -       LARO*   -',
  'keep-stock': '    -             LARO*      LARO*   -       -       -',
  allocate: '        -             LARO*      L       -       -       -',
  'see-funding': '   -             LARO*      LARO*   -       LARO*   -',
  funding: '         -             LARO*      L       -       -       -',
  'export-banks': '  -             LARO*      LARO*   -       -       -',
  'see-donations': ' -             LARO*      LARO*   -       LARO*   -',
  donation: '        -             LARO*      L       -       -       -',
  'see-beds': '      -             LARO*      LARO*   -       LARO*   -',
  'keep-beds': '     -             LARO*      LARO*   -       -       -',
  lodge: '           -             LARO*      L       -       -       -',
  'see-appointments': '-           LARO*      LARO*   -       LARO*   -',
  'keep-hours': '    -             LARO*      LARO*   -       -       -',
  book: '            -             LARO*      L       -       -       -',
  'publish-answer': '-             LARO*      L       -       -       -',
  'see-papers': '    -             LARO*      LARO*   -       LARO*   -',
  'draft-paper': '   -             LARO*      L       -       -       -',
  'check-paper': '   -             LARO*      L       -       -       -',
  'sign-paper': '    -             LARO*      -       -       -       -',
  'issue-paper': '   -             LARO*      L       -       -       -',
  'revoke-paper': '  -             LARO*      -       -       -       -',
  'see-notices': '   -             LARO*      -       LARO*   LARO*   -',
  'see-figures': '   LARO*         LARO*      LARO*   LARO*   LARO*   LARO*',
  'see-returns': '   -             LARO*      LARO*   LARO*   LARO*   -',
  'chase-return': '  -             LARO*      LARO*   LARO*   -       -',
  'see-order': '     -             LARO*      LARO*   -       LARO*   -',
  'see-findings': '  -             LARO*      LARO*   -       LARO*   -',
  'see-finding': '   -             LARO*      LA      -       LARO*   -',
  'file-findings': ' -             LARO*      L       -       -       -',
  'see-brief': '     -             LARO*      LARO*   -       LARO*   -',
  'decide-brief': '  -             LARO*      -       -       -       -',
  'end-decision': '  -             LARO*      L       -       -       -',
  'manage-staff': '  LARO*         -          -       -       -       -',
  roster: '          LARO*         LARO*      -       -       -       -',
  audit: '           LARO*         -          -       -       LARO*   -',
};

const acts = Object.keys(expected) as Act[];
const cells = acts.flatMap(act => {
  const columns = expected[act].trim().split(/ +/);
  return roles.map((role, index) => [act, role, columns[index] ?? '?'] as const);
});

describe('ASVS 8.2.1, 8.2.2: every role, every act, own cases and others’', () => {
  test('the table is whole', () => {
    expect(cells).toHaveLength(79 * 6);
    expect(cells.filter(([, , cell]) => !/^(-|[LARO]+\*?)$/.test(cell))).toEqual([]);
  });

  test.each(cells)('%s by %s: %s', (act, role, cell) => {
    const who = staff(role);
    const letters = Object.keys(scopes) as Case[];
    const allowed = letters.filter(letter => may(who, act, scopes[letter])).join('');
    expect(`${allowed}${may(who, act) ? '*' : ''}` || '-').toBe(cell);
  });

  test.each(cells)('%s by %s: never on a complaint about the own department', (act, role) => {
    for (const scope of Object.values(scopes))
      expect(may(staff(role), act, { ...scope, against: 'supplies' })).toBe(false);
  });

  test('a complaint about another department is like any case', () => {
    expect(may(staff('officer'), 'answer', { ...scopes.L, against: 'law' })).toBe(true);
  });

  test('who belongs to no department has none of its cases, nor those without a lead', () => {
    const loose = { ...staff('officer'), department: '' };
    const orphan = { ...usual, handler: '', assists: [''] };
    expect(acts.filter(act => may(loose, act, orphan) !== may(loose, act, usual))).toEqual([]);
    expect(may(loose, 'see-case', orphan)).toBe(false);
    // '' is no department that a complaint could be about.
    expect(may({ ...staff('dispatcher'), department: '' }, 'see-case', usual)).toBe(true);
  });

  test('a liaison officer has the cases of enterprises of theirs in any area; without a code nobody is meant', () => {
    const liaison = { ...staff('liaison'), areas: [], enterprises: ['AAA', ''] };
    const seen = (scope: Partial<Scope>) => may(liaison, 'see-case', { ...scopes.O, ...scope });
    expect([seen({ creditCode: 'AAA' }), seen({ creditCode: 'BBB' })]).toEqual([true, false]);
    expect([seen({}), seen({ creditCode: '' })]).toEqual([false, false]);
    expect(may({ ...liaison, enterprises: [] }, 'see-case', { ...scopes.O, creditCode: 'AAA' })).toBe(false);
    const officer = { ...staff('officer'), enterprises: ['AAA'] };
    expect(may(officer, 'see-case', { ...scopes.O, creditCode: 'AAA' })).toBe(false);
  });

  test('a liaison officer may remind, and press no harder', () => {
    const press = (pressure: 'reminder' | 'urge') => ({ deed: 'press', pressure, text: '' }) as const;
    const liaison = staff('liaison');
    expect(mayDo(liaison, press('reminder'), scopes.R)).toBe(true);
    expect(mayDo(liaison, press('reminder'), scopes.O)).toBe(false);
    expect(mayDo(liaison, press('urge'), scopes.R)).toBe(false);
    expect(mayDo(staff('dispatcher'), press('urge'), scopes.O)).toBe(true);
  });
});
