import { expect, test } from 'vitest';
import { openClock } from '#src/demo/clock.ts';

const minute = 60_000;

test('lives go on in the order of their times, wherever they began', async () => {
  const seen: string[] = [];
  const clock = openClock(1000 * minute, () => {});
  const life = (name: string, times: readonly number[]) => async () => {
    for (const at of times) {
      await clock.until(at * minute);
      seen.push(`${name}${at}`);
    }
  };
  await clock.run([life('a', [500, 600]), life('b', [100, 550, 900]), life('c', [300])]);
  expect(seen).toEqual(['b100', 'c300', 'a500', 'b550', 'a600', 'b900']);
});

test('what is near happens together, what is alone by itself', async () => {
  let busy = 0;
  const most: Record<string, number> = {};
  const clock = openClock(1000 * minute, () => {});
  const life = (name: string, wait: (at: number) => Promise<void>, at: number) => async () => {
    await wait(at * minute);
    busy += 1;
    most[name] = Math.max(most[name] ?? 0, busy);
    await new Promise(setImmediate);
    most[name] = Math.max(most[name] ?? 0, busy);
    busy -= 1;
  };
  await clock.run([
    life('near', clock.until, 10),
    life('near', clock.until, 12),
    life('alone', clock.alone, 13),
    life('after', clock.until, 14),
  ]);
  expect(most).toEqual({ near: 2, alone: 1, after: 1 });
});

test('what lies beyond the end never comes, and the story ends', async () => {
  const seen: number[] = [];
  const clock = openClock(100, at => void seen.push(at));
  let came = false;
  await clock.run([
    async () => {
      await clock.until(100);
      await clock.until(101);
      came = true;
    },
  ]);
  expect([seen, came]).toEqual([[100], false]);
});

test('a life that begins another waits for nobody; the story waits for both', async () => {
  const seen: string[] = [];
  const clock = openClock(1000, () => {});
  await clock.run([
    async () => {
      await clock.until(10);
      clock.begin(async () => {
        await clock.until(500);
        seen.push('child');
      });
      seen.push('parent');
    },
  ]);
  expect(seen).toEqual(['parent', 'child']);
});

test('what goes wrong in a life ends the story with it', async () => {
  const clock = openClock(1000, () => {});
  const wrong = clock.run([
    async () => {
      await clock.until(5);
      throw new Error('refused');
    },
    () => clock.until(900),
  ]);
  await expect(wrong).rejects.toThrow('refused');
});
