import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { projectColumns, projectSheetWords as words } from '#src/i18n/desk-projects-sheet.ts';
import type { ProjectPlan, projectSheets } from '#src/projects/import.ts';
import type { ProjectTyped } from '#src/projects/plan.ts';
import type { Column, Known, Typed } from '#src/projects/sheet.ts';
import { moneyIn, moneyTyped } from '#src/views/desk/money.ts';
import type { ImportLine } from '#src/views/desk/sheet-import.ts';
import { departmentChoices } from './deed.ts';
import { deskProblem, deskWay } from './frame.ts';
import { projectChoices } from './projects.ts';
import { areaName } from './rows.ts';
import { type DeskPost, readDeskPost, type SignedIn } from './session.ts';
import { faultOfAll, importPageOf } from './sheet-import.ts';
import { cellsIn } from './sheets.ts';

/** Sheets of projects, as the room of projects reads, compares and puts them. */
type Sheets = ReturnType<typeof projectSheets>;

type Place = {
  readonly ask: Ask;
  readonly front: Front;
  readonly signed: SignedIn;
  readonly sheets: Sheets;
};

const importPage = importPageOf({
  at: 'projects',
  path: 'projects/sheets/import/',
  words,
  columns: projectColumns,
});

/** The zone's names that a cell may hold, and whose projects this officer may change. */
const knownIn = ({ front, signed }: Pick<Place, 'front' | 'signed'>): Known => {
  const { areas, lines, departments } = projectChoices(front, signed);
  return { areas, lines, departments: departmentChoices(front), mine: departments.map(([code]) => code) };
};

/** What a project has under a column, in words; money to the yuan, as it is typed. */
export const projectCell = (front: Front, one: ProjectTyped, column: Column, lang: Ask['lang']): string => {
  switch (column) {
    case 'area':
      return areaName(front, one.area, lang);
    case 'line':
      return front.tables.lines.find(({ code }) => code === one.line)?.name[lang] ?? '';
    case 'department':
      return front.department(one.department)[lang];
    case 'investment':
      return moneyTyped(one.investment);
    default:
      return one[column];
  }
};

/** As in the sheet, but a sum that is exact in few digits is said as people say it: `21亿元`. */
const shownCell = (front: Front, one: ProjectTyped, column: Column, lang: Ask['lang']): string =>
  column === 'investment' && one.investment % 1_000_000 === 0
    ? moneyIn(one.investment, lang)
    : projectCell(front, one, column, lang);

const linesOf = ({ ask: { lang }, front }: Place, { difference }: ProjectPlan) => {
  const line = (one: ProjectTyped): ImportLine => {
    const cells = (['unit', 'department', 'area'] as const).map(column =>
      projectCell(front, one, column, lang),
    );
    const place = [...cells, moneyIn(one.investment, lang), one.planned].join(' · ');
    return { name: one.name, place, changes: [] };
  };
  return {
    added: difference.added.map(line),
    gone: [],
    changed: difference.changed.map(({ before, after, columns }) => ({
      ...line(after),
      changes: columns.map(column => ({
        column,
        before: shownCell(front, before, column, lang),
        after: shownCell(front, after, column, lang),
      })),
    })),
    same: difference.same,
  };
};

/** What rows would change, with what the button sends to have it so. The rows come back as text and are read again. */
const preview = (place: Place, rows: readonly Typed[], plan: ProjectPlan, notice = ''): Response => {
  if (plan.faults.length > 0) return importPage(place, 422, { wrong: plan.faults });
  const send = { _content: JSON.stringify(rows), _mark: plan.mark };
  return importPage(place, notice ? 409 : 200, { notice, preview: { ...linesOf(place, plan), send } });
};

const check = async (place: Place, post: DeskPost): Promise<Response> => {
  const { sheets, signed } = place;
  const cells = await cellsIn(post);
  if ('message' in cells) return importPage(place, 422, { wrong: faultOfAll(cells.message) });
  const { rows, faults } = sheets.typedIn(cells);
  if (faults.length > 0) return importPage(place, 422, { wrong: faults });
  return preview(place, rows, await sheets.plan(rows, knownIn(place), signed.staff.login));
};

/** The rows that a preview sent along; what is none of ours has none. */
const rowsIn = ({ controls }: DeskPost, columns: readonly Column[]): readonly Typed[] => {
  const isRow = (one: unknown): one is Typed =>
    typeof one === 'object' &&
    one !== null &&
    'row' in one &&
    Number.isInteger(one.row) &&
    columns.every(column => typeof (one as Readonly<Record<string, unknown>>)[column] === 'string');
  try {
    const sent: unknown = JSON.parse(controls.get('_content') ?? '');
    return Array.isArray(sent) && sent.length <= 500 && sent.every(isRow) ? sent : [];
  } catch {
    return [];
  }
};

/** Does what was looked at, and nothing else: where it would be something else by now, that is looked at first. */
const confirm = async (place: Place, post: DeskPost): Promise<Response> => {
  const { ask, sheets, signed } = place;
  const by = signed.staff.login;
  const rows = rowsIn(post, sheets.columns);
  if (rows.length === 0) return deskProblem(ask, 'not-found');
  const plan = await sheets.plan(rows, knownIn(place), by);
  const { added, changed } = plan.difference;
  if (plan.faults.length === 0 && added.length + changed.length === 0)
    return deskWay(ask, '/desk/projects/?imported=0~0#done');
  if (plan.faults.length > 0 || plan.mark !== post.controls.get('_mark'))
    return preview(place, rows, plan, words.stale[ask.lang]);
  if ((await sheets.apply(plan, by)) === 'stored')
    return deskWay(ask, `/desk/projects/?imported=${added.length}~${changed.length}#done`);
  // Somebody was faster, with this very sheet or with something else: it is looked at as it stands now.
  const now = await sheets.plan(rows, knownIn(place), by);
  const isDone = now.faults.length === 0 && now.difference.added.length + now.difference.changed.length === 0;
  return isDone
    ? deskWay(ask, '/desk/projects/?imported=0~0#done')
    : preview(place, rows, now, words.stale[ask.lang]);
};

/** A sheet of projects: checked, shown what it would change, then imported. */
export const projectsImport = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  sheets: Sheets,
): Promise<Response> => {
  const place: Place = { ask, front, signed, sheets };
  if (knownIn(place).mine.length === 0) return deskProblem(ask, 'not-yours');
  if (ask.request.method !== 'POST') return importPage(place, 200);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  return post.controls.get('_act') === 'confirm' ? confirm(place, post) : check(place, post);
};
