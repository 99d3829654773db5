import { next } from './accounts.ts';
import { foldCode, newRecovery, newTotp, totpStep, totpUri, without } from './codes.ts';
import { eventOf, type Room } from './room.ts';
import type { StaffRow } from './store.ts';

/** A secret that an app is to take up: sealed in the page until a code shows that it did. */
export type NewTotp = { readonly sealed: string; readonly secret: string; readonly uri: string };

/** Codes of an app and recovery codes. Every change is of the version looked at: of two that use one code, one is too late. */
export const factorsIn = (room: Room) => {
  const { store, keyring, now } = room;

  const openTotp = (row: StaffRow): string | null =>
    row.totp ? keyring.open('totp', row.id, row.totp) : null;
  const hashesOf = (row: StaffRow, codes: readonly string[]): string =>
    JSON.stringify(codes.map(code => keyring.hash('recovery', row.id, foldCode(code).code)));

  const useTotp = async (row: StaffRow, code: string): Promise<boolean> => {
    const secret = openTotp(row);
    const step = secret === null ? null : totpStep(row.login, secret, code, now());
    if (step === null || step <= row.totpStep) return false;
    return store.putStaff({
      row: next(row, { totpStep: step }),
      was: row.version,
      ends: 'nothing',
      except: '',
      event: null,
    });
  };

  const useRecovery = async (row: StaffRow, code: string): Promise<boolean> => {
    const left = without(JSON.parse(row.recovery) as string[], keyring.hash('recovery', row.id, code));
    if (!left) return false;
    return store.putStaff({
      row: next(row, { recovery: JSON.stringify(left) }),
      was: row.version,
      ends: 'nothing',
      except: '',
      event: eventOf(room, 'recovery-used', {
        actor: row.login,
        subject: row.login,
        detail: String(left.length),
      }),
    });
  };

  return {
    /** Whether a code is right; it is used up by that. */
    use: (row: StaffRow, typed: string): Promise<boolean> => {
      const { kind, code } = foldCode(typed);
      if (kind === 'totp') return useTotp(row, code);
      return kind === 'recovery' ? useRecovery(row, code) : Promise.resolve(false);
    },
    askTotp: (row: Pick<StaffRow, 'id' | 'login'>): NewTotp => {
      const { secret, uri } = newTotp(row.login);
      const sealed = Buffer.from(keyring.seal('totp', row.id, secret)).toString('base64url');
      return { sealed, secret, uri };
    },
    /** The same again, for a page that comes back; null where it was not made for this account. */
    againTotp: (row: Pick<StaffRow, 'id' | 'login'>, sealed: string): NewTotp | null => {
      try {
        const secret = keyring.open('totp', row.id, Buffer.from(sealed, 'base64url'));
        return { sealed, secret, uri: totpUri(row.login, secret) };
      } catch {
        return null;
      }
    },
    /** Takes up the secret with its first code; false for a wrong one. */
    keepTotp: async (row: StaffRow, { secret }: NewTotp, typed: string): Promise<boolean> => {
      const step = totpStep(row.login, secret, foldCode(typed).code, now());
      if (step === null) return false;
      return store.putStaff({
        row: next(row, { totp: keyring.seal('totp', row.id, secret), totpStep: step }),
        was: row.version,
        ends: 'nothing',
        except: '',
        event: eventOf(room, 'totp', { actor: row.login, subject: row.login }),
      });
    },
    /** Ten new recovery codes in place of those before; null where somebody was faster. */
    renewRecovery: async (row: StaffRow): Promise<readonly string[] | null> => {
      const codes = newRecovery();
      const done = await store.putStaff({
        row: next(row, { recovery: hashesOf(row, codes) }),
        was: row.version,
        ends: 'nothing',
        except: '',
        event: eventOf(room, 'recovery', { actor: row.login, subject: row.login }),
      });
      return done ? codes : null;
    },
  };
};

export type Factors = ReturnType<typeof factorsIn>;
