import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, type Dialect as KyselyDialect, PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { overNode } from '#src/store/kysely-sqlite.ts';
import { migrations, names } from '#src/store/migrations/index.ts';
import type { Dialect } from '#src/store/schema.ts';

const places: readonly (readonly [Dialect, () => Promise<KyselyDialect>])[] = [
  ['sqlite', async () => overNode(new DatabaseSync(':memory:'))],
  ['postgres', async () => new PGliteDialect({ pglite: await PGlite.create() })],
];

test.each(places)(
  '%s: the absence that an officer had is the first of their absences',
  async (dialect, make) => {
    const db = new Kysely<unknown>({ dialect: await make() });
    const step = async (name: string) => {
      const { up } = (await migrations[name]?.()) ?? {};
      await up?.(db, dialect);
    };
    for (const name of names.slice(0, names.indexOf('0022-charges'))) await step(name);
    const bytes = new Uint8Array([1]);
    const put = async (id: string, from: string, until: string, standIn: string) =>
      sql`insert into roster (id, login, department, areas, enterprises, since, until, away_from, away_until, stand_in, sealed)
        values (${id}, '', 'tax', '[]', '[]', '2020-01-01', '', ${from}, ${until}, ${standIn}, ${bytes})`.execute(
        db,
      );
    await put('a', '2020-03-20', '2020-03-22', 'b');
    await put('b', '', '', '');
    await step('0022-charges');
    const { rows } = await sql`select id, absences from roster order by id`.execute(db);
    expect(rows).toEqual([
      { id: 'a', absences: '[{"from":"2020-03-20","until":"2020-03-22","standIn":"b"}]' },
      { id: 'b', absences: '[]' },
    ]);
    const { rows: kept } = await sql`select * from roster_absences`.execute(db);
    expect(kept).toEqual([
      { officer_id: 'a', from_day: '2020-03-20', until_day: '2020-03-22', stand_in: 'b' },
    ]);
    await db.destroy();
  },
  180_000,
);
