import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { saveOrDrop } from '#src/http/desk/saved.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Views of the queue that somebody keeps under a name. */
export const config: Config = { path: ['/desk/views/', '/en/desk/views/'] };

export default door(['POST'], async ask => {
  const { front, tray } = await app();
  const signed = await seated(ask, front, 'see-queue');
  return signed instanceof Response ? signed : saveOrDrop(ask, signed, tray);
});
