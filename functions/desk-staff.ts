import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { deskProblem } from '#src/http/desk/frame.ts';
import { signedIn } from '#src/http/desk/session.ts';
import { shown, staffAsked, staffDone, type Typed, wantedIn } from '#src/http/desk/staff.ts';
import { door } from '#src/http/door.ts';

/** Accounts, for administrators: listed, added, changed, disabled, reset. */
export const config: Config = {
  path: ['/desk/staff/', '/desk/staff/:login/', '/en/desk/staff/', '/en/desk/staff/:login/'],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { desk, front } = await app();
  const who = await signedIn(ask, { desk });
  if (who instanceof Response) return who;
  if (!desk.may(who.staff, 'manage-staff')) return deskProblem(ask, 'not-yours');
  const show = (typed?: Typed) => shown(ask, front, who, desk.accounts.look(wantedIn(ask)), typed);
  if (ask.request.method !== 'POST') return show();
  const asked = await staffAsked(ask, front, who, desk.accounts.rules);
  if (asked instanceof Response) return asked;
  if (!('act' in asked)) return show(asked);
  const done = staffDone(ask, who, asked, await desk.accounts.perform(asked, who.staff.login));
  return done instanceof Response ? done : show(done);
});
