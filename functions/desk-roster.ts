import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { rosterPage } from '#src/http/desk/roster.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Liaison officers: listed, added, changed, taken off; stand-ins. */
export const config: Config = {
  path: ['/desk/roster/', '/desk/roster/officers/:id/', '/en/desk/roster/', '/en/desk/roster/officers/:id/'],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front } = await app();
  const signed = await seated(ask, front, 'roster');
  return signed instanceof Response ? signed : rosterPage(ask, front, signed);
});
