/** A clock that goes from one thing that happens to the next, for many lives at once. Times are milliseconds. */
export type StoryClock = {
  /** Waits for a time. What lies beyond the end of the story never comes. */
  readonly until: (at: number) => Promise<void>;
  /** The same, for what looks at many lives: while it works nobody else does. */
  readonly alone: (at: number) => Promise<void>;
  /** Begins another life in the midst of one. */ readonly begin: (live: () => Promise<void>) => void;
  /** Leads the lives to the end of the story; rejects as soon as one of them does. */
  readonly run: (lives: readonly (() => Promise<void>)[]) => Promise<void>;
};

type Waiting = { readonly at: number; readonly isAlone: boolean; readonly go: () => void };

/** What lies so near together happens together, so that the store can put it into one commit; at most so much of it. */
const near = 20 * 60_000;
const together = 192;

/** A heap by time: the earliest on top. */
const openHeap = () => {
  const heap: Waiting[] = [];
  const at = (index: number): number => heap[index]?.at ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  const sink = (): void => {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const least = at(right) < at(left) ? right : left;
      if (at(least) >= at(index)) return;
      swap(index, least);
      index = least;
    }
  };
  return {
    top: (): Waiting | undefined => heap[0],
    put: (one: Waiting): void => {
      heap.push(one);
      for (let index = heap.length - 1; index > 0; ) {
        const above = (index - 1) >> 1;
        if (at(above) <= at(index)) return;
        swap(above, index);
        index = above;
      }
    },
    take: (): Waiting | undefined => {
      const [first] = heap;
      const last = heap.pop();
      if (first && last && first !== last) {
        heap[0] = last;
        sink();
      }
      return first;
    },
  };
};

/** The waiting ones that go on next: one that works alone, or all that are near the earliest. */
const nextOf = (heap: ReturnType<typeof openHeap>): readonly Waiting[] => {
  const first = heap.take();
  if (!first) return [];
  const batch = [first];
  if (first.isAlone) return batch;
  for (let top = heap.top(); top && batch.length < together; top = heap.top()) {
    if (top.isAlone || top.at > first.at + near) break;
    heap.take();
    batch.push(top);
  }
  return batch;
};

/**
 * Opens a clock that stops at `end`. `passed` hears where it is. The lives of one story must not touch the same case at once: each
 * waits for its own times, and only what is `alone` looks across.
 */
export const openClock = (end: number, passed: (at: number) => void): StoryClock => {
  const heap = openHeap();
  let busy = 0;
  let idle: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const rest = (): void => {
    busy -= 1;
    if (busy === 0) idle();
  };
  const wait = (at: number, isAlone: boolean): Promise<void> =>
    new Promise(go => {
      if (at <= end) heap.put({ at, isAlone, go });
      rest();
    });

  const lead = async (lives: readonly (() => Promise<void>)[]): Promise<void> => {
    let still = new Promise<void>(done => {
      idle = done;
    });
    busy = lives.length;
    for (const live of lives) live().then(rest, fail);
    if (lives.length > 0) await still;
    for (let batch = nextOf(heap); batch.length > 0; batch = nextOf(heap)) {
      still = new Promise(done => {
        idle = done;
      });
      busy = batch.length;
      passed(batch[0]?.at ?? end);
      for (const { go } of batch) go();
      await still;
    }
  };

  return {
    until: at => wait(at, false),
    alone: at => wait(at, true),
    begin: live => {
      busy += 1;
      live().then(rest, fail);
    },
    run: lives =>
      new Promise((done, failed) => {
        fail = failed;
        lead(lives).then(done, failed);
      }),
  };
};
