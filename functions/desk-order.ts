import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { orderPage } from '#src/http/desk/order.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Applications to reopen in the order of the day, each with why it stands where it does. */
export const config: Config = { path: ['/desk/order/', '/en/desk/order/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, firms } = await app();
  const signed = await seated(ask, front, 'see-order');
  return signed instanceof Response ? signed : orderPage(ask, front, signed, firms);
});
