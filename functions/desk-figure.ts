import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { figureCasesPage } from '#src/http/desk/figure-cases.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** The cases behind a figure of a day. */
export const config: Config = { path: ['/desk/figures/:figure/', '/en/desk/figures/:figure/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, figures } = await app();
  const signed = await seated(ask, front, 'see-queue');
  return signed instanceof Response ? signed : figureCasesPage(ask, front, signed, figures);
});
