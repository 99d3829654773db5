import { type App, openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import type { Role, Staff } from '#src/staff/staff.ts';

/** Where an account is made: the program itself (`openDesk()`, or an app), or a running server on SQLite. */
type Place = { readonly app: App } | { readonly data: string };

type Given = {
  readonly role: Role;
  readonly department?: string;
  readonly areas?: readonly string[];
  /** What stands in events as the actor; by default one that is like no other. */ readonly login?: string;
  readonly name?: string;
};

/** Somebody who is signed in, and what a request of theirs carries. */
export type SignedInStaff = {
  readonly staff: Staff;
  /** For the header `cookie`, over http://localhost or http://127.0.0.1 and over https alike. */ readonly cookie: string;
  /** The session's token as it stands in the cookie `desk` (`__Host-desk` over https), for a browser. */ readonly token: string;
  /** For the field `_csrf` or the header `x-csrf`. */ readonly csrf: string;
  readonly sessionId: string;
};

let last = 0;

const hire = async (app: App, given: Given): Promise<SignedInStaff> => {
  const { role, department = '', areas = [] } = given;
  const login = given.login ?? `${role}-${process.pid}-${++last}`;
  const { accounts, sessions } = app.desk;
  const added = await accounts.add(login, { name: given.name ?? login, role, department, areas }, 'test');
  const row = await accounts.find(login);
  if (added.tag !== 'invited' || !row) throw new Error(`${login}: ${added.tag}`);
  const { token, csrf, sessionId } = await sessions.start(row, 'full', { agent: 'test' });
  const staff = { id: row.id, login, name: row.name, role, department, areas };
  return { staff, token, cookie: `desk=${token}; __Host-desk=${token}`, csrf, sessionId };
};

/** Makes an account straight through the staff room, signed in: no password, no second factor. */
export const newStaff = async (place: Place, given: Given): Promise<SignedInStaff> => {
  if ('app' in place) return hire(place.app, given);
  const app = await openApp(config({ REOPENDESK_DATA: place.data, LOG_LEVEL: 'silent' }), { migrate: false });
  return hire(app, given).finally(() => app.office.store.close());
};
