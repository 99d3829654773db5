import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type App, openApp } from '#src/app.ts';
import { anchorsOf } from '#src/backup/anchors.ts';
import { openPlace } from '#src/backup/place.ts';
import type { Look } from '#src/cases/watch.ts';
import type { Config } from '#src/config.ts';
import { type Finding, looked, warn, well, wrong } from './doctor-finding.ts';

/** Two days: a backup a day, and one that failed. */
const oldest = 48 * 3_600_000;
/** Minutes for which a notice may wait. */
const patience = 15;

const database = async (settings: Config, { office }: App): Promise<Finding> => {
  const { schema, expected } = await office.store.health();
  if (schema !== expected) return wrong('store', 'storeOld', 'storeOldDo', { schema, expected });
  const { rows } = await openPlace(settings);
  const error = await rows.sound().finally(rows.close);
  return error === null
    ? well('store', 'storeWell', { place: rows.place, schema })
    : wrong('store', 'storeBroken', 'storeBrokenDo', { error });
};

const keys = async ({ office }: App): Promise<Finding> => {
  const { ring } = office.keys;
  const uses = await office.store.keyUse();
  const foreign = uses.filter(({ keyId }) => keyId !== '' && !ring.has(keyId));
  const n = foreign.reduce((sum, { cases }) => sum + cases, 0);
  return n === 0
    ? well('keys', 'keysWell', { ids: [...ring.keys()].join(', ') })
    : wrong('keys', 'keysForeign', 'keysDo', { n });
};

const backup = ({ lastBackup: at }: Look): Finding => {
  if (at === null) return warn('backup', 'backupNever', 'backupDo');
  return Date.now() - Date.parse(at) > oldest
    ? warn('backup', 'backupOld', 'backupDo', { at })
    : well('backup', 'backupWell', { at });
};

const anchors = async (data: string): Promise<Finding> => {
  const { list, fault } = await anchorsOf(data);
  if (fault) return wrong('anchor', 'anchorBroken', 'anchorDo', { day: fault.day });
  const last = list.at(-1);
  return last
    ? well('anchor', 'anchorWell', { n: list.length, day: last.day })
    : well('anchor', 'anchorNone');
};

const outbox = ({ waiting, dead, lag }: Look): readonly Finding[] => {
  const minutes = Math.round(lag / 60);
  const failed = dead > 0 ? [warn('outbox', 'outboxDead', 'outboxDo', { n: dead })] : [];
  return minutes >= patience
    ? [warn('outbox', 'outboxLate', 'outboxDo', { n: waiting, minutes }), ...failed]
    : [well('outbox', 'outboxWell', { n: waiting }), ...failed];
};

/** The store and what lies in it. It is opened, and neither made nor migrated. */
export const store = (settings: Config): Promise<readonly Finding[]> =>
  looked('store', async () => {
    if (settings.databaseUrl === null && !existsSync(join(settings.data, 'reopendesk.sqlite')))
      return [warn('store', 'storeNone', 'storeNoneDo')];
    const app = await openApp(settings, { migrate: false });
    try {
      const found = await database(settings, app);
      if (found.said === 'storeOld') return [found];
      const look = await app.upkeep.look();
      return [found, await keys(app), backup(look), await anchors(settings.data), ...outbox(look)];
    } finally {
      await app.office.store.close();
    }
  });

/** Ways to tell people that are set up. */
export const channels = ({ notify }: Config): Finding => {
  const { dutyPhones: _, ...ways } = notify;
  const names = Object.entries(ways).flatMap(([name, way]) => (way ? [name] : []));
  return names.length > 0
    ? well('channels', 'channelsWell', { names: names.join(', ') })
    : warn('channels', 'channelsNone', 'channelsDo');
};
