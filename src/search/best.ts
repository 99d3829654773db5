/**
 * The places of the `most` highest of the scores, highest first, of equals the earlier; scores below 0 are left out. A heap whose root
 * is the worst that is kept: one pass, and no list of everything that was touched.
 */
export const best = (scores: Float32Array, most: number): readonly number[] => {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  const swap = (i: number, j: number) => {
    const held = heap[i] ?? 0;
    heap[i] = heap[j] ?? 0;
    heap[j] = held;
  };
  const rise = (from: number) => {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!isWorse(heap[i] ?? 0, heap[parent] ?? 0)) return;
      swap(i, parent);
      i = parent;
    }
  };
  const sink = () => {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let worst = i;
      if (left < heap.length && isWorse(heap[left] ?? 0, heap[worst] ?? 0)) worst = left;
      if (right < heap.length && isWorse(heap[right] ?? 0, heap[worst] ?? 0)) worst = right;
      if (worst === i) return;
      swap(i, worst);
      i = worst;
    }
  };
  for (let place = 0; place < scores.length; place++) {
    if ((scores[place] ?? -1) < 0) continue;
    if (heap.length < most) {
      heap.push(place);
      rise(heap.length - 1);
    } else if (most > 0 && isWorse(heap[0] ?? 0, place)) {
      heap[0] = place;
      sink();
    }
  }
  return heap.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
};
