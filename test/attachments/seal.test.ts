import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather, open, seal } from '#src/attachments/seal.ts';

const key = createSecretKey(randomBytes(32));
const frame = 256 * 1024;
const framesOf = (bytes: Uint8Array) => [...seal(key, 'here', bytes)];
const opened = (parts: readonly Uint8Array[], place = 'here', by = key) => gather(open(by, place, parts));

test.each([0, 1, frame - 1, frame, frame + 1, 3 * frame])('%i bytes come back as they were', async size => {
  const bytes = randomBytes(size);
  expect((await opened(framesOf(bytes))).equals(bytes)).toBe(true);
});

test('however they are cut on the way', async () => {
  const bytes = randomBytes(2 * frame + 77);
  const sealed = Buffer.concat(framesOf(bytes));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 9 }),
      async cuts => {
        const parts: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          parts.push(sealed.subarray(at, at + cut));
          at += cut;
        }
        expect((await opened([...parts, sealed.subarray(at)])).equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

test('a frame that is moved, left out, doubled, cut off or changed is noticed', async () => {
  const frames = framesOf(randomBytes(3 * frame));
  const [a, b, c] = frames as [Uint8Array, Uint8Array, Uint8Array];
  const changed = Buffer.from(b);
  changed[100] = (changed[100] ?? 0) ^ 1;
  const others = [
    [b, a, c],
    [a, c],
    [a, b],
    [a],
    [a, a, b, c],
    [a, changed, c],
    [a, b, c.subarray(0, -1)],
    [],
  ];
  for (const parts of others) await expect(opened(parts)).rejects.toThrow();
});

test('another place or another key opens nothing', async () => {
  const frames = framesOf(Buffer.from('x'));
  await expect(opened(frames, 'there')).rejects.toThrow();
  await expect(opened(frames, 'here', createSecretKey(randomBytes(32)))).rejects.toThrow();
});

test('nothing of the text stands in the sealed bytes', () => {
  const sealed = Buffer.concat(framesOf(Buffer.from('金丝雀'.repeat(1000))));
  expect(sealed.includes(Buffer.from('金丝雀'))).toBe(false);
});
