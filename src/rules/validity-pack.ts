import { type Dates, knownFrom } from '#src/rules/validity.ts';

/**
 * The dates that a state depends on, in a line short enough for every row of a list: first known, in force from, ends
 * (`date/announced/scope`, commas between, scopes numbered), declared (`word/checked on`), superseded from, spent from,
 * suspended (`from/to`). Semicolons between; what is unknown is empty.
 */
export const packDates = (dates: Dates): string => {
  const { effectiveFrom, ends, validity, checkedOn, supersededBy, spent, suspended } = dates;
  const scopes = [...new Set(ends.map(end => end.scope))];
  return [
    knownFrom(dates),
    effectiveFrom,
    ends.map(end => `${end.date}/${end.announced}/${scopes.indexOf(end.scope)}`).join(),
    validity && `${validity}/${checkedOn}`,
    supersededBy?.from,
    spent?.from,
    suspended && `${suspended.from}/${suspended.to ?? ''}`,
  ]
    .join(';')
    .replace(/;+$/, '');
};

const since = (from: string | undefined) => (from ? { from } : null);

/** The dates of a packed line: the same state on every day; scopes are their numbers, and who announced an end is left out. */
export const unpackDates = (packed: string): Dates => {
  const [known, effectiveFrom, ends, declared, superseded, spent, suspended] = packed.split(';');
  const [validity, checkedOn = ''] = declared?.split('/') ?? [];
  const [from, to] = suspended?.split('/') ?? [];
  return {
    published: null,
    issued: known || null,
    effectiveFrom: effectiveFrom || null,
    ends: (ends || '')
      .split(',')
      .filter(end => end)
      .map(end => {
        const [date = '', announced = '', scope = ''] = end.split('/');
        return { date, announced, scope, by: '' };
      }),
    validity: (validity || null) as Dates['validity'],
    checkedOn,
    supersededBy: since(superseded),
    spent: since(spent),
    suspended: from ? { from, to: to || null } : null,
  };
};
