import { timingSafeEqual } from 'node:crypto';
import type { Ask } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import type { Posted } from '#src/http/files.ts';
import type { Sessions } from '#src/staff/sessions.ts';
import type { Staff } from '#src/staff/staff.ts';
import { originOf, readCookie } from './cookies.ts';
import { deskProblem, deskWay } from './frame.ts';

/** Somebody who is signed in, by one session. */
export type SignedIn = {
  readonly staff: Staff;
  /** Goes into every form of the desk as `_csrf`, or with a request as `x-csrf`. */ readonly csrf: string;
  readonly sessionId: string;
  /** May decide what needs a superior. */ readonly superior: boolean;
  /** Signed in within the last quarter of an hour. */ readonly fresh: boolean;
};

/** What asks for signing in needs of the program: `app()` itself, or its `front`, will do. */
export type WithSessions = { readonly desk: { readonly sessions: Pick<Sessions, 'look'> } };

/** Where one is on the way in: going back there would lead nowhere. */
const entries = /^\/(en\/)?desk\/(sign-in|sign-out|second-factor|passkey|join|oidc)\//;

/** A path of the desk on this site, or '' for anything else: whoever makes a link decides where it leads after signing in. */
export const backIn = (path: string): string => {
  const isDesk = path.length <= 500 && /^\/(en\/)?desk\/[\w\-./?=&%]*$/.test(path);
  return isDesk && !path.includes('//') && !entries.test(path) ? path : '';
};

/** To sign in, and back to where one wanted to go. */
const toSignIn = (ask: Ask): Response => {
  const wanted = ask.request.method === 'GET' ? backIn(ask.url.pathname + ask.url.search) : '';
  return deskWay(ask, `/desk/sign-in/${wanted ? `?back=${encodeURIComponent(wanted)}` : ''}`);
};

/** Who is signed in; for nobody the answer is the way to the sign-in page, or a 401 for a program. */
export const signedIn = async (ask: Ask, { desk }: WithSessions): Promise<SignedIn | Response> => {
  const found = await desk.sessions.look(readCookie(ask, 'desk'));
  if (found) return found;
  return ask.wantsPage ? toSignIn(ask) : deskProblem(ask, 'sign-in-first');
};

/** Whether a request comes from a page of this site, as far as the browser says (ASVS 3.5.1). */
export const isOwnPage = (ask: Ask): boolean => {
  const { headers } = ask.request;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  return (site === null || site === 'same-origin') && (origin === null || origin === originOf(ask));
};

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

export type DeskPost = {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names that begin with `_`: buttons. */ readonly controls: ReadonlyMap<string, string>;
  readonly files: readonly Posted[];
};

/**
 * Reads what somebody who is signed in sends. Refuses what another site's page sent, and what lacks the session's own token: a
 * cookie alone changes nothing.
 */
export const readDeskPost = async (
  ask: Ask,
  { csrf }: Pick<SignedIn, 'csrf'>,
): Promise<DeskPost | Response> => {
  if (!isOwnPage(ask)) return deskProblem(ask, 'forged');
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return deskProblem(ask, body.type, body.values);
  const sent = ask.request.headers.get('x-csrf') ?? body.controls.get('_csrf') ?? '';
  if (!same(sent, csrf)) return deskProblem(ask, 'forged');
  // A body is an object: what is no field of a form is refused by whoever reads it.
  return {
    fields: body.fields as Readonly<Record<string, unknown>>,
    controls: body.controls,
    files: body.files,
  };
};

/** A field's text, never longer than what any field holds. */
export const textIn = (fields: Readonly<Record<string, unknown>>, name: string, most = 200): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.slice(0, most) : '';
};
