import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { site } from '#src/i18n/site.ts';
import { eventOf, type Room } from './room.ts';
import type { CredentialRow, StaffRow } from './store.ts';

/** Where the page stands that a passkey is made for or used on: `https://zone.example`, and its host without a port. */
export type Place = { readonly origin: string; readonly host: string };

/** What a browser is asked, and what it sends back with its answer: sealed, so that nothing has to be kept meanwhile. */
export type Asked = { readonly options: unknown; readonly state: string };

type Use = 'passkey-new' | 'passkey-use';
type Challenge = { readonly challenge: string; readonly session: string; readonly until: number };

const life = 5 * 60_000;
/** A column holds no more, and beside zero only that it grows matters. */
const highest = 2 ** 31 - 1;
const mostPasskeys = 10;
/** EdDSA, ES256, RS256: what authenticators make. */
const algorithms = [-8, -7, -257];

/** The library takes a quarter of a second to load: only where a passkey is asked for. */
const library = () => import('@simplewebauthn/server');

const transportsOf = (row: CredentialRow): string[] => JSON.parse(row.transports) as string[];

/** A challenge holds for one account, one session, one use and five minutes; it is kept by the browser, sealed. */
const challengesIn = ({ keyring, now }: Room) => ({
  sealed: (use: Use, whose: string, session: string, challenge: string): string => {
    const held: Challenge = { challenge, session, until: now().getTime() + life };
    return Buffer.from(keyring.seal(use, whose, JSON.stringify(held))).toString('base64url');
  },
  opened: (use: Use, whose: string, session: string, state: string): string | null => {
    try {
      const text = keyring.open(use, whose, Buffer.from(state, 'base64url'));
      const held = JSON.parse(text) as Challenge;
      return held.session === session && held.until > now().getTime() ? held.challenge : null;
    } catch {
      return null;
    }
  },
});

const knownIn =
  ({ store }: Room) =>
  async (staffId: string) =>
    (await store.credentialsOf(staffId)).map(row => ({ id: row.id, transports: transportsOf(row) }));

/** Making passkeys. */
const makingIn = (room: Room) => {
  const { store, keyring, now } = room;
  const { sealed, opened } = challengesIn(room);
  const known = knownIn(room);
  return {
    askNew: async (row: StaffRow, session: string, { host }: Place): Promise<Asked> => {
      const options = await (await library()).generateRegistrationOptions({
        rpName: site.desk['zh-Hans'],
        rpID: host,
        userName: row.login,
        userDisplayName: row.name,
        userID: new TextEncoder().encode(keyring.hash('passkey-user', row.id).slice(0, 32)),
        excludeCredentials: await known(row.id),
        supportedAlgorithmIDs: algorithms,
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
      });
      return { options, state: sealed('passkey-new', row.id, session, options.challenge) };
    },
    /** False where the answer does not fit what was asked, or there are ten already. */
    keepNew: async (
      row: StaffRow,
      session: string,
      { origin, host }: Place,
      { answer, state, name }: { readonly answer: unknown; readonly state: string; readonly name: string },
    ): Promise<boolean> => {
      const challenge = opened('passkey-new', row.id, session, state);
      if (challenge === null || (await known(row.id)).length >= mostPasskeys) return false;
      const checked = await (await library())
        .verifyRegistrationResponse({
          response: answer as RegistrationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: host,
          requireUserVerification: false,
          supportedAlgorithmIDs: algorithms,
        })
        .catch(() => null);
      if (!checked?.verified) return false;
      const { credential } = checked.registrationInfo;
      return store.addCredential({
        row: {
          id: credential.id,
          staffId: row.id,
          publicKey: new Uint8Array(credential.publicKey),
          counter: Math.min(credential.counter, highest),
          transports: JSON.stringify(credential.transports ?? []),
          name,
          createdAt: now().toISOString(),
          usedAt: '',
        },
        event: eventOf(room, 'passkey', { actor: row.login, subject: row.login }),
      });
    },
  };
};

/** Passkeys as second factors. */
export const passkeysIn = (room: Room) => {
  const { store, now } = room;
  const { sealed, opened } = challengesIn(room);
  const known = knownIn(room);
  return {
    ...makingIn(room),
    of: (staffId: string) => store.credentialsOf(staffId),
    askUse: async (staffId: string, session: string, { host }: Place): Promise<Asked> => {
      const options = await (await library()).generateAuthenticationOptions({
        rpID: host,
        allowCredentials: await known(staffId),
        userVerification: 'preferred',
      });
      return { options, state: sealed('passkey-use', staffId, session, options.challenge) };
    },
    /** Whether the answer was signed by one of the account's passkeys, which has not been used further meanwhile. */
    isUsed: async (
      staffId: string,
      session: string,
      { origin, host }: Place,
      { answer, state }: { readonly answer: unknown; readonly state: string },
    ): Promise<boolean> => {
      const challenge = opened('passkey-use', staffId, session, state);
      const response = answer as AuthenticationResponseJSON | null;
      const row = (await store.credentialsOf(staffId)).find(one => one.id === response?.id);
      if (challenge === null || !response || !row) return false;
      const checked = await (await library())
        .verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: host,
          credential: { id: row.id, publicKey: new Uint8Array(row.publicKey), counter: row.counter },
          requireUserVerification: false,
        })
        .catch(() => null);
      if (!checked?.verified) return false;
      const counter = Math.min(checked.authenticationInfo.newCounter, highest);
      return store.useCredential({ id: row.id, was: row.counter, counter, usedAt: now().toISOString() });
    },
    drop: (row: Pick<StaffRow, 'id' | 'login'>, id: string): Promise<boolean> =>
      store.dropCredential({
        staffId: row.id,
        id,
        event: eventOf(room, 'passkey-removed', { actor: row.login, subject: row.login }),
      }),
  };
};

export type Passkeys = ReturnType<typeof passkeysIn>;
