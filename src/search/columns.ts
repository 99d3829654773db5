import { createReader, createWriter, type Reader, type Writer } from './codec.ts';

/** What is known of every fact before its text is fetched. */
export type Columns = {
  readonly pageOf: Int32Array;
  readonly sectionOf: Int32Array;
  readonly classOf: Int32Array;
  /** Citations, and questions answered: rounded logarithms. */
  readonly cited: Uint8Array;
  readonly answers: Uint8Array;
  /** Of pages: citations by other pages. */
  readonly pagesCited: Uint8Array;
};

/** Equal neighbours as runs: the step to the next value (zigzag) and how long it stays. */
const writeRuns = (to: Writer, values: ArrayLike<number>): void => {
  to.varint(values.length);
  let before = 0;
  for (let i = 0; i < values.length; ) {
    const value = values[i] ?? 0;
    let end = i + 1;
    while (end < values.length && values[end] === value) end++;
    const step = value - before;
    to.varint(step < 0 ? -2 * step - 1 : 2 * step);
    to.varint(end - i);
    before = value;
    i = end;
  }
};

const readRuns = (from: Reader): Int32Array => {
  const values = new Int32Array(from.varint());
  let value = 0;
  for (let i = 0; i < values.length; ) {
    const step = from.varint();
    value += step % 2 === 1 ? -(step + 1) / 2 : step / 2;
    const end = i + from.varint();
    values.fill(value, i, end);
    i = Math.max(end, i + 1);
  }
  return values;
};

export const writeColumns = (columns: Columns): Uint8Array => {
  const to = createWriter();
  const { pageOf, sectionOf, classOf } = columns;
  for (const runs of [pageOf, sectionOf, classOf]) writeRuns(to, runs);
  for (const bytes of [columns.cited, columns.answers, columns.pagesCited]) writeRuns(to, bytes);
  return to.done();
};

export const readColumns = (bytes: Uint8Array): Columns => {
  const from = createReader(bytes);
  const [pageOf, sectionOf, classOf] = [readRuns(from), readRuns(from), readRuns(from)];
  const [cited, answers, pagesCited] = [readRuns(from), readRuns(from), readRuns(from)].map(values =>
    Uint8Array.from(values),
  );
  const none = new Uint8Array(0);
  return {
    pageOf,
    sectionOf,
    classOf,
    cited: cited ?? none,
    answers: answers ?? none,
    pagesCited: pagesCited ?? none,
  };
};

/** A count as one small number: 0 for none, four steps to each doubling. */
export const countStep = (count: number): number =>
  count === 0 ? 0 : Math.min(255, 1 + Math.round(Math.log2(count) * 4));
