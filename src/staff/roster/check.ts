import { rosterFaults as faults } from '#src/i18n/desk-roster.ts';
import type { Words } from '#src/i18n/words.ts';
import { fault } from '#src/rules/sheet.ts';
import { foldLogin } from '../accounts.ts';
import { isOver, meet } from './absences.ts';
import type { Officer } from './officer.ts';
import type { Column, Known } from './sheet.ts';

/** What is wrong with an officer beside the others. */
export type Clash = {
  readonly id: string;
  readonly column: Column;
  readonly message: Words;
  /** The first day of the absence that it is about. */ readonly from?: string;
};

type Span = { readonly from: string; readonly until: string };
const endless = '9999';
const spanOf = ({ since, until }: Officer): Span => ({ from: since, until: until || endless });

/** Whom a stand-in's name or login means among the officers, or why nobody. */
export const standInOf = (
  typed: string,
  self: string,
  officers: readonly Officer[],
): { readonly id: string } | { readonly message: Words } => {
  if (typed === '') return { id: '' };
  const byLogin = officers.filter(one => one.login !== '' && one.login === foldLogin(typed));
  const found = byLogin.length > 0 ? byLogin : officers.filter(one => one.name === typed);
  const [first, second] = found;
  if (!first) return { message: fault(faults.standInUnknown, { value: typed }) };
  if (second) return { message: fault(faults.standInTwice, { value: typed }) };
  return first.id === self ? { message: faults.standInSelf } : { id: first.id };
};

/** Two of one login, or of one name in one department whom no login tells apart. */
const doubles = (officers: readonly Officer[]): readonly Clash[] => {
  const logins = new Set<string>();
  const people = new Map<string, Officer>();
  return officers.flatMap((one): readonly Clash[] => {
    const { id, login, name } = one;
    if (login !== '' && logins.has(login))
      return [{ id, column: 'login', message: fault(faults.sameLogin, { login }) }];
    logins.add(login);
    const person = `${one.department} ${name}`;
    const other = people.get(person);
    people.set(person, one);
    const isSame = other && (login === '' || other.login === '');
    return isSame ? [{ id, column: 'name', message: fault(faults.samePerson, { name }) }] : [];
  });
};

/** Areas and enterprises that somebody before in the list looks after at the same time. */
const taken = (officers: readonly Officer[], known: Known): readonly Clash[] => {
  const holders = new Map<string, Officer[]>();
  const claim = (one: Officer, column: 'areas' | 'enterprises', code: string): readonly Clash[] => {
    const key = `${column} ${code}`;
    const before = holders.get(key) ?? [];
    const other = before.find(it => meet(spanOf(it), spanOf(one)));
    holders.set(key, [...before, one]);
    if (!other) return [];
    const { name } = other;
    const area = known.areas.find(([it]) => it === code)?.[1] ?? code;
    const message =
      column === 'areas'
        ? fault(faults.areaTaken, { area, name })
        : fault(faults.enterpriseTaken, { code, name });
    return [{ id: one.id, column, message }];
  };
  return officers.flatMap(one => [
    ...one.areas.flatMap(code => claim(one, 'areas', code)),
    ...one.enterprises.flatMap(code => claim(one, 'enterprises', code)),
  ]);
};

/** Stand-ins who are no officers, or are away themselves, on a day of the absence; absences that are over are left alone. */
const standIns = (officers: readonly Officer[], today: string): readonly Clash[] => {
  const byId = new Map(officers.map(one => [one.id, one]));
  return officers.flatMap(({ id, absences }) => {
    const planned = absences.filter(one => !isOver(one, today));
    return planned.flatMap((away): readonly Clash[] => {
      if (away.standIn === '') return [];
      const other = byId.get(away.standIn);
      const { name = '' } = other ?? {};
      const clash = (message: Words): readonly Clash[] => [
        { id, column: 'standIn', message: fault(message, { name }), from: away.from },
      ];
      const span = other && spanOf(other);
      if (!other || !span || span.from > away.from || span.until < away.until)
        return clash(faults.standInOut);
      return other.absences.some(one => meet(one, away)) ? clash(faults.standInAway) : [];
    });
  });
};

/** Absences of one officer that have a day in common; of two the later is told. */
const doubled = (officers: readonly Officer[]): readonly Clash[] =>
  officers.flatMap(({ id, absences }) =>
    absences.flatMap(({ from }, at): readonly Clash[] => {
      const before = absences[at - 1];
      if (!before || from === '' || before.until < from) return [];
      const message = fault(faults.awayMeet, { from: before.from, until: before.until });
      return [{ id, column: 'awayFrom', message, from }];
    }),
  );

/** Everything in which officers contradict each other; of two, the later in the list is told. None where the roster may stand. */
export const clashes = (officers: readonly Officer[], known: Known, today: string): readonly Clash[] => [
  ...doubles(officers),
  ...taken(officers, known),
  ...doubled(officers),
  ...standIns(officers, today),
];
