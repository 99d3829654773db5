import { readFile } from 'node:fs/promises';
import type { CaseStore } from '#src/cases/store.ts';
import { type Look, standing, type WatchStore } from '#src/cases/watch.ts';
import { batches } from '#src/store/batches.ts';
import { anchorDays, keepAnchor } from './anchors.ts';
import { type LastBackup, lastBackupFile } from './backup.ts';

type Needs = {
  readonly store: WatchStore & Pick<CaseStore, 'health'>;
  readonly data: string;
  readonly now: () => Date;
  /** The day of an anchor. */ readonly today: () => string;
  readonly disk: () => { readonly used: number };
};

/** How the place is kept. */
export type Upkeep = {
  /** How it stands; looked at again after ten seconds. */
  look(): Promise<Look>;
  /** Makes the day's anchor unless it is there; false where it is. */
  anchor(): Promise<boolean>;
};

const life = 10_000;

const backedUpAt = async (data: string): Promise<string | null> => {
  try {
    return (JSON.parse(await readFile(lastBackupFile(data), 'utf8')) as LastBackup).at;
  } catch {
    return null;
  }
};

export const openUpkeep = ({ store, data, now, today, disk }: Needs): Upkeep => {
  let known: { readonly at: number; readonly what: Promise<Look> } | null = null;
  const look = async (): Promise<Look> => {
    const at = now();
    const [waiting, health, lastBackup, days] = await Promise.all([
      standing(store, at),
      store.health(),
      backedUpAt(data),
      anchorDays(data),
    ]);
    return {
      ...waiting,
      at: at.toISOString(),
      current: health.schema === health.expected,
      disk: disk().used,
      batches: { ...batches },
      lastBackup,
      lastAnchor: days.at(-1) ?? null,
    };
  };
  return {
    look: () => {
      const at = performance.now();
      if (known && at - known.at < life) return known.what;
      const what = look();
      known = { at, what };
      what.catch(() => {
        known = null;
      });
      return what;
    },
    anchor: () => keepAnchor(store, data, { day: today(), at: now() }),
  };
};
