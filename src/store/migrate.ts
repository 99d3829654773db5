import type { Dialect as KyselyDialect } from 'kysely';
import { names, schemaVersion } from '#src/store/migrations/index.ts';
import type { Dialect } from '#src/store/schema.ts';

/**
 * Begins a name that stands among the migrations and is none: no program opens a store that has one. What follows says why, as
 * a move that did not end, or a store that lies elsewhere by now.
 */
export const closed = 'closed: ';

/** Versions count migrations: from 0, nothing yet, to what this program expects. */
export type Migrated = { readonly from: number; readonly to: number };

export type Target = {
  readonly dialect: Dialect;
  /** The last migration to run, for a backup of an older store; undefined: all. */ readonly upTo?:
    | string
    | undefined;
  /** The names of the migrations that ran, none where the store is empty. */
  applied(): Promise<readonly string[]>;
  /** How Kysely reaches the store; asked for only where something is to run. */
  kysely(): Promise<KyselyDialect>;
};

/**
 * Brings a store up to this program's schema, under a lease, each step whole. Refuses a store that a newer program migrated:
 * there is no way back but a backup.
 */
export const migrate = async (target: Target): Promise<Migrated> => {
  const applied = await target.applied();
  const stranger = applied.find(name => !names.includes(name));
  if (stranger?.startsWith(closed)) throw new Error(`The store is closed: ${stranger.slice(closed.length)}.`);
  if (stranger)
    throw new Error(
      `The store was migrated to ${stranger} by a newer program; this one knows ${schemaVersion} up to ${names.at(-1)}. Start the newer one, or restore the backup from before.`,
    );
  if (applied.length < schemaVersion) {
    const { runPending } = await import('#src/store/migrator.ts');
    await runPending(target.dialect, await target.kysely(), target.upTo);
  }
  return { from: applied.length, to: schemaVersion };
};
