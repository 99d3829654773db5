import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { fulfil } from '#src/cases/wish.ts';
import { told, wished } from '#src/http/acts.ts';
import { door } from '#src/http/door.ts';

const acts = ['reply', 'withdraw', 'confirm', 'rate', 'erase'] as const;

/** What an enterprise does with its own case, by number and password, by its link, or on the page that it opened with either. */
export const config: Config = {
  path: acts.map(act => `/api/track/${act}` as const),
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front } = await app();
  const asked = await wished(ask);
  if (asked instanceof Response) return asked;
  return told(ask, front, asked, await fulfil(office, asked.query, asked.wish), office.now());
});
