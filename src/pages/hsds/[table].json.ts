import type { APIRoute } from 'astro';
import { jsonFile, source } from '../../components/hotlines/hsds-source.ts';
import { paged, tablesIn } from '../../components/hotlines/hsds-tables.ts';

/** The directory as lists of HSDS 3.0: `/hsds/services.json` whole, the others by themselves. */
export const getStaticPaths = async () =>
  Object.entries(tablesIn(await source(undefined))).map(([table]) => ({ params: { table } }));

export const GET: APIRoute<Record<string, never>, { table: string }> = async ({ params, site }) => {
  const found = Object.entries(tablesIn(await source(site))).find(([table]) => table === params.table);
  return jsonFile(paged<unknown>(found?.[1] ?? []));
};
