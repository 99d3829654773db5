import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '#src/store/adapter.ts';
import { acknowledging } from './contract-acknowledge.ts';
import { batches } from './contract-batch.ts';
import { bedding } from './contract-beds.ts';
import { charging } from './contract-charges.ts';
import { desking, lookingUp } from './contract-desk.ts';
import { donating } from './contract-donations.ts';
import { publishing } from './contract-faq.ts';
import { figuring } from './contract-figures.ts';
import { findingOut } from './contract-findings.ts';
import { firming } from './contract-firms.ts';
import { appending, counting } from './contract-follow.ts';
import { financing } from './contract-funding.ts';
import { ledgering } from './contract-ledger.ts';
import { changing, linking, rewrapping, wording } from './contract-life.ts';
import { migrating } from './contract-migrate.ts';
import { outboxing } from './contract-outbox.ts';
import { papering } from './contract-papers.ts';
import { projecting } from './contract-projects.ts';
import { reading } from './contract-read.ts';
import { receiving } from './contract-receive.ts';
import { rostering } from './contract-roster.ts';
import { rounding } from './contract-rounds.ts';
import { closing, sharing } from './contract-share.ts';
import { slotting } from './contract-slots.ts';
import { staffing } from './contract-staff.ts';
import { traying } from './contract-tray.ts';
import { uploading } from './contract-uploads.ts';
import { vacancying } from './contract-vacancies.ts';
import { visiting } from './contract-visits.ts';
import type { Place } from './place.ts';

/** What every adapter must do. `make` gives an empty place. */
export const contract = (name: string, make: () => Promise<Place>): void => {
  describe(name, () => {
    let place: Place;
    let store: Store;
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
    linking(() => store);
    changing(() => store);
    rewrapping(() => store);
    wording(() => store);
    counting(() => store);
    reading(() => store);
    uploading(() => store);
    desking(() => store);
    charging(() => store);
    lookingUp(() => store);
    staffing(() => store);
    traying(() => store);
    visiting(() => store);
    rounding(() => store);
    projecting(() => store);
    findingOut(() => store);
    vacancying(() => store);
    rostering(() => store);
    publishing(() => store);
    figuring(
      () => store,
      () => place,
    );
    papering(
      () => store,
      () => place,
    );
    firming(() => store);
    acknowledging(() => store);
    financing(() => store);
    donating(() => store);
    bedding(
      () => store,
      () => place,
    );
    slotting(
      () => store,
      () => place,
    );
    ledgering(
      () => store,
      () => place,
    );
    outboxing(
      () => store,
      () => place,
    );
    sharing(
      () => store,
      () => place,
    );
    closing(() => place);
  });
  describe(`${name}: migration`, () => migrating(make));
};
