import type { APIRoute } from 'astro';
import { jsonFile } from '../../components/hotlines/hsds-source.ts';
import { apiOf } from '../../components/hotlines/hsds-tables.ts';
import { siteUrl } from '../../components/site-url.ts';

/** What the export is, for whoever comes from outside. */
export const GET: APIRoute = ({ site }) => jsonFile(apiOf(siteUrl(site)));
