import { describe, expect, test } from 'vitest';
import { type Kind, kinds, next, type State, states } from '#src/cases/state.ts';

/** Every edge there is, written a second time: a change of the life of a case is made in two places, on purpose. */
const edges: readonly (readonly [State, Kind, State])[] = [
  ['received', 'accepted', 'assigned'],
  ['received', 'declined', 'received'],
  ['received', 'forwarded', 'received'],
  ['received', 'ordered', 'received'],
  ['received', 'complex', 'received'],
  ['received', 'extended', 'received'],
  ['received', 'extension-refused', 'received'],
  ['received', 'pressed', 'received'],
  ['received', 'relayed', 'received'],
  ['received', 'referred', 'answered'],
  ['received', 'assigned', 'assigned'],
  ['received', 'returned', 'returned'],
  ['received', 'supplemented', 'received'],
  ['received', 'changed', 'received'],
  ['received', 'answered', 'answered'],
  ['received', 'merged', 'closed'],
  ['received', 'closed', 'closed'],
  ['received', 'withdrawn', 'withdrawn'],
  ['received', 'erased', 'withdrawn'],
  ['held', 'released', 'received'],
  ['held', 'supplemented', 'held'],
  ['held', 'relayed', 'held'],
  ['held', 'changed', 'held'],
  ['held', 'answered', 'answered'],
  ['held', 'merged', 'closed'],
  ['held', 'closed', 'closed'],
  ['held', 'withdrawn', 'withdrawn'],
  ['held', 'erased', 'withdrawn'],
  ['assigned', 'forwarded', 'received'],
  ['assigned', 'ordered', 'received'],
  ['assigned', 'complex', 'assigned'],
  ['assigned', 'extension-asked', 'assigned'],
  ['assigned', 'extended', 'assigned'],
  ['assigned', 'extension-refused', 'assigned'],
  ['assigned', 'pressed', 'assigned'],
  ['assigned', 'relayed', 'assigned'],
  ['assigned', 'referred', 'answered'],
  ['assigned', 'assigned', 'assigned'],
  ['assigned', 'returned', 'returned'],
  ['assigned', 'supplemented', 'assigned'],
  ['assigned', 'changed', 'assigned'],
  ['assigned', 'answered', 'answered'],
  ['assigned', 'merged', 'closed'],
  ['assigned', 'closed', 'closed'],
  ['assigned', 'withdrawn', 'withdrawn'],
  ['assigned', 'erased', 'withdrawn'],
  ['returned', 'replied', 'assigned'],
  ['returned', 'relayed', 'assigned'],
  ['returned', 'changed', 'assigned'],
  ['returned', 'answered', 'answered'],
  ['returned', 'referred', 'answered'],
  ['returned', 'merged', 'closed'],
  ['returned', 'closed', 'closed'],
  ['returned', 'withdrawn', 'withdrawn'],
  ['returned', 'erased', 'withdrawn'],
  ['answered', 'answered', 'answered'],
  ['answered', 'replied', 'assigned'],
  ['answered', 'relayed', 'assigned'],
  ['answered', 'confirmed', 'closed'],
  ['answered', 'unresolved', 'assigned'],
  ['answered', 'reopened', 'assigned'],
  ['answered', 'referred', 'answered'],
  ['answered', 'rated', 'answered'],
  ['answered', 'merged', 'closed'],
  ['answered', 'closed', 'closed'],
  ['answered', 'erased', 'closed'],
  ['closed', 'replied', 'assigned'],
  ['closed', 'relayed', 'assigned'],
  ['closed', 'confirmed', 'closed'],
  ['closed', 'unresolved', 'assigned'],
  ['closed', 'reopened', 'assigned'],
  ['closed', 'unmerged', 'received'],
  ['closed', 'closed', 'closed'],
  ['closed', 'asked', 'closed'],
  ['closed', 'sent-on', 'closed'],
  ['closed', 'rated', 'closed'],
  ['closed', 'erased', 'closed'],
  ['withdrawn', 'erased', 'withdrawn'],
  ...(['received', 'assigned', 'answered'] as const).map(from => [from, 'cleared', 'answered'] as const),
  ...(['received', 'assigned', 'answered', 'closed'] as const).flatMap(from =>
    (['rectifying', 'suspended'] as const).map(kind => [from, kind, 'assigned'] as const),
  ),
  ...states.flatMap(state =>
    (
      [
        'pin-renewed',
        'expired',
        'reminded',
        'assisted',
        'assist-answered',
        'contacted',
        'missed',
        'revisited',
        'noted',
        'opened',
        'check-planned',
        'checked',
        'published',
        'unpublished',
        'arranged',
        'unarranged',
        'handed-over',
        'taken-back',
        'sourced',
        'unmet',
        'paper-moved',
        'paper-issued',
        'paper-revoked',
        'funding',
        'funding-followed',
        'lodged',
        'appointment',
        'appointment-changed',
        'donation',
        'donation-declined',
        'fast-tracked',
        'fast-ended',
      ] as const
    ).map(kind => [state, kind, state] as const),
  ),
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
