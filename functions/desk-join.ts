import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { callerOf } from '#src/http/desk/caller.ts';
import { inviteIn, joinAsked, joinDiffers, joinDone, joinPage } from '#src/http/desk/sign-in.ts';
import { door } from '#src/http/door.ts';

/** A first password, by an invitation. */
export const config: Config = {
  path: ['/desk/join/', '/en/desk/join/'],
  rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { desk } = await app();
  if (ask.request.method !== 'POST')
    return joinPage(ask, await desk.accounts.invited(inviteIn(ask)), inviteIn(ask));
  const asked = await joinAsked(ask);
  if (asked instanceof Response) return asked;
  const row = await desk.accounts.invited(asked.token);
  if (!asked.isTwice) return joinDiffers(ask, asked, row);
  return joinDone(ask, asked, row, await desk.signIn.join(asked.token, asked.password, callerOf(ask)));
});
