import type { Step } from '#src/store/migrations/step.ts';

/**
 * Every migration there ever was, in order; a new one goes to the end and none is changed once released. They are loaded
 * only where one must run: a start that finds the store up to date needs no more than the names.
 */
export const migrations: Readonly<Record<string, () => Promise<{ readonly up: Step }>>> = {
  '0001-cases': () => import('#src/store/migrations/0001-cases.ts'),
};

export const names: readonly string[] = Object.keys(migrations);

/** The schema's version that this program expects: how many migrations there are. */
export const schemaVersion = names.length;
