import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { rosterImport } from '#src/http/desk/roster-import.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** A sheet of liaison officers: checked, then imported. */
export const config: Config = { path: ['/desk/roster/import/', '/en/desk/roster/import/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front } = await app();
  const signed = await seated(ask, front, 'roster');
  return signed instanceof Response ? signed : rosterImport(ask, front, signed);
});
