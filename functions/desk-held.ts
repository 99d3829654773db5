import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { queue } from '#src/cases/queue.ts';
import { heldPage, heldSize } from '#src/http/desk/held.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Submissions that wait for an officer's look, with the reasons. */
export const config: Config = { path: ['/desk/held/', '/en/desk/held/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front } = await app();
  const signed = await seated(ask, front, 'see-held');
  if (signed instanceof Response) return signed;
  const after = ask.url.searchParams.get('after')?.slice(0, 130) ?? null;
  const page = await queue(office, { view: 'held', sort: 'received', after, limit: heldSize });
  return heldPage(ask, front, signed, office.store, page, office.now());
});
