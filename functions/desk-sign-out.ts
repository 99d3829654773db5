import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { signedOut } from '#src/http/desk/account.ts';
import { readDeskPost, signedIn } from '#src/http/desk/session.ts';
import { door } from '#src/http/door.ts';

export const config: Config = { path: ['/desk/sign-out/', '/en/desk/sign-out/'] };

export default door(['POST'], async ask => {
  const { desk } = await app();
  const who = await signedIn(ask, { desk });
  if (who instanceof Response) return who;
  const post = await readDeskPost(ask, who);
  if (post instanceof Response) return post;
  await desk.sessions.end(who.staff, who.sessionId, 'signed-out');
  return signedOut(ask);
});
