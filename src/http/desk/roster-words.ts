import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { rosterWords as words } from '#src/i18n/desk-roster.ts';
import { say } from '#src/i18n/words.ts';
import type { Officer } from '#src/staff/roster/officer.ts';
import type { Column, Known } from '#src/staff/roster/sheet.ts';
import { listWords } from '#src/views/desk/entry.ts';
import { areaName } from './rows.ts';

/** The zone's names, as a sheet of the roster may write them. */
export const knownIn = (front: Front): Known => ({
  departments: front.departments.map(code => [code, front.department(code)]),
  areas: front.tables.areas.map(({ code, name }) => [code, name]),
});

/** A name that nobody bears any more leaves a dash. */
export const nameOf = (officers: readonly Pick<Officer, 'id' | 'name'>[], id: string): string =>
  officers.find(one => one.id === id)?.name ?? '—';

/** So many codes are written out; more are counted. */
const shown = 5;

/** What an officer's column holds, in words. */
export const cellIn = (
  front: Front,
  officer: Officer,
  column: Column,
  officers: readonly Officer[],
  { lang }: Ask,
): string => {
  switch (column) {
    case 'department':
      return front.department(officer.department)[lang];
    case 'areas':
      return listWords(
        officer.areas.map(code => areaName(front, code, lang)),
        lang,
      );
    case 'enterprises': {
      const codes = officer.enterprises;
      return codes.length > shown ? say(words.firms, lang, { n: codes.length }) : listWords(codes, lang);
    }
    case 'awayFrom':
    case 'awayUntil':
    case 'standIn': {
      const key = ({ awayFrom: 'from', awayUntil: 'until', standIn: 'standIn' } as const)[column];
      const all = front.desk.roster.planned(officer).map(one => one[key]);
      return listWords(column === 'standIn' ? all.map(id => nameOf(officers, id)) : all, lang);
    }
    default:
      return officer[column];
  }
};

/** `+1 ~2 -3` of an event in words. */
export const countsIn = (detail: string, lang: Ask['lang'], pattern = words.logLine): string => {
  const [, added = '0', changed = '0', gone = '0'] = /^\+(\d+) ~(\d+) -(\d+)$/.exec(detail) ?? [];
  return say(pattern, lang, { added, changed, gone });
};
