import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { projectList } from '#src/http/desk/projects.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { addProject, seen } from '#src/projects/projects.ts';

/** The list of projects, and a form to put one on it. */
export const config: Config = { path: ['/desk/projects/', '/en/desk/projects/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, projects } = await app();
  const signed = await seated(ask, front, 'see-projects');
  if (signed instanceof Response) return signed;
  const { login: by } = signed.staff;
  return projectList(ask, front, signed, {
    today: projects.ruleDay(),
    store: projects.store,
    see: one => seen(projects, one),
    add: (typed, key) => addProject(projects, typed, { key, by }),
  });
});
