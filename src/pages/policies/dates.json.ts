import type { APIRoute } from 'astro';
import { packDates } from '#src/rules/validity-pack.ts';
import { placeOf, policyRows } from '../../components/policies.ts';

/** Policies whose end is known, for a home page read on another day than it was built: address, sentence, place, dates. */
export const GET: APIRoute = async () => {
  const rows = (await policyRows()).filter(({ entry }) => entry.data.ends.length > 0);
  return new Response(
    JSON.stringify(
      rows.map(({ entry, path }) => [path, entry.data.summary, placeOf(entry.data), packDates(entry.data)]),
    ),
    { headers: { 'content-type': 'application/json; charset=utf-8' } },
  );
};
