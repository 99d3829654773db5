import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { callerOf, placeOf, tokenIn } from '#src/http/desk/caller.ts';
import { passkeyAsked, passkeyDone } from '#src/http/desk/second-factor.ts';
import { signedIn } from '#src/http/desk/session.ts';
import { door } from '#src/http/door.ts';

/** Passkeys, for a page's script: as the second step, or added to the own account. */
export const config: Config = { path: ['/desk/passkey/', '/en/desk/passkey/'] };

export default door(['POST'], async ask => {
  const { desk } = await app();
  const half = await desk.signIn.half(tokenIn(ask));
  const who = half ?? (await signedIn(ask, { desk }));
  if (who instanceof Response) return who;
  const asked = await passkeyAsked(ask, who);
  if (asked instanceof Response) return asked;
  const where = [placeOf(ask), callerOf(ask)] as const;
  return passkeyDone(
    ask,
    'ways' in who
      ? await desk.signIn.passkey(who, asked, ...where)
      : await desk.own.passkey(who, asked, ...where),
  );
});
