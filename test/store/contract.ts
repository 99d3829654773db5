import { afterAll, beforeAll, describe } from 'vitest';
import type { CaseStore } from '#src/cases/store.ts';
import { batches } from './contract-batch.ts';
import { appending, counting } from './contract-follow.ts';
import { migrating } from './contract-migrate.ts';
import { reading } from './contract-read.ts';
import { receiving } from './contract-receive.ts';
import { closing, sharing } from './contract-share.ts';
import type { Place } from './place.ts';

/** What every adapter must do. `make` gives an empty place. */
export const contract = (name: string, make: () => Promise<Place>): void => {
  describe(name, () => {
    let place: Place;
    let store: CaseStore;
    beforeAll(async () => {
      place = await make();
      await place.migrate();
      store = await place.open();
    });
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    receiving(() => store);
    batches(() => store);
    appending(() => store);
    counting(() => store);
    reading(() => store);
    sharing(
      () => store,
      () => place,
    );
    closing(() => place);
  });
  describe(`${name}: migration`, () => migrating(make));
};
