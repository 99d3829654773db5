import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { figuresPage } from '#src/http/desk/figures.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Every figure of a day, with its definition. */
export const config: Config = { path: ['/desk/figures/', '/en/desk/figures/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, figures } = await app();
  const signed = await seated(ask, front, 'see-figures');
  return signed instanceof Response ? signed : figuresPage(ask, front, signed, figures, office.now());
});
