import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { project } from '#src/http/desk/project.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { metIn } from '#src/projects/plan.ts';
import { doProject, seen } from '#src/projects/projects.ts';

/** One project: its conditions, its way back from the planned start, what happened to it. */
export const config: Config = { path: ['/desk/projects/:id/', '/en/desk/projects/:id/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, office, projects } = await app();
  const signed = await seated(ask, front, 'see-projects');
  if (signed instanceof Response) return signed;
  const { login: by } = signed.staff;
  return project(ask, front, signed, {
    now: office.now(),
    store: projects.store,
    see: one => ({ ...seen(projects, one), met: metIn(one) }),
    act: (id, act, was) => doProject(projects, id, act, { was, by }),
  });
});
