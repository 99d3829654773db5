import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { callerOf, tokenIn } from '#src/http/desk/caller.ts';
import { deskWay } from '#src/http/desk/frame.ts';
import { factorAsked, factorDone, factorPage } from '#src/http/desk/second-factor.ts';
import { door } from '#src/http/door.ts';

/** The second step: a code of an app, or a recovery code; the first time, setting up an app. */
export const config: Config = {
  path: ['/desk/second-factor/', '/en/desk/second-factor/'],
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { desk } = await app();
  const half = await desk.signIn.half(tokenIn(ask));
  if (!half) return deskWay(ask, '/desk/sign-in/');
  if (ask.request.method !== 'POST') return factorPage(ask, half, desk.factors.askTotp(half.row));
  const asked = await factorAsked(ask, half);
  if (asked instanceof Response) return asked;
  return factorDone(ask, half, asked, await desk.signIn.second(half, asked, callerOf(ask)));
});
