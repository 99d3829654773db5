import { describe, expect, test } from 'vitest';
import { type Kind, kinds, next, type State, states } from '#src/cases/state.ts';

/** Every edge there is, written a second time: a change of the life of a case is made in two places, on purpose. */
const edges: readonly (readonly [State, Kind, State])[] = [
  ['received', 'assigned', 'assigned'],
  ['received', 'returned', 'returned'],
  ['received', 'answered', 'answered'],
  ['received', 'withdrawn', 'withdrawn'],
  ['held', 'released', 'received'],
  ['held', 'answered', 'answered'],
  ['held', 'withdrawn', 'withdrawn'],
  ['assigned', 'assigned', 'assigned'],
  ['assigned', 'returned', 'returned'],
  ['assigned', 'answered', 'answered'],
  ['assigned', 'withdrawn', 'withdrawn'],
  ['returned', 'replied', 'assigned'],
  ['returned', 'answered', 'answered'],
  ['returned', 'closed', 'closed'],
  ['returned', 'withdrawn', 'withdrawn'],
  ['answered', 'answered', 'answered'],
  ['answered', 'replied', 'assigned'],
  ['answered', 'closed', 'closed'],
  ['closed', 'replied', 'assigned'],
  ...states.map(state => [state, 'pin-renewed', state] as const),
];

const toOf = (state: State, kind: Kind) =>
  edges.find(([from, by]) => from === state && by === kind)?.[2] ?? null;

describe('The life of a case', () => {
  test('states are received, held, assigned, returned, answered, closed, withdrawn', () => {
    expect([...states].sort()).toEqual(
      ['received', 'held', 'assigned', 'returned', 'answered', 'closed', 'withdrawn'].sort(),
    );
  });

  test.each(edges)('%s, %s: then %s', (state, kind, to) => {
    expect(next(state, kind)).toBe(to);
  });

  test('every other pair is impossible', () => {
    const seen = states.flatMap(state => kinds.map(kind => [state, kind, next(state, kind)] as const));
    expect(seen).toHaveLength(states.length * kinds.length);
    for (const [state, kind, to] of seen) expect([state, kind, to]).toEqual([state, kind, toOf(state, kind)]);
    expect(seen.filter(([, , to]) => to !== null)).toHaveLength(edges.length);
  });

  test('every state can be reached from a submission, and only a withdrawn case ends', () => {
    const reached = new Set<State>(['received', 'held']);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const [from, , to] of edges) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...states].sort());
    const ends = states.filter(state => !edges.some(([from, , to]) => from === state && to !== state));
    expect(ends).toEqual(['withdrawn']);
  });
});
