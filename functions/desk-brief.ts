import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { briefPage } from '#src/http/desk/brief.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** The brief of a day's meeting (碰头会), and what the meeting decided. */
export const config: Config = { path: ['/desk/brief/', '/en/desk/brief/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, findings, office } = await app();
  const signed = await seated(ask, front, 'see-brief');
  return signed instanceof Response ? signed : briefPage(ask, front, signed, { findings, now: office.now() });
});
