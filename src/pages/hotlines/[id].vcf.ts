import type { APIRoute } from 'astro';
import { cardOf } from '../../components/hotlines/card.ts';
import { everyLine } from '../../components/hotlines/directory.ts';
import type { Line } from '../../components/hotlines/lines.ts';
import { siteUrl } from '../../components/site-url.ts';
import { day, zone } from '../../components/zone.ts';

/** A contact for the phone, for every number that was published. */
export const getStaticPaths = async () =>
  (await everyLine(zone, day))
    .filter(line => line.numbers.length > 0)
    .map(line => ({ params: { id: line.id }, props: { line } }));

export const GET: APIRoute<{ line: Line }> = ({ props, site }) =>
  new Response(cardOf(props.line, siteUrl(site)), {
    headers: { 'content-type': 'text/vcard; charset=utf-8' },
  });
