/** Tries in all, over about a day: 30 s, 2, 6, 23 minutes, 1.4, 5 and 18 hours apart. */
export const mostTries = 8;
const first = 30_000;
const factor = 3.6;

/** Milliseconds to wait after so many tries, a fifth more or less by `random` (0 to 1): what failed together is not tried together. */
export const waitAfter = (tries: number, random: number): number =>
  Math.round(first * factor ** (tries - 1) * (0.8 + 0.4 * random));
