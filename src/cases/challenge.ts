import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';
import { admit } from '#src/cases/admit.ts';
import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';

const life = 10 * 60_000;
/** About a second of an old phone's time: 1,000 rounds a try, 300 to 900 tries. */
const rounds = 1000;
const tries = { least: 300, most: 900 };

/** Reasons that a solved puzzle answers. A filled-in trap is not one of them: a person does not see that field. */
const answered: readonly string[] = ['rate', 'fast'];

const secretsOf = (office: Office) => ({
  hmacSignatureSecret: mac(office.keys.dedupe, 'challenge').toString('hex'),
  hmacKeySignatureSecret: mac(office.keys.dedupe, 'challenge key').toString('hex'),
});

const newChallenge = (office: Office): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: rounds,
    counter: randomInt(tries.least, tries.most),
    deriveKey,
    expiresAt: new Date(office.now().getTime() + life),
    ...secretsOf(office),
  });

const readPayload = (proof: string): Payload | null => {
  try {
    const payload = JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) as Partial<Payload> | null;
    return payload?.challenge && payload.solution ? (payload as Payload) : null;
  } catch {
    return null;
  }
};

/** Whether the proof solves a challenge of ours that nobody used before. */
const isSolved = async (office: Office, proof: string): Promise<boolean> => {
  const payload = readPayload(proof);
  if (!payload) return false;
  const { challenge, solution } = payload;
  const checked = await verifySolution({ challenge, solution, deriveKey, ...secretsOf(office) }).catch(
    () => null,
  );
  if (!checked?.verified) return false;
  const at = office.now();
  const name = `challenge:${mac(office.keys.dedupe, 'solved', challenge.parameters.nonce).toString('base64url')}`;
  const expiresAt = new Date(at.getTime() + life).toISOString();
  const { count } = await office.store.count({ name, by: 1, at: at.toISOString(), expiresAt });
  return count === 1;
};

/** What makes a submission suspect, and what its sender's browser says of proof of work. */
export type Suspect = {
  readonly address: string;
  readonly suspicions: readonly string[];
  /** '' cannot solve a challenge (no script, or another program), `able` can, else a solution. */
  readonly proof: string;
};

/** What to do with a submission: take it, for some reasons held first; ask its sender's browser for proof of work; not now. */
export type Verdict =
  | { readonly tag: 'refused'; readonly seconds: number }
  | { readonly tag: 'take'; readonly heldFor: readonly string[] }
  | { readonly tag: 'challenge'; readonly challenge: Challenge };

/**
 * Weighs a submission: its address is counted and the reasons for suspicion added up. Whoever cannot solve a challenge is held
 * for an officer, never refused. Without `counting` the address is left out of account.
 */
export const weigh = async (office: Office, suspect: Suspect, counting: boolean): Promise<Verdict> => {
  const { address, suspicions, proof } = suspect;
  const admission = counting ? await admit(office, address) : null;
  if (admission?.tag === 'refused') return admission;
  const reasons = admission?.tag === 'held' ? [...suspicions, 'rate'] : suspicions;
  const open = reasons.filter(reason => answered.includes(reason));
  if (open.length === 0 || proof === '') return { tag: 'take', heldFor: reasons };
  if (proof === 'able') return { tag: 'challenge', challenge: await newChallenge(office) };
  const heldFor = (await isSolved(office, proof))
    ? reasons.filter(reason => !open.includes(reason))
    : reasons;
  return { tag: 'take', heldFor };
};
