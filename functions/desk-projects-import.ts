import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { projectsImport } from '#src/http/desk/projects-import.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { projectSheets } from '#src/projects/import.ts';

/** A sheet of projects: checked, then imported. */
export const config: Config = {
  path: ['/desk/projects/sheets/import/', '/en/desk/projects/sheets/import/'],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, projects } = await app();
  const signed = await seated(ask, front, 'see-projects');
  return signed instanceof Response ? signed : projectsImport(ask, front, signed, projectSheets(projects));
});
