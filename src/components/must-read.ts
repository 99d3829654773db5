import type { CollectionEntry } from 'astro:content';
import { day } from './zone.ts';

type Notice = CollectionEntry<'notices'>;

/** A notice as the functions know it, that are told which are to be confirmed. */
const listed = ({ id, data }: Notice) => ({
  notice: id,
  title: data.title,
  published: data.published,
  version: data.version ?? 1,
  areas: data.areas ?? [],
  lines: data.lines ?? [],
  until: data.until ?? '',
});

/** The notices that are published and to be confirmed, the newest first. */
export const mustReadOf = (notices: readonly Notice[]) =>
  notices
    .filter(({ data }) => data.mustRead && data.published <= day)
    .sort((a, b) => b.data.published.localeCompare(a.data.published) || a.id.localeCompare(b.id))
    .map(listed);

/** Whether a notice's page asks for confirmation on the site's day. */
export const asksNow = ({ data }: Notice): boolean =>
  data.mustRead === true && (data.until === undefined || data.until >= day);
