import type { Office } from '#src/cases/office.ts';
import { type Expired, expire, wouldExpire } from '#src/cases/rewrite.ts';
import { StoreUnavailable } from '#src/cases/store.ts';
import { dayOf } from '#src/rules/day.ts';

/** What a run of the retention did, or would do: cases of which something went, how many went whole, fields of the others. */
export type Retained = {
  readonly cases: number;
  readonly whole: number;
  readonly fields: number;
  /** Cases that could not be opened: the others do not wait for them. */ readonly failed: number;
};

type Options = {
  /** Only counts what would go. */ readonly dry?: boolean;
  /** Writes a database of one file anew afterwards: nothing is left in its gaps, and nobody can write meanwhile. */
  readonly whole?: boolean;
  /** Cases at most; what is left is done by the next run. */ readonly most?: number;
};

/** Cases at a time: their writes share commits. */
const together = 50;

const add = (sum: Retained, result: PromiseSettledResult<Expired | null>): Retained => {
  if (result.status === 'rejected') {
    if (result.reason instanceof StoreUnavailable) throw result.reason;
    return { ...sum, failed: sum.failed + 1 };
  }
  const one = result.value;
  if (!one) return sum;
  const fields = one.whole ? 0 : one.fields;
  return {
    ...sum,
    cases: sum.cases + 1,
    whole: sum.whole + (one.whole ? 1 : 0),
    fields: sum.fields + fields,
  };
};

/**
 * Deletes what the notices promised to delete by today: fields whose days are over, and with the last of them the case's key.
 * Figures keep codes, quantities and dates. Afterwards what was deleted is overwritten in the database's log.
 */
export const retain = async (
  office: Office,
  { dry = false, whole = false, most = Number.POSITIVE_INFINITY }: Options = {},
): Promise<Retained> => {
  let done: Retained = { cases: 0, whole: 0, fields: 0, failed: 0 };
  let after: string | null = null;
  do {
    const page = await office.store.expired({ day: dayOf(office.now()), after, limit: together });
    const each = page.rows.map(row => (dry ? wouldExpire(office, row) : expire(office, row.number)));
    done = (await Promise.allSettled(each)).reduce(add, done);
    after = page.next;
  } while (after !== null && done.cases < most);
  if (!dry && (whole || done.cases > 0)) await office.store.scrub({ whole });
  return done;
};
