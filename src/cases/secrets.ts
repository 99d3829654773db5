import { timingSafeEqual } from 'node:crypto';
import { type Keys, mac } from '#src/cases/keys.ts';

/** What a submitter holds: six digits for the phone, and a link's token of 128 bits. */
export type Secrets = { readonly pin: string; readonly token: string };

/** Derived, not stored: whoever sends the same idempotency key again gets the same answer again. */
export const secretsOf = (keys: Keys, form: string, caseId: string, idempotencyKey: string): Secrets => ({
  pin: sixDigits(mac(keys.pin, form, caseId, idempotencyKey)),
  token: mac(keys.token, form, caseId, idempotencyKey).subarray(0, 16).toString('base64url'),
});

/** 48 bits modulo a million: no digit group is more likely than another by more than 4 in 10^9. */
export const sixDigits = (bytes: Uint8Array): string =>
  String(Buffer.from(bytes).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/** The keyed hash under which a PIN or token is stored. */
export const proofOf = (keys: Keys, caseId: string, kind: 'pin' | 'token', secret: string): string =>
  mac(keys.proof, kind, caseId, secret).toString('base64url');

/** Compares in the same time whatever differs. */
export const same = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};
