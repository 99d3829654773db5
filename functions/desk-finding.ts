import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { findingFile } from '#src/http/desk/finding-file.ts';
import { findingReport } from '#src/http/desk/finding-report.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** A department's report of a day: as it was sent, each version; and its form. */
export const config: Config = {
  path: ['/desk/finding/', '/desk/finding/file/', '/en/desk/finding/', '/en/desk/finding/file/'],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, findings, office } = await app();
  const signed = await seated(ask, front, 'see-findings');
  if (signed instanceof Response) return signed;
  const hands = { findings, now: office.now() };
  return (ask.url.pathname.endsWith('/file/') ? findingFile : findingReport)(ask, front, signed, hands);
});
