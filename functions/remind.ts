import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { chase } from '#src/cases/chase.ts';
import { remind } from '#src/cases/remind.ts';
import { sendDaily } from '#src/figures/daily-notice.ts';
import { door, json } from '#src/http/door.ts';

/** Hourly: what is due soon or overdue, times booked for tomorrow, and twice a day the state of things. Two minutes past, when bots are less busy. */
export const config: Config = { schedule: '32 * * * *' };

export default door(['GET', 'POST'], async () => {
  const { office, zone, figures, findings, slots } = await app();
  return json(200, {
    ...(await remind(office, { ...zone.notify, lists: zone.lists })),
    ...(await chase(office, zone.notify)),
    findings: await findings.remind(),
    appointments: await slots.remind(),
    daily: await sendDaily(office, figures, zone.notify.digest),
  });
});
