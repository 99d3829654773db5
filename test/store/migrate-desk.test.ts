import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, type Dialect as KyselyDialect, PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { overNode } from '#src/store/kysely-sqlite.ts';
import { migrations } from '#src/store/migrations/index.ts';
import type { Dialect } from '#src/store/schema.ts';

const places: readonly (readonly [Dialect, () => Promise<KyselyDialect>])[] = [
  ['sqlite', async () => overNode(new DatabaseSync(':memory:'))],
  ['postgres', async () => new PGliteDialect({ pglite: await PGlite.create() })],
];

const received = '2020-03-01T01:00:00.000Z';
const answered = '2020-03-02T01:00:00.000Z';
const ended = '2020-03-03T01:00:00.000Z';

/** Cases from before the desk: what they are, what happened, and what the desk makes of them. */
const old = [
  ['received', [], { stage: 'to-accept', told: 0, accepted_at: '' }],
  ['held', [], { stage: 'held' }],
  ['assigned', [], { stage: 'doing', accepted_at: received }],
  ['returned', [['returned', answered]], { stage: 'waiting', waiting_since: answered }],
  ['answered', [['answered', answered]], { stage: 'answered', told: 1, answered_at: answered }],
  [
    'closed',
    [
      ['answered', answered],
      ['confirmed', ended],
    ],
    { stage: 'closed', outcome: 'solved', closed_at: ended, asked_at: ended },
  ],
  ['closed', [['closed', ended]], { stage: 'closed', outcome: '', closed_at: ended, asked_at: '' }],
  ['withdrawn', [['withdrawn', ended]], { stage: 'withdrawn', outcome: 'withdrawn' }],
] as const;

test.each(places)(
  '%s: cases from before the desk stand where they stood',
  async (dialect, make) => {
    const db = new Kysely<unknown>({ dialect: await make() });
    const step = async (name: string) => {
      const { up } = (await migrations[name]?.()) ?? {};
      await up?.(db, dialect);
    };
    for (const name of ['0001-cases', '0002-life', '0003-uploads']) await step(name);
    const bytes = new Uint8Array([1]);
    for (const [n, [state, events]] of old.entries()) {
      const answers = n === 0 ? '{"kind":"complaint"}' : '{}';
      await sql`insert into cases (id, number, form, state, enterprise, credit_code, area, line, answers, sealed, wrapped_key, key_id,
      handler, routing, due, held_for, pin_hash, token_hash, received_at, head, head_mac)
      values (${`c${n}`}, ${`n${n}`}, 'other', ${state}, '', '', '', '', ${answers}, ${bytes}, ${bytes}, 'k', 'tax', '{}', '', '[]', '', '',
      ${received}, 1, '')`.execute(db);
      for (const [index, [kind, at]] of events.entries())
        await sql`insert into events (case_id, seq, at, kind, actor, data, mac)
        values (${`c${n}`}, ${index + 1}, ${at}, ${kind}, '', '{}', '')`.execute(db);
    }
    await step('0005-desk');
    const { rows } = await sql<Record<string, unknown>>`select * from cases order by id`.execute(db);
    for (const [n, [, , expected]] of old.entries())
      expect(rows[n]).toMatchObject({
        ...expected,
        holder: 'tax',
        passed_at: received,
        channel: 'web',
        complaint: n === 0 ? 1 : 0,
      });
    await db.destroy();
  },
  60_000,
);
