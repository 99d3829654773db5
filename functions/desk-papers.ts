import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { papersPage } from '#src/http/desk/papers.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Passes, notices, certificates, letters: listed; with `?case=` those of one case, and new drafts. */
export const config: Config = { path: ['/desk/papers/', '/en/desk/papers/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, papers } = await app();
  const signed = await seated(ask, front, 'see-papers');
  if (signed instanceof Response) return signed;
  return papersPage(ask, front, signed, { papers, store: office.store });
});
