import { join } from 'node:path';

/** One build of the folder that it is started in: pages, then the index. `bare` has Pagefind's, else it is ours. */
const root = process.cwd();
const dist = join(root, 'dist');
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { build } = await import('astro');
await build({ root, cacheDir: join(root, '.cache'), logLevel: 'error' });
if (process.argv[2] === 'bare') {
  const pagefind = await import('pagefind');
  const { index } = await pagefind.createIndex({});
  await index?.addDirectory({ path: dist });
  await index?.writeFiles({ outputPath: join(dist, 'pagefind') });
  await pagefind.close();
} else {
  const { buildSearch } = await import('#src/commands/search-index.ts');
  await buildSearch(root, dist);
}
