import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { lookUp } from '#src/cases/look-up.ts';
import { findAsked, findPage, findSize, foundPage } from '#src/http/desk/find.ts';
import { doerOf, seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Looks a case up by something exact; limited and logged. */
export const config: Config = { path: ['/desk/find/', '/en/desk/find/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front } = await app();
  const signed = await seated(ask, front, 'look-up');
  if (signed instanceof Response) return signed;
  if (ask.request.method !== 'POST') return findPage(ask, signed);
  const asked = await findAsked(ask, signed);
  if (asked instanceof Response) return asked;
  const found = await lookUp(office, asked, { ...doerOf(signed), limit: findSize });
  return foundPage(ask, front, signed, asked, found, office.now());
});
