import { paths } from '../components/api/paths.ts';
import { schemas } from '../components/api/schemas.ts';
import { statisticsPaths, statisticsSchema } from '../components/api/statistics.ts';
import { zone } from '../components/zone.ts';

/** The API's description (OpenAPI 3.1), made from the forms, the zone's tables and the catalogue of problems at every build. */
const description = {
  openapi: '3.1.0',
  info: {
    title: `${zone.name['zh-Hans']} ${zone.name.en}`,
    version: '1',
    description: 'Submissions without an account. Answers of success follow the durable commit.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'cases', description: 'Needs and questions, and what becomes of them.' },
    { name: 'uploads', description: 'Files, slice by slice, before the form that names them.' },
    { name: 'statistics', description: 'What was done with the needs, as open data.' },
    { name: 'service', description: 'For machines that watch.' },
  ],
  paths: { ...paths, ...statisticsPaths },
  components: { schemas: { ...schemas, Statistics: statisticsSchema } },
};

export const GET = (): Response =>
  new Response(JSON.stringify(description), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
