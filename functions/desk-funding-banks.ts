import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { banksPage } from '#src/http/desk/funding-banks.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Hands cases of those who agreed over to a bank, as a sheet. */
export const config: Config = { path: ['/desk/hand-over/', '/en/desk/hand-over/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, funding } = await app();
  const signed = await seated(ask, front, 'export-banks');
  if (signed instanceof Response) return signed;
  return banksPage(ask, front, signed, { funding, store: office.store });
});
