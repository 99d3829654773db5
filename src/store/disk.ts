import { statfsSync } from 'node:fs';

/** How full the disk of the data folder is: a share from 0 to 1, and whether that is too full to promise anything. */
export type Room = { readonly used: number; readonly full: boolean };

/** Beyond this share nothing is taken in: WAL and backups need room too. */
const limit = 0.9;
const life = 5_000;

/** Where the database is elsewhere, the local disk does not matter. */
export const roomy: Room = { used: 0, full: false };

/** Looks at the disk at most every five seconds. */
export const diskGauge = (folder: string): (() => Room) => {
  let known = roomy;
  let at = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - at < life) return known;
    at = performance.now();
    const { blocks, bavail } = statfsSync(folder);
    const used = Math.round((1 - bavail / blocks) * 1000) / 1000;
    if (used >= limit && !known.full) console.error(JSON.stringify({ level: 'error', alarm: 'disk', used }));
    known = { used, full: used >= limit };
    return known;
  };
};
