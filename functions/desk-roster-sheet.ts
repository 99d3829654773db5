import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { rosterSheet } from '#src/http/desk/roster-sheet.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** The sheet of liaison officers to fill in, and the roster as a sheet. */
export const config: Config = {
  path: ['/desk/roster/sheets/:sheet', '/en/desk/roster/sheets/:sheet'],
};

export default door(['GET', 'HEAD'], async ask => {
  const { front } = await app();
  const signed = await seated(ask, front, 'roster');
  return signed instanceof Response ? signed : rosterSheet(ask, front);
});
