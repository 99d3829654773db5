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
