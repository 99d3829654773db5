import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { courseOf, identify } from '#src/cases/track.ts';
import { door } from '#src/http/door.ts';
import { moved, moving } from '#src/http/move-place.ts';

/** An enterprise moves or cancels its own time, by number and password, its link, or the page that it opened with either. */
export const config: Config = {
  path: '/api/track/appointment',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front, slots } = await app();
  const asked = await moving(ask);
  if (asked instanceof Response) return asked;
  const rowOf = (number: string) => office.store.caseByNumber(number);
  const course = async (number: string) => rowOf(number).then(row => row && courseOf(office, row));
  const movers = { front, slots, now: office.now, courseOf: course };
  return moved(ask, movers, asked, await identify(office, asked.query));
});
