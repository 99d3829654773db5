import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Accounts } from './accounts.ts';

const hour = 3_600_000;
/** The login of the first administrator; in the log of accounts the program itself made it. */
const first = 'admin';
const program = 'system';
const profile = { name: '管理员', role: 'administrator', department: '', areas: [] } as const;

/** Whether nobody ever came in: no account, or the first one's invitation was not used. */
const invite = async (accounts: Accounts): Promise<string | null> => {
  const look = await accounts.look({ login: '', after: '' });
  if (look.tag !== 'list' || look.rows.length > 1) return null;
  const [only] = look.rows;
  if (only && (only.login !== first || only.password !== '' || only.totp !== null)) return null;
  const invited = only
    ? await accounts.reset(first, program, hour)
    : await accounts.add(first, profile, program, hour);
  return invited.tag === 'invited' ? invited.token : null;
};

/**
 * The way in for the first administrator: where a store has no staff, an invitation in a file that only its owner may read, for an
 * hour and one use. It stands in no log. Gives back whether it was written.
 */
export const firstAdmin = (file: string) => {
  const drop = (): void => rmSync(file, { force: true });
  return {
    drop,
    offer: async (accounts: Accounts): Promise<boolean> => {
      drop();
      const token = await invite(accounts);
      if (token === null) return false;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, `/desk/join/?invite=${token}\n`, { mode: 0o600 });
      setTimeout(drop, hour).unref();
      return true;
    },
  };
};
