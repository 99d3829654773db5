import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { messageOf } from '#src/figures/report.ts';
import { dailyPage } from '#src/http/desk/daily.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** The daily report. */
export const config: Config = { path: ['/desk/daily/', '/en/desk/daily/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, figures } = await app();
  const signed = await seated(ask, front, 'see-figures');
  return signed instanceof Response
    ? signed
    : dailyPage(ask, front, signed, figures, messageOf, office.now());
});
