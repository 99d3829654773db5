import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { mustReadOf } from '../../components/must-read.ts';

/** Notices that enterprises are asked to confirm, for the functions that take it and the desk that counts it. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(mustReadOf(await getCollection('notices'))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
