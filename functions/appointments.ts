import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { appointmentsPage, calendarFile } from '#src/http/appointments.ts';
import { door } from '#src/http/door.ts';

/** Free times of officers' hours, and one of them for a calendar. */
export const config: Config = {
  path: (['', '/en', '/zh-hant'] as const).flatMap(lang => [
    `${lang}/appointments/` as const,
    `${lang}/large/appointments/` as const,
    `${lang}/appointments/calendar.ics` as const,
  ]),
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD'], async ask => {
  const { front, slots } = await app();
  const show = ask.url.pathname.endsWith('.ics') ? calendarFile : appointmentsPage;
  return show(ask, front, slots);
});
