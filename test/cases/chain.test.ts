import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, renewPin } from '#src/cases/act.ts';
import { chainFault, eventMac } from '#src/cases/chain.ts';
import { fault } from '#src/cases/review.ts';
import { caseKey } from '#src/cases/seal.ts';
import { next, type State } from '#src/cases/state.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';

let desk: Desk;
let row: CaseRow;
let events: readonly EventRow[];

beforeAll(async () => {
  desk = await openDesk();
  const { number } = linkOf(await receiptOf(await send('materials', materials())));
  const { office } = desk.app;
  await answer(office, number, '请到政务服务中心领取', '李办');
  await renewPin(office, number, '李办');
  await answer(office, number, '补充：带上介绍信', '王办');
  const found = await office.store.caseByNumber(number);
  if (!found) throw new Error('no case');
  row = found;
  events = await office.store.events(row.id);
});
afterAll(() => desk.stop());

const faultOf = (changedRow: CaseRow = row, changedEvents: readonly EventRow[] = events) =>
  chainFault(desk.app.office.keys, changedRow, changedEvents);
const other = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (value instanceof Uint8Array) return value.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
  return value === null ? new Uint8Array([1]) : `${String(value)} `;
};

describe('An append-only list of events, each carrying an HMAC over its canonical form and the one before', () => {
  test('the chain of a case is whole', async () => {
    expect(events.map(event => event.kind)).toEqual(['received', 'answered', 'pin-renewed', 'answered']);
    expect(await fault(desk.app.office, row)).toBeNull();
  });

  test('any change of any column of an event is named', () => {
    const columns = Object.keys(events[0] ?? {}) as (keyof EventRow)[];
    expect(columns).toHaveLength(8);
    for (const [index, event] of events.entries()) {
      for (const column of columns) {
        const changed = { ...event, [column]: other(event[column]) } as EventRow;
        const found = faultOf(row, events.with(index, changed));
        const name = column === 'seq' || column === 'caseId' ? 'is missing' : 'was changed';
        expect([column, found]).toEqual([column, `event ${index + 1} ${name}`]);
      }
    }
  });

  test('a text or its seal taken away is named', () => {
    const bare = events.with(1, { ...(events[1] as EventRow), sealed: null });
    expect(faultOf(row, bare)).toBe('event 2 was changed');
  });

  test('a removed event is named, the newest too', () => {
    for (const index of [0, 1, 2])
      expect(faultOf(row, events.toSpliced(index, 1))).toBe(`event ${index + 1} is missing`);
    expect(faultOf(row, events.toSpliced(3, 1))).toBe('the newest event is missing');
    expect(faultOf(row, [])).toBe('the newest event is missing');
  });

  test('swapped events are named, renumbered too', () => {
    const [first, second, third, fourth] = events as [EventRow, EventRow, EventRow, EventRow];
    expect(faultOf(row, [first, third, second, fourth])).toBe('event 2 is missing');
    const renumbered = [first, { ...third, seq: 2 }, { ...second, seq: 3 }, fourth];
    expect(faultOf(row, renumbered)).toBe('event 2 was changed');
  });

  test('an event of another case, or an added one, is named', async () => {
    const { number } = linkOf(await receiptOf(await send('materials', materials())));
    const found = await desk.app.office.store.caseByNumber(number);
    const [foreign] = await desk.app.office.store.events(found?.id ?? '');
    expect(faultOf(row, events.with(0, foreign as EventRow))).toBe('event 1 is missing');
    const added = { ...(events[3] as EventRow), seq: 5 };
    expect(faultOf(row, [...events, added])).toBe('event 5 was changed');
  });

  test('an event that was once rightly signed in the same place is named by the one after it', () => {
    const { keys } = desk.app.office;
    const [first, second] = events as [EventRow, EventRow];
    const fork = { ...second, actor: '别人' };
    const signed = { ...fork, mac: eventMac(keys, first.mac, fork) };
    expect(faultOf(row, events.with(1, signed))).toBe('event 3 was changed');
  });

  test('the head and its MAC in the row count too', () => {
    expect(faultOf({ ...row, head: 3 })).toBe('the newest event is missing');
    expect(faultOf({ ...row, headMac: events[2]?.mac ?? '' })).toBe('the newest event is missing');
  });

  test('the submission itself: number, form, enterprise, answers in the clear and sealed', () => {
    const columns = [
      'number',
      'form',
      'enterprise',
      'creditCode',
      'area',
      'line',
      'answers',
      'sealed',
    ] as const;
    for (const column of columns) {
      const changed = { ...row, [column]: other(row[column]) } as CaseRow;
      expect([column, faultOf(changed)]).toEqual([column, 'the submission was changed']);
    }
  });

  test('another master key finds the chain not its own', () => {
    const keys = { ...desk.app.office.keys, chain: createSecretKey(new Uint8Array(32)) };
    expect(chainFault(keys, row, events)).toBe('event 1 was changed');
  });
});

describe('Its state is what the events say', () => {
  test('the events led to the state in the row', () => {
    const state = events
      .slice(1)
      .reduce<State | null>((at, event) => at && next(at, event.kind), events[0]?.kind as State);
    expect(row.state).toBe(state);
  });

  test('a state that the events do not lead to is named', () => {
    for (const state of ['received', 'assigned', 'closed', 'withdrawn'] as const)
      expect(faultOf({ ...row, state })).toBe('the state is not what the events say');
  });
});

describe('The HMAC covers the hash of the ciphertext', () => {
  test('so erasing a key keeps the chain valid, and the rest unreadable', () => {
    const erased = { ...row, wrappedKey: new Uint8Array(0) };
    expect(faultOf(erased)).toBeNull();
    expect(() => caseKey(desk.app.office.keys, erased)).toThrow();
  });
});
