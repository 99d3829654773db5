import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { findingsPage } from '#src/http/desk/findings.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** What departments report on a day: who owes it, what came, supplies on hand. */
export const config: Config = { path: ['/desk/findings/', '/en/desk/findings/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, findings, office } = await app();
  const signed = await seated(ask, front, 'see-findings');
  if (signed instanceof Response) return signed;
  return findingsPage(ask, front, signed, { findings, now: office.now() });
});
