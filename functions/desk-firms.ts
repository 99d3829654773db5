import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { firmsPage } from '#src/http/desk/firms.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Enterprises at work on a day. */
export const config: Config = { path: ['/desk/firms/', '/en/desk/firms/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, firms } = await app();
  const signed = await seated(ask, front, 'see-returns');
  return signed instanceof Response ? signed : firmsPage(ask, front, signed, firms);
});
