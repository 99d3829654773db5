import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { track } from '#src/cases/track.ts';
import { door } from '#src/http/door.ts';
import { course, lookup } from '#src/http/tracking.ts';

export const config: Config = {
  path: '/api/track',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front } = await app();
  const asked = await lookup(ask);
  if (asked instanceof Response) return asked;
  return course(ask, front, asked, await track(office, asked.query), office.now());
});
