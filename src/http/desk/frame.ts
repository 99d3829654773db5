import { securityHeaders } from '#src/headers.ts';
import type { Ask } from '#src/http/ask.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import type { ProblemType } from '#src/i18n/problems.ts';
import { prefix } from '#src/i18n/words.ts';
import type { Role, Staff } from '#src/staff/staff.ts';
import { frameView, type Place } from '#src/views/desk/frame.ts';
import type { View } from '#src/views/html.ts';

/** What every answer of the desk says beside its content: nobody stores it, frames it or takes it in from elsewhere. */
export const deskHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
};

/** Cookies are several headers of one name. */
const withCookies = (response: Response, cookies: readonly string[]): Response => {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
};

type Beside = {
  /** Who is signed in, for the frame around the page. */ readonly staff?: Staff;
  /** For the button that signs out. */ readonly csrf?: string;
  /** Which of the desk's places it belongs to. */ readonly here?: Place | null;
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** The places of each role, as `may` allows them; a test compares the two. */
export const placesOf: Readonly<Record<Role, readonly Place[]>> = {
  administrator: ['queue', 'held', 'staff', 'status', 'roster', 'figures', 'me'],
  dispatcher: [
    'queue',
    'visits',
    'rounds',
    'returns',
    'projects',
    'findings',
    'held',
    'find',
    'enter',
    'roster',
    'appointments',
    'ledger',
    'papers',
    'notices',
    'figures',
    'me',
  ],
  officer: [
    'queue',
    'visits',
    'rounds',
    'returns',
    'projects',
    'findings',
    'find',
    'enter',
    'appointments',
    'ledger',
    'papers',
    'figures',
    'me',
  ],
  liaison: ['queue', 'visits', 'rounds', 'returns', 'enter', 'notices', 'figures', 'me'],
  auditor: [
    'queue',
    'visits',
    'rounds',
    'returns',
    'projects',
    'findings',
    'held',
    'find',
    'appointments',
    'ledger',
    'papers',
    'notices',
    'status',
    'figures',
    'me',
  ],
  viewer: ['figures', 'me'],
};

/** A page of the desk. */
export const deskPage = (
  ask: Ask,
  status: number,
  title: string,
  main: View,
  { staff, csrf = '', here = null, cookies = [], headers = {} }: Beside = {},
): Response => {
  const seat = staff ? { name: staff.name, csrf, places: placesOf[staff.role] } : null;
  const framed = frameView(ask.lang, main, { seat, here });
  return withCookies(page(ask.lang, status, title, framed, { ...deskHeaders, ...headers }, 'desk'), cookies);
};

/** On to another page of the desk, in the same language: `/desk/`. */
export const deskWay = (ask: Ask, path: string, cookies: readonly string[] = []): Response =>
  withCookies(
    new Response(null, {
      status: 303,
      headers: { ...deskHeaders, location: path.startsWith('/desk/') ? prefix(ask.lang) + path : path },
    }),
    cookies,
  );

/** A refusal at the desk, as a page or as problem+json. */
export const deskProblem = (
  ask: Ask,
  type: ProblemType,
  values?: Readonly<Record<string, string | number>>,
): Response => problem(ask, type, { values, headers: deskHeaders });
