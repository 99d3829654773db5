import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import type { Parts } from './port.ts';

/**
 * AES-256-GCM in frames, so that neither writing nor reading needs the whole in memory. Each frame names its place, its number and
 * whether it is the last, as associated data: none can be moved, left out or cut off unnoticed. Layout of a frame: 12 bytes nonce,
 * ciphertext, 16 bytes tag.
 */
const algorithm = 'aes-256-gcm';
const frame = 256 * 1024;
const nonceLength = 12;
const tagLength = 16;
const sealedFrame = frame + nonceLength + tagLength;

const placeOf = (place: string, index: number, last: boolean): Buffer =>
  Buffer.from(`${place}|${index}|${last ? 'last' : 'more'}`);

const sealFrame = (key: KeyObject, aad: Buffer, bytes: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(aad);
  const body = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
};

/** Seals bytes for one place, frame by frame. */
export function* seal(key: KeyObject, place: string, bytes: Uint8Array): Generator<Uint8Array> {
  const count = Math.max(1, Math.ceil(bytes.length / frame));
  for (let index = 0; index < count; index++)
    yield sealFrame(
      key,
      placeOf(place, index, index === count - 1),
      bytes.subarray(index * frame, (index + 1) * frame),
    );
}

/** The same for bytes of which nobody knows yet how many come. */
export async function* sealParts(key: KeyObject, place: string, parts: Parts): AsyncGenerator<Uint8Array> {
  let held: Buffer = Buffer.alloc(0);
  let index = 0;
  for await (const part of parts) {
    held = Buffer.concat([held, part]);
    // What may be the last frame waits until something follows it.
    while (held.length > frame) {
      yield sealFrame(key, placeOf(place, index++, false), held.subarray(0, frame));
      held = held.subarray(frame);
    }
  }
  yield sealFrame(key, placeOf(place, index, true), held);
}

const openFrame = (key: KeyObject, aad: Buffer, sealed: Buffer): Buffer => {
  if (sealed.length < nonceLength + tagLength) throw new Error('a sealed frame is cut off');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(aad)
    .setAuthTag(sealed.subarray(sealed.length - tagLength));
  const body = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  return Buffer.concat([body, decipher.final()]);
};

/** Opens what `seal` made, frame by frame; throws when the key, the place, the order or a byte is another, or the end is missing. */
export async function* open(key: KeyObject, place: string, parts: Parts): AsyncGenerator<Uint8Array> {
  let held: Buffer = Buffer.alloc(0);
  let index = 0;
  for await (const part of parts) {
    held = Buffer.concat([held, part]);
    // A full frame is the last one only where nothing follows it.
    while (held.length > sealedFrame) {
      yield openFrame(key, placeOf(place, index++, false), held.subarray(0, sealedFrame));
      held = held.subarray(sealedFrame);
    }
  }
  yield openFrame(key, placeOf(place, index, true), held);
}

/** All of the parts in one piece. */
export const gather = async (parts: Parts): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};
