import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { lookUpLog } from '#src/http/desk/look-up-log.ts';
import { seated } from '#src/http/desk/seat.ts';
import { statusPage } from '#src/http/desk/status.ts';
import { door } from '#src/http/door.ts';

/** How the service stands, for administrators and auditors. */
export const config: Config = { path: ['/desk/status/', '/en/desk/status/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, upkeep, office } = await app();
  const who = await seated(ask, front, 'audit');
  if (who instanceof Response) return who;
  const log = await lookUpLog(office.store, ask.url.searchParams.get('before'));
  return statusPage(ask, who, await upkeep.look(), log);
});
