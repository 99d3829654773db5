import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { callerOf, tokenIn } from '#src/http/desk/caller.ts';
import { signInAsked, signInDone, signInPage } from '#src/http/desk/sign-in.ts';
import { door } from '#src/http/door.ts';

/** The first step: login and password. */
export const config: Config = {
  path: ['/desk/sign-in/', '/en/desk/sign-in/'],
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { desk } = await app();
  const oidc = desk.oidc !== null;
  if (ask.request.method !== 'POST')
    return signInPage(ask, (await desk.sessions.look(tokenIn(ask))) !== null, oidc);
  const asked = await signInAsked(ask);
  if (asked instanceof Response) return asked;
  return signInDone(ask, asked, await desk.signIn.password(asked, callerOf(ask), tokenIn(ask)), oidc);
});
