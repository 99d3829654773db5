import { Overtaken } from '#src/store/overtaken.ts';

/** The SQLSTATE of an error from the database; null for one from the way there. */
const sqlState = (error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && code !== 'EPIPE' ? code : null;
};

/** 08 connection, 25006 read-only after a failover, 53 resources, 55P03 lock, 57 shutdown or cancelled, 58 system, XX internal. */
const troubles = /^(08|25006|53|55P03|57|58|XX)/;

/**
 * Whether an error speaks of the whole store rather than of one row. What carries no SQLSTATE comes from the way to the
 * database, unless a row was so wrong that our own code stumbled over it.
 */
export const isTrouble = (error: unknown): boolean => {
  if ([Overtaken, TypeError, RangeError].some(kind => error instanceof kind)) return false;
  const state = sqlState(error);
  return state === null || troubles.test(state);
};

/** Two transactions stood in each other's way: serialization failure, deadlock. Run again, the batch finds it settled. */
export const isCollision = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '');

/** Another server wrote the same key or number first. Run again, the command sees what the other wrote. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Overtaken || sqlState(error) === '23505';

/** No such table: nothing was ever migrated. */
export const isUnmigrated = (error: unknown): boolean => sqlState(error) === '42P01';
