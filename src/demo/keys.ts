import { randomBytes } from 'node:crypto';

/** An idempotency key, as a page makes one: random in every telling. */
export const newKey = (): string => randomBytes(20).toString('hex');

/** A password that is printed once: twenty letters and digits that are not taken for one another. */
export const newPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 4 }, () =>
    Array.from(randomBytes(5), byte => letters[byte % letters.length]).join(''),
  ).join('-');
};
