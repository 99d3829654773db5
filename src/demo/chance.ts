/** Chance that is the same whenever its seed is: what is drawn under one name does not move what is drawn under another. */
export type Chance = {
  /** 0 up to, not including, 1. */ readonly unit: () => number;
  /** A whole number of the span, both ends included. */ readonly whole: (
    least: number,
    most: number,
  ) => number;
  /** True so often of one. */ readonly is: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of the values, by its weight. */ readonly weighed: <T>(
    list: readonly (readonly [T, number])[],
  ) => T;
  /** So many different ones, or all there are. */ readonly some: <T>(
    list: readonly T[],
    count: number,
  ) => readonly T[];
  /** Log-normal about a median: many small, few large. */ readonly spread: (
    median: number,
    sigma: number,
  ) => number;
  /** Chance of its own under a name. */ readonly of: (name: string | number) => Chance;
};

/** 32 bits of a text (FNV-1a with a last stir), different for each `salt`. */
const bitsOf = (text: string, salt: number): number => {
  let hash = 2166136261 ^ salt;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 16777619);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
};

/** Chris Doty-Humphrey's sfc32: small, quick, without visible patterns. For stories, never for secrets. */
const generator = (seed: string): (() => number) => {
  let [a, b, c, d] = [bitsOf(seed, 1), bitsOf(seed, 2), bitsOf(seed, 3), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
};

/** Chance from a seed. */
export const chanceOf = (seed: string): Chance => {
  const unit = generator(seed);
  const whole = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[whole(0, list.length - 1)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  return {
    unit,
    whole,
    pick,
    is: share => unit() < share,
    weighed: list => {
      let left = unit() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(list)[0];
    },
    some: (list, count) => {
      const rest = [...list];
      const taken = Math.min(count, rest.length);
      return Array.from({ length: taken }, () => rest.splice(whole(0, rest.length - 1), 1)).flat();
    },
    spread: (median, sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
      return median * Math.exp(sigma * normal);
    },
    of: name => chanceOf(`${seed}/${name}`),
  };
};
