import { act } from '#src/cases/act.ts';
import type { Office } from '#src/cases/office.ts';

/** Days after closing on which the enterprise is asked once whether the matter is solved. */
const days = 14;
const day = 24 * 3_600_000;

/** Cases at a time. */
const together = 50;

/**
 * Asks after the cases that were closed fourteen days ago: 您反映的问题解决了吗. The question stands on the case's page; "not solved"
 * takes it up again. Gives back how many were asked, at most `most` in one run.
 */
export const askAfterClosing = async (office: Office, most = 1000): Promise<number> => {
  const closedBefore = new Date(office.now().getTime() - days * day).toISOString();
  let done = 0;
  while (done < most) {
    const rows = await office.store.toAskAfter({ closedBefore, limit: together });
    const results = await Promise.all(
      rows.map(({ number }) =>
        act(office, number, 'system', row =>
          row.stage === 'closed' && row.askedAt === '' ? { kind: 'asked' } : { tag: 'done' },
        ),
      ),
    );
    done += rows.length;
    const isStuck = results.every(result => result.tag !== 'done');
    if (rows.length < together || isStuck) break;
  }
  return done;
};
