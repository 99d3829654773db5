import type { QueueRow, QueueView } from '#src/cases/queue.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { viewWords } from '#src/i18n/desk.ts';
import type { SavedView } from '#src/staff/tray.ts';
import { type BulkAct, bulkActs } from '#src/views/desk/bulk.ts';
import { queueView } from '#src/views/desk/queue.ts';
import type { QueuePage } from '#src/views/desk/queue-page.ts';
import { deskPage } from './frame.ts';
import { lineOf, namesOf } from './rows.ts';
import type { SignedIn } from './session.ts';
import { type Asked, viewsOf } from './watch.ts';

/** Where counting stops, `999+`, but not in these: what waits for somebody is counted to the end. */
const most = 1000;
const stopping: readonly QueueView[] = ['closed', 'all', 'fast', 'assisting', 'complaints', 'to-revisit'];
const counted = (view: QueueView, n: number): string =>
  n >= most && stopping.includes(view) ? `${most - 1}+` : String(n);

/** What the filters offer: departments only to whoever sees more than one. */
const optionsOf = (front: Front, { staff }: SignedIn, { lang }: Ask): QueuePage['options'] => {
  const { tables, forms } = front;
  const areas = tables.areas.filter(({ code }) => staff.role !== 'liaison' || staff.areas.includes(code));
  const isWide = !['officer', 'liaison'].includes(staff.role);
  return {
    form: forms.map(form => [form.id, form.title[lang]]),
    area: areas.map(area => [area.code, area.name[lang]]),
    line: tables.lines.map(line => [line.code, line.name[lang]]),
    department: isWide ? departmentsIn(front, lang) : [],
  };
};

/** The zone's departments, code and name. */
export const departmentsIn = (front: Front, lang: Ask['lang']): readonly (readonly [string, string])[] =>
  front.departments.map(code => [code, front.department(code)[lang]]);

/** Who may do something to several cases at once: an auditor reads the same queue. */
const bulkOf = (ask: Ask, front: Front, { staff }: SignedIn): QueuePage['bulk'] =>
  front.desk.may(staff, 'bulk') ? departmentsIn(front, ask.lang) : [];

/** An officer presses only by reminding; what a role may do to a case at all is looked at again for each. */
export const actsOf = ({ desk }: Front, { staff }: SignedIn): readonly BulkAct[] =>
  bulkActs.filter(act => act !== 'release' || desk.may(staff, act));

type Found = {
  readonly page: { readonly rows: readonly QueueRow[]; readonly next: string | null };
  readonly counts: Readonly<Record<QueueView, number>>;
  readonly saved: readonly SavedView[];
};

/** The queue as a page. `problem`: why a view was not saved; '' otherwise. */
export const queuePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  asked: Asked,
  { page, counts, saved }: Found,
  now: Date,
  problem = '',
): Promise<Response> => {
  const { lang } = ask;
  const { view, filters } = asked;
  const officers = page.rows.map(row => row.officer);
  const names = await namesOf(front, officers);
  const main = queueView({
    lang,
    csrf: signed.csrf,
    now,
    view,
    filters,
    counts: viewsOf(signed.staff, filters).map(one => [one, counted(one, counts[one])]),
    options: optionsOf(front, signed, ask),
    rows: page.rows.map(row => lineOf(front, row, names, lang)),
    next: page.next ?? '',
    isFirst: (asked.query.after ?? null) === null,
    saved,
    problem,
    bulk: bulkOf(ask, front, signed),
    acts: actsOf(front, signed),
  });
  return deskPage(ask, problem ? 422 : 200, viewWords[view][lang], main, { ...signed, here: 'queue' });
};
