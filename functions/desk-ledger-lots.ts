import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { lotOne, lotsPage } from '#src/http/desk/ledger-lots.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Stock: lots listed and booked, one of them looked at or written off. */
export const config: Config = {
  path: [
    '/desk/ledger/lots/',
    '/desk/ledger/lots/:lot/',
    '/en/desk/ledger/lots/',
    '/en/desk/ledger/lots/:lot/',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, supplies } = await app();
  const signed = await seated(ask, front, 'see-ledger');
  if (signed instanceof Response) return signed;
  const { store } = office;
  const isDonation = async (number: string) => (await store.caseByNumber(number))?.form === 'donation';
  const work = { supplies, isDonation, now: office.now() };
  return (ask.url.pathname.endsWith('/lots/') ? lotsPage : lotOne)(ask, front, signed, work);
});
