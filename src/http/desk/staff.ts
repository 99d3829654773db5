import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { staffWords as words } from '#src/i18n/desk-staff.ts';
import type { Changed, Invited, StaffLook, StaffWish } from '#src/staff/accounts.ts';
import type { Role } from '#src/staff/staff.ts';
import type { StaffRow } from '#src/staff/store.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type Choice, type Typed, untyped } from '#src/views/desk/fields.ts';
import {
  inviteView,
  type StaffLine,
  type StaffState,
  staffListView,
  staffOneView,
} from '#src/views/desk/staff.ts';
import { originOf } from './cookies.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

/** Accounts on a page: the room of accounts gives one more where another page follows. */
const perPage = 50;

export type { Typed };

/** The login in an address of one account; '' in the list's. */
const loginIn = ({ url }: Ask): string => {
  const part = /\/desk\/staff\/([^/]+)\/$/.exec(url.pathname)?.[1] ?? '';
  try {
    return decodeURIComponent(part).slice(0, 64);
  } catch {
    return part.slice(0, 64);
  }
};

/** Which accounts are wanted: those after a login, or one. */
export const wantedIn = (ask: Ask): { readonly login: string; readonly after: string } => ({
  login: loginIn(ask),
  after: (ask.url.searchParams.get('after') ?? '').slice(0, 64),
});

const stateOf = (row: StaffRow): StaffState => {
  if (row.state === 'disabled') return 'disabled';
  return row.password === '' && row.totp === null && row.invite !== '' ? 'invited' : 'active';
};

const lineOf = (row: StaffRow): StaffLine => ({
  login: row.login,
  name: row.name,
  role: row.role,
  department: row.department,
  areas: JSON.parse(row.areas) as string[],
  state: stateOf(row),
});

const choicesOf = (front: Front) => ({
  departments: front.departments.map((code): Choice => [code, front.department(code)]),
  areas: front.tables.areas.map(({ code, name }): Choice => [code, name]),
});

type Rows = readonly StaffRow[];

const listPage = (ask: Ask, front: Front, who: SignedIn, rows: Rows, typed?: Typed): Response => {
  const shown = rows.slice(0, perPage);
  const view = staffListView({
    lang: ask.lang,
    csrf: who.csrf,
    ...choicesOf(front),
    typed: typed ?? untyped,
    rows: shown.map(lineOf),
    next: rows.length > perPage ? (shown.at(-1)?.login ?? '') : '',
  });
  return deskPage(ask, typed ? 422 : 200, words.title[ask.lang], view, { ...who, here: 'staff' });
};

const doneCodes = { change: words.changed, disable: words.wasDisabled } as const;
type DoneCode = keyof typeof doneCodes;
const isDoneCode = (text: string): text is DoneCode => Object.hasOwn(doneCodes, text);

const typedOf = ({ name, role, department, areas }: StaffLine): Typed => ({
  values: { name, role, department, areas },
  problems: {},
});

const onePage = (
  ask: Ask,
  front: Front,
  who: SignedIn,
  found: Extract<StaffLook, { tag: 'one' }>,
  typed?: Typed,
): Response => {
  if (!found.row) return deskProblem(ask, 'not-found');
  const row = lineOf(found.row);
  const code = ask.url.searchParams.get('done') ?? '';
  const view = staffOneView({
    lang: ask.lang,
    csrf: who.csrf,
    ...choicesOf(front),
    typed: typed ?? typedOf(row),
    row,
    own: row.login === who.staff.login,
    done: isDoneCode(code) ? doneCodes[code][ask.lang] : '',
    events: found.events,
  });
  return deskPage(ask, typed ? 422 : 200, row.name, view, { ...who, here: 'staff' });
};

/** What was looked at, as a page; with what was typed where something is missing or wrong. */
export const shown = async (
  ask: Ask,
  front: Front,
  who: SignedIn,
  looked: Promise<StaffLook>,
  typed?: Typed,
): Promise<Response> => {
  const look = await looked;
  return look.tag === 'list'
    ? listPage(ask, front, who, look.rows, typed)
    : onePage(ask, front, who, look, typed);
};

/** How a login and a role are read: the rules of the room of accounts. */
export type Rules = {
  readonly foldLogin: (typed: string) => string;
  readonly isLogin: (login: string) => boolean;
  readonly isRole: (text: string) => text is Role;
};

const ticked = (value: unknown, known: readonly Choice[]): string[] =>
  typeof value === 'object' && value !== null
    ? known.map(([code]) => code).filter(code => Object.hasOwn(value, code))
    : [];

const problemsOf = (
  { name, role, department, areas }: { name: string; role: string; department: string; areas: string[] },
  isRole: boolean,
  { lang }: Ask,
): Record<string, string> => ({
  ...((name === '' || name.length > 40) && { name: words.nameWrong[lang] }),
  ...(!isRole && { role: words.roleWrong[lang] }),
  ...(role === 'officer' && department === '' && { department: words.departmentWrong[lang] }),
  ...(role === 'liaison' && areas.length === 0 && { areas: words.areasWrong[lang] }),
});

const readProfile = (front: Front, { fields }: DeskPost) => {
  const { departments, areas } = choicesOf(front);
  const given = textIn(fields, 'department');
  return {
    name: textIn(fields, 'name').trim(),
    role: textIn(fields, 'role'),
    department: departments.some(([code]) => code === given) ? given : '',
    areas: ticked(fields.areas, areas),
  };
};

/** Reads what an administrator sent: only these fields, only codes of the zone. Typed values come back where they will not do. */
export const staffAsked = async (
  ask: Ask,
  front: Front,
  who: SignedIn,
  rules: Rules,
): Promise<StaffWish | Typed | Response> => {
  const post = await readDeskPost(ask, who);
  if (post instanceof Response) return post;
  const act = post.controls.get('_act') ?? '';
  const inAddress = loginIn(ask);
  if (inAddress !== '' && (act === 'disable' || act === 'reset')) return { act, login: inAddress };
  if (act !== (inAddress === '' ? 'add' : 'change')) return deskProblem(ask, 'not-found');
  const profile = readProfile(front, post);
  const login = inAddress || rules.foldLogin(textIn(post.fields, 'login'));
  const { role } = profile;
  const problems = {
    ...problemsOf(profile, rules.isRole(role), ask),
    ...(!rules.isLogin(login) && { login: words.loginWrong[ask.lang] }),
  };
  if (!rules.isRole(role) || Object.keys(problems).length > 0)
    return { values: { ...profile, login }, problems };
  return { act, login, profile: { ...profile, role } };
};

/** What follows on it; where the login is taken, the form comes back. */
export const staffDone = (
  ask: Ask,
  who: SignedIn,
  wish: StaffWish,
  result: Invited | Changed,
): Response | Typed => {
  const { lang } = ask;
  switch (result.tag) {
    case 'invited': {
      const link = originOf(ask) + deskAt(lang, 'join/', { invite: result.token });
      const view = inviteView(lang, result.login, link);
      return deskPage(ask, 200, words.inviteTitle[lang], view, { ...who, here: 'staff' });
    }
    case 'done':
      return deskWay(ask, `/desk/staff/${encodeURIComponent(wish.login)}/?done=${wish.act}`);
    case 'taken': {
      const values = { ...('profile' in wish ? wish.profile : {}), login: wish.login };
      return { values, problems: { login: words.taken[lang] } };
    }
    case 'own':
      return deskProblem(ask, 'not-yours');
    case 'unknown':
      return deskProblem(ask, 'not-found');
  }
};
