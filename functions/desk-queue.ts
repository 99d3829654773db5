import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { queue, queueCounts } from '#src/cases/queue.ts';
import { queuePage } from '#src/http/desk/queue.ts';
import { seated } from '#src/http/desk/seat.ts';
import { asked } from '#src/http/desk/watch.ts';
import { door } from '#src/http/door.ts';

/** What waits to be done. */
export const config: Config = { path: ['/desk', '/desk/', '/en/desk/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, tray } = await app();
  const signed = await seated(ask, front, 'see-queue');
  if (signed instanceof Response) return signed;
  const wanted = asked(ask.url, signed);
  const [page, counts, saved] = await Promise.all([
    queue(office, wanted.query),
    queueCounts(office, wanted.watch),
    tray.viewsOf(signed.staff.id),
  ]);
  return queuePage(ask, front, signed, wanted, { page, counts, saved }, office.now());
});
