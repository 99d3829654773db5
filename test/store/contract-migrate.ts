import { expect, test } from 'vitest';
import type { Place } from './place.ts';
import { receipt } from './samples.ts';

/** From nothing to this program's schema, and never back. */
export const migrating = (make: () => Promise<Place>): void => {
  const withPlace = async (work: (place: Place) => Promise<void>): Promise<void> => {
    const place = await make();
    await work(place).finally(() => place.remove());
  };

  test('an empty store says so, comes up to date once, and stays', () =>
    withPlace(async place => {
      const store = await place.open();
      expect(await store.health()).toMatchObject({ schema: 0 });
      const { from, to } = await place.migrate();
      expect([from, await store.health()]).toEqual([0, { schema: to, expected: to }]);
      expect(await place.migrate()).toEqual({ from: to, to });
      expect(await store.receive(receipt())).toEqual({ tag: 'stored' });
      await store.close();
    }));

  test('two that start at once both find it up to date', () =>
    withPlace(async place => {
      await Promise.all([place.migrate(), place.migrate()]);
      const store = await place.open();
      const { schema, expected } = await store.health();
      expect(schema).toBe(expected);
      await store.close();
    }));

  const leases =
    'create table leases (name text primary key not null, holder text not null, expires_at text not null)';
  const lease = (expires: string) => `insert into leases values ('migrations', 'dead', '${expires}')`;

  test('a lease that expired is taken over', () =>
    withPlace(async place => {
      await place.sql(leases);
      await place.sql(lease('2020-01-01T00:00:00.000Z'));
      expect(await place.migrate()).toMatchObject({ from: 0 });
      expect(await place.sql('select holder from leases')).toEqual([]);
    }));

  test('a lease that holds is waited for', () =>
    withPlace(async place => {
      await place.sql(leases);
      await place.sql(lease('2999-01-01T00:00:00.000Z'));
      let done = false;
      const migrated = place.migrate().then(() => {
        done = true;
      });
      await new Promise(resolve => setTimeout(resolve, 400));
      expect(done).toBe(false);
      await place.sql('delete from leases');
      await migrated;
    }));

  test('a store that a newer program migrated is refused in one line', () =>
    withPlace(async place => {
      await place.migrate();
      await place.sql(
        "insert into kysely_migration values ('9999-from-tomorrow', '2999-01-01T00:00:00.000Z')",
      );
      await expect(place.migrate()).rejects.toThrow(
        /^The store was migrated to 9999-from-tomorrow by a newer.*$/,
      );
    }));
};
