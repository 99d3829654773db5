import type { QueueQuery, QueueView, Watch } from '#src/cases/queue.ts';
import type { SignedIn } from '#src/http/desk/session.ts';
import type { Role, Staff } from '#src/staff/staff.ts';
import type { Filters } from '#src/views/desk/queue-page.ts';

/** Cases on one page of the queue. */
const pageSize = 50;

const open = [
  'due-today',
  'overdue',
  'fast',
  'waiting',
  'answered',
  'unsolved',
  'upward',
  'closed',
  'all',
] as const;
const own = ['to-accept', 'mine', 'department', 'assisting', ...open] as const;
const deciding = ['declined', 'held', 'complaints', 'to-revisit'] as const;

/** The views of the queue that each role has. */
const viewsOfRole: Readonly<Record<Role, readonly QueueView[]>> = {
  administrator: ['to-accept', ...open, ...deciding],
  dispatcher: [...own, ...deciding],
  officer: own,
  liaison: open,
  auditor: ['to-accept', ...open, ...deciding],
  viewer: [],
};

/** Of a department's own: without one they are empty for whoever sees all. */
const ofDepartment: readonly QueueView[] = ['department', 'assisting'];

export const viewsOf = (staff: Staff, { department }: Pick<Filters, 'department'>): readonly QueueView[] =>
  viewsOfRole[staff.role].filter(
    view => department !== '' || staff.role === 'officer' || !ofDepartment.includes(view),
  );

const code = (url: URL, name: string): string => {
  const value = url.searchParams.get(name) ?? '';
  return /^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : '';
};

/** What is asked of the queue, from its address. Somebody of one department or of some areas asks of those alone. */
export type Asked = {
  readonly view: QueueView;
  readonly filters: Filters;
  readonly watch: Watch;
  readonly query: QueueQuery;
};

const watchOf = ({ role, department, login, areas, enterprises = [] }: Staff, filters: Filters): Watch => {
  const officer = { officer: login };
  if (role === 'liaison') return { areas, codes: enterprises };
  if (role === 'officer') return { ...officer, department, notAgainst: department };
  const notAgainst = department === '' ? {} : { notAgainst: department };
  return { ...officer, ...notAgainst, ...(filters.department !== '' && { department: filters.department }) };
};

/** Reads what is asked of the queue; what this person does not have becomes their first view. */
export const asked = (url: URL, { staff }: Pick<SignedIn, 'staff'>): Asked => {
  const isWide = staff.role !== 'officer' && staff.role !== 'liaison';
  const filters: Filters = {
    form: code(url, 'form'),
    area: code(url, 'area'),
    line: code(url, 'line'),
    department: isWide ? code(url, 'department') : '',
    sort: url.searchParams.get('sort') === 'received' ? 'received' : 'due',
  };
  const views = viewsOf(staff, filters);
  const wanted = url.searchParams.get('view');
  const view = views.find(one => one === wanted) ?? views[0] ?? 'all';
  const watch = watchOf(staff, filters);
  const { form, area, line } = filters;
  const query: QueueQuery = {
    ...watch,
    view,
    form,
    area,
    line,
    sort: filters.sort === 'received' ? 'received' : 'due',
    after: url.searchParams.get('after')?.slice(0, 130) ?? null,
    limit: pageSize,
  };
  return { view, filters, watch, query };
};
