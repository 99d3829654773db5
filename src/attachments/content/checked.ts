import type { Flag, Kind, Refusal } from '../port.ts';

/** What the content of a file turned out to be: the bytes to keep, cleaned, or why it is refused. */
export type Checked =
  | {
      readonly tag: 'kept';
      readonly kind: Kind;
      readonly bytes: Uint8Array;
      readonly flags: readonly Flag[];
    }
  | { readonly tag: 'refused'; readonly reason: Refusal };

export const refused = (reason: Refusal): Checked => ({ tag: 'refused', reason });

/** Pictures of more pixels are bombs: phones reach 200 million. */
const mostPixels = 210_000_000;

/** Whether a picture of this width and height may be opened; one of no size is broken. */
export const pixelFault = (width: number, height: number): Refusal | null => {
  if (width === 0 || height === 0) return 'broken';
  return width * height > mostPixels ? 'unpacked' : null;
};
