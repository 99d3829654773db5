import type { APIRoute } from 'astro';
import { atom, type Feed } from '../../components/feed.ts';
import { feedPaths } from '../../components/feeds.ts';
import { siteUrl } from '../../components/site-url.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props, site }) =>
  new Response(atom(props.feed, siteUrl(site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
