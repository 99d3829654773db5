import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { callerOf } from '#src/http/desk/caller.ts';
import { comingBack, goingOut, oidcDone, toDirectory } from '#src/http/desk/oidc.ts';
import { door } from '#src/http/door.ts';
import { problem } from '#src/http/problem.ts';

/** Signing in with the office's directory: the way there, and back. */
export const config: Config = {
  path: ['/desk/oidc/', '/en/desk/oidc/', '/desk/oidc/callback/'],
  rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET'], async ask => {
  const { oidc } = (await app()).desk;
  if (!oidc) return problem(ask, 'not-found');
  const back = comingBack(ask);
  if (back) return oidcDone(ask, await oidc.done(back, callerOf(ask)));
  return toDirectory(ask, await oidc.ask(goingOut(ask)));
});
