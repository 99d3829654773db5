import { createHash } from 'node:crypto';

/** The namespace of this project's names: a random UUID, chosen once. */
const namespace = '6f1c0f5e3d1b4a6c9a2e7b0d58c4e1f3';

/** The same UUID for the same name at every build: version 5 of RFC 9562. */
export const uuidOf = (name: string): string => {
  const digest = createHash('sha1').update(Buffer.from(namespace, 'hex')).update(name).digest();
  const bytes = digest.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
