import { randomFillSync } from 'node:crypto';

/** Random bytes are drawn in blocks, one system call for many; what was given out is wiped. */
const pool = Buffer.alloc(8192);
let used = pool.length;

/** Fresh random bytes, at most 8,192, from the system's generator. */
export const draw = (length: number): Buffer => {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + length));
  pool.fill(0, used, used + length);
  used += length;
  return drawn;
};

/** An id that is sortable by time and unguessable: milliseconds in base 36, then 80 random bits. */
export const newId = (at: Date): string =>
  at.getTime().toString(36).padStart(9, '0') + draw(10).toString('hex');

/** Sorts after every id: where a list of the newest begins. */
export const afterAll = 'zzzzzzzzzzzz';
