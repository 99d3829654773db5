import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { meAsked, meDone, mePage } from '#src/http/desk/account.ts';
import { callerOf } from '#src/http/desk/caller.ts';
import { readDeskPost, signedIn } from '#src/http/desk/session.ts';
import { door } from '#src/http/door.ts';

/** The own account: password, app, passkeys, recovery codes, sessions. */
export const config: Config = { path: ['/desk/me/', '/en/desk/me/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { desk } = await app();
  const who = await signedIn(ask, { desk });
  if (who instanceof Response) return who;
  if (ask.request.method !== 'POST') return mePage(ask, who, await desk.own.account(who));
  const post = await readDeskPost(ask, who);
  if (post instanceof Response) return post;
  const asked = meAsked(ask, post, sealed => desk.factors.againTotp(who.staff, sealed));
  if (asked instanceof Response) return asked;
  const done = asked.differ ? null : await desk.own.fulfil(who, asked.wish, callerOf(ask));
  return meDone(ask, who, asked, { done, own: await desk.own.account(who) });
});
