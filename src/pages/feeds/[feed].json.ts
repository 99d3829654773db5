import type { APIRoute } from 'astro';
import { type Feed, jsonFeed } from '../../components/feed.ts';
import { feedPaths } from '../../components/feeds.ts';
import { siteUrl } from '../../components/site-url.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props, site }) =>
  new Response(jsonFeed(props.feed, siteUrl(site)), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
