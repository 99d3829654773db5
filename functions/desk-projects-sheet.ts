import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { projectsSheet } from '#src/http/desk/projects-sheet.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { projectSheets } from '#src/projects/import.ts';

/** The sheet of projects to fill in, and the list as a sheet. */
export const config: Config = {
  path: ['/desk/projects/sheets/:sheet', '/en/desk/projects/sheets/:sheet'],
};

export default door(['GET', 'HEAD'], async ask => {
  const { front, projects } = await app();
  const signed = await seated(ask, front, 'see-projects');
  return signed instanceof Response ? signed : projectsSheet(ask, front, projectSheets(projects));
});
