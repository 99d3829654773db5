import type { APIRoute } from 'astro';
import { jsonFile, source } from '../../components/hotlines/hsds-source.ts';
import { packageOf, type Table, tablesIn } from '../../components/hotlines/hsds-tables.ts';

export const GET: APIRoute = async ({ site }) => {
  const all = await source(site);
  return jsonFile(packageOf(Object.keys(tablesIn(all)) as Table[], all.site));
};
