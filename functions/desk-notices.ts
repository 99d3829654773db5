import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { noticePage, noticesPage } from '#src/http/desk/notices.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** Notices that enterprises confirm: how many have read each, and who has not. */
export const config: Config = {
  path: ['/desk/notices/', '/desk/notices/:notice/', '/en/desk/notices/', '/en/desk/notices/:notice/'],
};

export default door(['GET', 'HEAD'], async ask => {
  const { config: settings, office, front, firms } = await app();
  const signed = await seated(ask, front, 'see-notices');
  if (signed instanceof Response) return signed;
  const { catchUp } = firms;
  const noticed = { store: office.store, catchUp, today: dayOf(office.now()), site: settings.siteUrl };
  const page = ask.url.pathname.endsWith('/desk/notices/') ? noticesPage : noticePage;
  return page(ask, front, signed, noticed);
});
