import { network } from '#src/cases/admit.ts';
import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import { same } from '#src/cases/secrets.ts';
import type { Papers } from '#src/papers/papers.ts';
import { codeHash, readCode, readSerial } from '#src/papers/serial.ts';
import { isInForce } from '#src/papers/steps.ts';
import type { PaperKind, PaperRow } from '#src/papers/store.ts';
import { dayOf } from '#src/rules/day.ts';

/** What anybody may learn of a paper who holds it: kind, state, dates. */
export type Verified = {
  readonly kind: PaperKind;
  readonly state: 'valid' | 'early' | 'expired' | 'revoked';
  readonly validFrom: string;
  /** '' where it has no end. */ readonly validTo: string;
};

export type VerifyResult =
  | { readonly tag: 'found'; readonly paper: Verified }
  /** No such number, another code, not sealed yet: told alike, after the same work. */
  | { readonly tag: 'unknown' }
  | { readonly tag: 'wait'; readonly until: string };

/** Tries of one address that found nothing: nobody guesses 128 bits, but nobody is to keep the store busy either. */
const allowed = 30;
const span = 15 * 60_000;

const counterOf = ({ keys }: Office, address: string): string =>
  `verify:${mac(keys.address, network(address)).toString('base64url')}`;

const countTry = (office: Office, name: string, by: 1 | -1) => {
  const at = office.now();
  const expiresAt = new Date(at.getTime() + span).toISOString();
  return office.store.count({ name, by, at: at.toISOString(), expiresAt });
};

const stateOn = ({ state, validFrom, validTo }: PaperRow, today: string): Verified['state'] => {
  if (state === 'revoked') return 'revoked';
  if (validTo !== '' && validTo < today) return 'expired';
  return validFrom > today ? 'early' : 'valid';
};

/**
 * Whether a paper is real, for whoever holds its number and its code. A try is counted before it is checked, so that tries sent at
 * once cannot pass together; one that finds its paper is taken back.
 */
export const verify = async (
  { office, store }: Pick<Papers, 'office' | 'store'>,
  typed: { readonly serial: string; readonly code: string; readonly address: string },
): Promise<VerifyResult> => {
  const name = counterOf(office, typed.address);
  const counted = await countTry(office, name, 1);
  if (counted.count > allowed) return { tag: 'wait', until: counted.expiresAt };
  // A number that is none is looked up like any other: 0 is never given.
  const serial = readSerial(typed.serial) ?? { kind: 'pass' as const, year: 0, serial: 0 };
  const row = await store.paperBySerial(serial);
  const hash = codeHash(office.keys, row?.id ?? '', readCode(typed.code));
  // An unsealed paper is compared too, with its own hash: what differs is decided after all work was done.
  const isRight = same(hash, row?.codeHash || codeHash(office.keys, 'none', 'none'));
  if (!row || !isRight || !isInForce(row.state)) return { tag: 'unknown' };
  await countTry(office, name, -1);
  const { kind, validFrom, validTo } = row;
  return { tag: 'found', paper: { kind, validFrom, validTo, state: stateOn(row, dayOf(office.now())) } };
};
