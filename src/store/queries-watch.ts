import { type Kysely, sql } from 'kysely';
import type { Stage } from '#src/cases/desk-store.ts';
import type { OutboxCourse } from '#src/notify/port.ts';
import type { Schema } from '#src/store/schema.ts';

const all = sql<number>`cast(count(*) as integer)`;

/** What anchors and alarms ask. */
export const watching = (db: Kysely<Schema>) => ({
  headsPage: (a: { after: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(['id', 'head', 'head_mac as headMac'])
      .where('id', '>', a.after)
      .orderBy('id')
      .limit(a.limit),
  countStage: (a: { stage: Stage; before: string }) =>
    db.selectFrom('cases').select(all.as('count')).where('stage', '=', a.stage).where('due', '<', a.before),
  countOutbox: (a: { state: OutboxCourse['state'] }) =>
    db.selectFrom('outbox').select(all.as('count')).where('state', '=', a.state),
});
