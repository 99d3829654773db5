import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { returnsPage } from '#src/http/desk/returns.ts';
import { returnsSheet } from '#src/http/desk/returns-sheet.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Daily returns: due, here, late, missing, chased; and the day as a sheet. */
export const config: Config = {
  path: [
    '/desk/returns/',
    '/desk/returns/returns.xlsx',
    '/en/desk/returns/',
    '/en/desk/returns/returns.xlsx',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, firms } = await app();
  const signed = await seated(ask, front, 'see-returns');
  if (signed instanceof Response) return signed;
  const hands = { firms, today: firms.today() };
  return (ask.url.pathname.endsWith('.xlsx') ? returnsSheet : returnsPage)(ask, front, signed, hands);
});
