import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { fundingPage } from '#src/http/desk/funding.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** What enterprises ask of banks: stages, sums, cases. */
export const config: Config = { path: ['/desk/funding/', '/en/desk/funding/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, funding } = await app();
  const signed = await seated(ask, front, 'see-funding');
  if (signed instanceof Response) return signed;
  return fundingPage(ask, front, signed, { funding, today: dayOf(office.now()) });
});
