import { act, type Plan, type Settled } from '#src/cases/act.ts';
import { askAfterClosing } from '#src/cases/asking.ts';
import type { Cursor, DeskRow } from '#src/cases/desk-store.ts';
import type { Office } from '#src/cases/office.ts';
import type { CaseRow } from '#src/cases/store.ts';

/** What a run recorded: reminders before the due time, 催办 after it, questions fourteen days after closing. */
export type Chased = { readonly reminded: number; readonly urged: number; readonly asked: number };

const hour = 3_600_000;
const pageSize = 200;
/** Cases in one run; the next goes on. */
const most = 2000;

const everywhere = {
  department: '',
  officer: '',
  areas: '',
  form: '',
  area: '',
  line: '',
  notAgainst: '',
} as const;

/** Cases in a department's hands that are due before a time, soonest first. */
async function* dueBefore(office: Office, until: string): AsyncGenerator<DeskRow> {
  const stages = ['to-accept', 'declined', 'doing'] as const;
  const pick = { of: 'stages', stages, dueFrom: '', dueBefore: until } as const;
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<Office['store']['deskPage']>> = await office.store.deskPage({
      pick,
      narrow: everywhere,
      sort: 'due',
      after,
      limit: pageSize,
    });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

type Chase = { readonly pressure: 'reminder' | 'urge'; readonly kind: 'reminded' | 'pressed' };

/** The record that a case lacks, by its due time; null where it has it. */
const lacking = (row: DeskRow | CaseRow, now: string): Chase | null => {
  if (row.due < now && (row.pressed === '' || row.pressed === 'reminder'))
    return { pressure: 'urge', kind: 'pressed' };
  return row.due >= now && row.pressed === '' ? { pressure: 'reminder', kind: 'reminded' } : null;
};

const planOf = (row: CaseRow, now: string): Plan | Settled => {
  const chase = lacking(row, now);
  if (!chase || !['received', 'assigned'].includes(row.state)) return { tag: 'done' };
  const { pressure, kind } = chase;
  return { kind, data: { pressure, handler: row.handler }, set: { pressed: pressure } };
};

/**
 * Keeps after what is open, hourly: what is due within hours gets a reminder, what is overdue is urged (超时叫“已超时，已催办”), each once
 * and as a record; what was closed a fortnight ago is asked after. Safe to run anywhere at any time.
 */
export const chase = async (
  office: Office,
  { soonHours }: { readonly soonHours: number },
): Promise<Chased> => {
  const now = office.now().toISOString();
  const done = { reminded: 0, pressed: 0 };
  for await (const row of dueBefore(office, new Date(Date.parse(now) + soonHours * hour).toISOString())) {
    const lack = lacking(row, now);
    if (!lack) continue;
    const result = await act(office, row.number, 'system', one => planOf(one, now));
    if (result.tag === 'done') done[lack.kind] += 1;
    if (done.reminded + done.pressed >= most) break;
  }
  return { reminded: done.reminded, urged: done.pressed, asked: await askAfterClosing(office) };
};
