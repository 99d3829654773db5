import type { ProjectStore } from '#src/projects/store.ts';
import { type Program, row, rows } from '#src/store/program.ts';
import { type ProjectWrites, projectsPage, projectTotals } from '#src/store/project-commands.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write<K extends keyof ProjectWrites>(
    kind: K,
    of: Parameters<ProjectWrites[K]>[0],
  ): Promise<Awaited<ReturnType<ProjectWrites[K]>>>;
};

/** The port that projects are kept by, over whatever reads and writes. */
export const projectStore = ({ read, write }: Ways): ProjectStore => ({
  putProject: command => write('putProject', command),
  putProjects: command => write('putProjects', command),
  projectById: id => read(row('projectById', { id })),
  projects: query => read(projectsPage(query)),
  projectTotals: query => read(projectTotals(query)),
  projectEvents: query => read(rows('projectEvents', query)),
});
