import { accountsIn } from './accounts.ts';
import { factorsIn } from './factor.ts';
import { type Directory, oidcIn } from './oidc.ts';
import { ownIn } from './own.ts';
import { passkeysIn } from './passkeys.ts';
import { may } from './roles.ts';
import type { Room } from './room.ts';
import { rosterIn } from './roster/roster.ts';
import { sessionsIn } from './sessions.ts';
import { signingIn } from './sign-in.ts';
import { throttleIn } from './throttle.ts';

/** Sign-in, sessions and roles as functions use them. */
export const openDesk = (room: Room, directory: Directory | null) => {
  const parts = {
    sessions: sessionsIn(room),
    accounts: accountsIn(room),
    factors: factorsIn(room),
    passkeys: passkeysIn(room),
    throttle: throttleIn(room),
    roster: rosterIn(room),
  };
  return {
    may,
    ...parts,
    signIn: signingIn(room, parts),
    own: ownIn(room, parts),
    /** Null where the office has no directory. */ oidc: directory && oidcIn(room, directory, parts),
  };
};

export type Desk = ReturnType<typeof openDesk>;
