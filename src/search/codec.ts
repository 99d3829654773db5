/** Bytes being written: numbers as varints (seven bits a byte, low ones first), texts in UTF-8 after their length. */
export type Writer = {
  readonly byte: (value: number) => void;
  readonly varint: (value: number) => void;
  readonly text: (value: string) => void;
  readonly raw: (bytes: Uint8Array) => void;
  readonly done: () => Uint8Array;
};

export const createWriter = (): Writer => {
  let bytes = new Uint8Array(1024);
  let size = 0;
  const room = (more: number) => {
    if (size + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(bytes.length * 2, size + more));
    wider.set(bytes);
    bytes = wider;
  };
  const byte = (value: number) => {
    room(1);
    bytes[size++] = value;
  };
  const varint = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) byte((rest % 128) | 128);
    byte(rest);
  };
  const raw = (more: Uint8Array) => {
    room(more.length);
    bytes.set(more, size);
    size += more.length;
  };
  const text = (value: string) => {
    const coded = new TextEncoder().encode(value);
    varint(coded.length);
    raw(coded);
  };
  return { byte, varint, text, raw, done: () => bytes.slice(0, size) };
};

/** Bytes being read; past the end every number is 0. */
export type Reader = {
  readonly byte: () => number;
  readonly varint: () => number;
  readonly text: () => string;
  readonly raw: (length: number) => Uint8Array;
  readonly ended: () => boolean;
};

export const createReader = (bytes: Uint8Array): Reader => {
  let at = 0;
  const decoder = new TextDecoder();
  const byte = () => bytes[at++] ?? 0;
  const varint = () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const one = byte();
      value += (one & 127) * unit;
      if (one < 128) return value;
    }
  };
  const raw = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  return { byte, varint, text: () => decoder.decode(raw(varint())), raw, ended: () => at >= bytes.length };
};
