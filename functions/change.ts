import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { correct, correctable } from '#src/cases/wish.ts';
import { changed, changing, corrected } from '#src/http/change.ts';
import { door } from '#src/http/door.ts';

/** An enterprise corrects what it sent: without answers it gets its form as it was filled in. */
export const config: Config = {
  path: '/api/track/change',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front } = await app();
  const asked = await changing(ask);
  if (asked instanceof Response) return asked;
  const found = await correctable(office, asked.query);
  const sent = await corrected(ask, front, asked, found, office.now());
  if (sent instanceof Response) return sent;
  return changed(ask, front, asked, await correct(office, sent.case, sent.form, sent.answers), office.now());
});
