import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { dailySheet } from '#src/http/desk/daily.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** The daily report as a workbook. */
export const config: Config = { path: ['/desk/daily/sheets/:sheet', '/en/desk/daily/sheets/:sheet'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, figures } = await app();
  const signed = await seated(ask, front, 'see-figures');
  return signed instanceof Response ? signed : dailySheet(ask, figures, office.now());
});
