import type { Step } from '#src/store/migrations/step.ts';

/**
 * Every migration there ever was, in order; a new one goes to the end and none is changed once released. They are loaded
 * only where one must run: a start that finds the store up to date needs no more than the names.
 */
export const migrations: Readonly<Record<string, () => Promise<{ readonly up: Step }>>> = {
  '0001-cases': () => import('#src/store/migrations/0001-cases.ts'),
  '0002-life': () => import('#src/store/migrations/0002-life.ts'),
  '0003-uploads': () => import('#src/store/migrations/0003-uploads.ts'),
  '0004-staff': () => import('#src/store/migrations/0004-staff.ts'),
  '0005-desk': () => import('#src/store/migrations/0005-desk.ts'),
  '0006-outbox': () => import('#src/store/migrations/0006-outbox.ts'),
  '0007-views': () => import('#src/store/migrations/0007-views.ts'),
  '0008-faq': () => import('#src/store/migrations/0008-faq.ts'),
  '0009-ledger': () => import('#src/store/migrations/0009-ledger.ts'),
  '0010-roster': () => import('#src/store/migrations/0010-roster.ts'),
  '0011-visits': () => import('#src/store/migrations/0011-visits.ts'),
  '0012-figures': () => import('#src/store/migrations/0012-figures.ts'),
  '0013-firms': () => import('#src/store/migrations/0013-firms.ts'),
  '0014-papers': () => import('#src/store/migrations/0014-papers.ts'),
  '0015-funding': () => import('#src/store/migrations/0015-funding.ts'),
  '0016-acknowledgements': () => import('#src/store/migrations/0016-acknowledgements.ts'),
  '0017-lists': () => import('#src/store/migrations/0017-lists.ts'),
  '0018-donations': () => import('#src/store/migrations/0018-donations.ts'),
  '0019-vacancies': () => import('#src/store/migrations/0019-vacancies.ts'),
  '0020-slots': () => import('#src/store/migrations/0020-slots.ts'),
  '0021-findings': () => import('#src/store/migrations/0021-findings.ts'),
  '0022-charges': () => import('#src/store/migrations/0022-charges.ts'),
};

export const names: readonly string[] = Object.keys(migrations);

/** The schema's version that this program expects: how many migrations there are. */
export const schemaVersion = names.length;
