/** A stretch of an answer's line; `to` is where it leads, '' where it is plain words. */
export type Part = { readonly text: string; readonly to: string };

/** An answer as it is shown: paragraphs of a line each, and lists of the lines that begin with `- ` or `· `. */
export type Block = { readonly list: boolean; readonly lines: readonly (readonly Part[])[] };

/** Rooms of the site that an answer may name by address: `/policies/national/x/`, `/hotlines/#12366`. */
export const siteRooms = ['policies', 'guides', 'hotlines', 'forms', 'faq', 'notices', 'suppliers'] as const;
export type SiteRoom = (typeof siteRooms)[number];

const rooms = siteRooms.join('|');
const address = new RegExp(
  `(?<![\\w/.])/(?:${rooms})/[\\w/#-]*|https?://[\\w.-]+(?::\\d+)?[\\w./?=&%#~+:@-]*`,
  'g',
);
const sitePath = new RegExp(`^/(${rooms})/`);

/** The room of an address of this site; null for one elsewhere. */
export const roomOf = (to: string): SiteRoom | null =>
  siteRooms.find(room => room === sitePath.exec(to)?.[1]) ?? null;

/** Where in a text the site's own pages are named in full, by their path alone: an answer outlives the name of its host. */
export const withPaths = (text: string, origin: string): string =>
  siteRooms.reduce((out, room) => out.replaceAll(`${origin}/${room}/`, `/${room}/`), text);

const partsOf = (line: string): readonly Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: to, index } of line.matchAll(address)) {
    if (index > at) parts.push({ text: line.slice(at, index), to: '' });
    parts.push({ text: to, to });
    at = index + to.length;
  }
  return at < line.length ? [...parts, { text: line.slice(at), to: '' }] : parts;
};

const bullet = /^[-·•]\s+/;

/** A typed answer as blocks; blank lines only part them. */
export const blocksOf = (answer: string): readonly Block[] => {
  const blocks: { list: boolean; lines: (readonly Part[])[] }[] = [];
  for (const typed of answer.split('\n')) {
    const line = typed.trim();
    if (line === '') continue;
    const list = bullet.test(line);
    const parts = partsOf(line.replace(bullet, ''));
    const last = blocks.at(-1);
    if (list && last?.list) last.lines.push(parts);
    else blocks.push({ list, lines: [parts] });
  }
  return blocks;
};
