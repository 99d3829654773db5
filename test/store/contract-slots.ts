import { describe, expect, test } from 'vitest';
import type { Append, Receive } from '#src/cases/store.ts';
import { placeId } from '#src/rules/place.ts';
import type { HourRow, PlaceRow } from '#src/slots/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { miscounted } from '../slots/counted.ts';
import type { Place } from './place.ts';
import { answer, at, receipt } from './samples.ts';

let last = 0;
const series = (): string => `0k7x2m9aa${String(++last).padStart(20, '0')}`;

/** An hour of 24 March, a place every half hour from 14:00 in Shanghai. */
const offered = (places: number, capacity = 1, set: Partial<HourRow> = {}) => {
  const hour: HourRow = {
    id: `${series()}-00`,
    host: 'economy',
    office: '局长',
    topics: '',
    way: 'counter',
    spot: '示范路1号三楼',
    bring: '',
    day: '2020-03-24',
    startsAt: '2020-03-24T06:00:00.000Z',
    endsAt: '2020-03-24T10:00:00.000Z',
    minutes: 30,
    atOnce: capacity,
    state: 'open',
    version: 0,
    at,
    actor: 'li',
    ...set,
  };
  const made = Array.from({ length: places }, (_, index): PlaceRow => {
    const begins = new Date(Date.parse(hour.startsAt) + index * 1_800_000);
    const time = new Date(begins.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
    return {
      id: placeId(hour.day, time, hour.id),
      hourId: hour.id,
      startsAt: begins.toISOString(),
      endsAt: new Date(begins.getTime() + 1_800_000).toISOString(),
      capacity,
      taken: 0,
      state: 'open',
    };
  });
  return { hour, places: made, ids: made.map(one => one.id) };
};

const asking = (placeId: string, startsAt = '2020-03-24T06:00:00.000Z', from = at): Receive =>
  receipt({
    case: { form: 'appointment' },
    place: { placeId, startsAt: placeId === '' ? '' : startsAt, from },
  });

/** Bookable hours: a place is taken with its case, by one only, and given back with it. */
export const slotting = (store: () => Store, place: () => Place): void => {
  const offer = async (...args: Parameters<typeof offered>) => {
    const made = offered(...args);
    expect(await store().addHours({ hours: [made.hour], places: made.places })).toBe(true);
    return made;
  };
  const taken = async (hourId: string) => (await store().placesOf(hourId)).map(one => one.taken);
  const whole = async () => expect(await miscounted(text => place().sql(text), at)).toEqual([]);
  const event = (caseId: string, head: number, set: Partial<Append> = {}): Append => ({
    ...answer(caseId, head),
    ...set,
  });

  describe('bookable hours', () => {
    test('are offered once; what is half there is not offered again', async () => {
      const { hour, places } = await offer(2);
      expect(await store().addHours({ hours: [hour], places })).toBe(false);
      const other = offered(1);
      await expect(store().addHours({ hours: [hour, other.hour], places: other.places })).rejects.toThrow();
      expect(await store().hour(other.hour.id)).toBeNull();
    });

    test('a place goes with its case, and the next who wants it is told so; nothing of theirs is stored', async () => {
      const { hour, ids } = await offer(2);
      const first = asking(ids[0] ?? '');
      expect(await store().receive(first)).toEqual({ tag: 'stored' });
      const second = asking(ids[0] ?? '');
      expect(await store().receive(second)).toEqual({ tag: 'place-taken' });
      expect(await store().caseById(second.case.id)).toBeNull();
      // A refused submission does not use its key up.
      const again = { ...asking(ids[1] ?? ''), key: second.key };
      expect(await store().receive(again)).toEqual({ tag: 'stored' });
      expect([await taken(hour.id), await store().booking(first.case.id)]).toMatchObject([
        [1, 1],
        { placeId: ids[0], state: 'booked' },
      ]);
      await whole();
    });

    test('the same sent twice takes one place', async () => {
      const { hour, ids } = await offer(1, 3);
      const sent = asking(ids[0] ?? '');
      const both = await Promise.all([store().receive(sent), store().receive(sent)]);
      expect(both.map(one => one.tag).toSorted()).toEqual(['replayed', 'stored']);
      expect((await store().receive({ ...asking(ids[0] ?? ''), key: sent.key })).tag).toBe('replayed');
      expect(await taken(hour.id)).toEqual([1]);
    });

    test('of 40 at once for a place of 3, three have it and 37 are told', async () => {
      const { hour, ids } = await offer(1, 3);
      const sent = Array.from({ length: 40 }, () => asking(ids[0] ?? ''));
      const tags = (await Promise.all(sent.map(one => store().receive(one)))).map(one => one.tag);
      expect(tags.filter(tag => tag === 'stored')).toHaveLength(3);
      expect(tags.filter(tag => tag === 'place-taken')).toHaveLength(37);
      expect(await taken(hour.id)).toEqual([3]);
      await whole();
    });

    test('by two servers at once too', async () => {
      const other = await place().open();
      const { hour, ids } = await offer(2);
      const sent = Array.from({ length: 24 }, (_, index) => asking(ids[index % 2] ?? ''));
      const tags = await Promise.all(
        sent.map((one, index) => (index % 3 === 0 ? other : store()).receive(one)),
      );
      await other.close();
      expect(tags.filter(one => one.tag === 'stored')).toHaveLength(2);
      expect(await taken(hour.id)).toEqual([1, 1]);
      await whole();
    });

    test('none is given that begins too soon, is called off, or is not there; others of the batch are taken in', async () => {
      const { ids } = await offer(1);
      const late = asking(ids[0] ?? '', '2020-03-24T06:00:00.000Z', '2020-03-24T06:00:00.000Z');
      const none = asking(placeId('2020-03-24', '09:00', `${series()}-00`));
      const plain = receipt();
      const tags = await Promise.all([late, plain, none].map(one => store().receive(one)));
      expect(tags.map(one => one.tag)).toEqual(['place-taken', 'stored', 'place-taken']);
    });

    test('who chose none waits for one; a case that ends gives its place back, once', async () => {
      const { hour, ids } = await offer(1);
      const waits = asking('');
      await store().receive(waits);
      expect(await store().booking(waits.case.id)).toMatchObject({ state: 'wanted', placeId: '' });
      const has = asking(ids[0] ?? '');
      await store().receive(has);
      const end = event(has.case.id, 1, { state: 'withdrawn', frees: true });
      expect(await store().append(end)).toEqual({ tag: 'stored' });
      expect(await store().append(end)).toEqual({ tag: 'stale' });
      expect([await taken(hour.id), await store().booking(has.case.id)]).toMatchObject([
        [0],
        { state: 'cancelled', placeId: '' },
      ]);
      expect(await store().receive(asking(ids[0] ?? ''))).toEqual({ tag: 'stored' });
      await whole();
    });

    test('a place that has begun is not given back', async () => {
      const { hour, ids } = await offer(1);
      const has = asking(ids[0] ?? '');
      await store().receive(has);
      const late = event(has.case.id, 1, { frees: true });
      const ended = { ...late, event: { ...late.event, at: '2020-03-24T06:00:00.000Z' } };
      await store().append(ended);
      expect([await taken(hour.id), (await store().booking(has.case.id))?.state]).toEqual([[1], 'booked']);
    });
  });

  describe('a place is moved', () => {
    const move = async (caseId: string, head: number, to: string, set: { from?: string } = {}) => {
      const was = await store().booking(caseId);
      if (!was) throw new Error('no booking');
      const startsAt = to === '' ? '' : '2020-03-24T06:30:00.000Z';
      return { caseId, head, was, placeId: to, startsAt, from: set.from ?? at };
    };
    const send = async (one: Awaited<ReturnType<typeof move>>) => {
      const { caseId, head, ...rest } = one;
      return store().movePlace({ ...rest, append: event(caseId, head), at, actor: 'enterprise' });
    };

    test('and the one it had is free in the same moment; a full one leaves all as it was', async () => {
      const { hour, ids } = await offer(2);
      const [mine, theirs] = [asking(ids[0] ?? ''), asking(ids[1] ?? '')];
      for (const one of [mine, theirs]) await store().receive(one);
      expect(await send(await move(mine.case.id, 1, ids[1] ?? ''))).toEqual({ tag: 'full' });
      expect((await store().events(mine.case.id)).length).toBe(1);
      expect(await send(await move(theirs.case.id, 1, ''))).toEqual({ tag: 'stored' });
      expect(await send(await move(mine.case.id, 1, ids[1] ?? ''))).toEqual({ tag: 'stored' });
      expect([await taken(hour.id), (await store().events(mine.case.id)).length]).toEqual([[0, 1], 2]);
      await whole();
    });

    test('by the page that saw it as it is, and the case where its event begins', async () => {
      const { ids } = await offer(2);
      const mine = asking(ids[0] ?? '');
      await store().receive(mine);
      const old = await move(mine.case.id, 1, ids[1] ?? '');
      expect(await send({ ...old, head: 7 })).toEqual({ tag: 'stale' });
      expect(await send(old)).toEqual({ tag: 'stored' });
      expect(await send({ ...old, head: 2 })).toEqual({ tag: 'stale' });
      await whole();
    });

    test('whether they came is recorded, with its event', async () => {
      const { ids } = await offer(1);
      const mine = asking(ids[0] ?? '');
      await store().receive(mine);
      const was = await store().booking(mine.case.id);
      if (!was) throw new Error('no booking');
      const mark = { was, state: 'missed', append: event(mine.case.id, 1), at, actor: 'li' } as const;
      expect(await store().markPlace(mark)).toEqual({ tag: 'stored' });
      expect(await store().markPlace({ ...mark, append: event(mine.case.id, 2) })).toEqual({ tag: 'stale' });
      expect((await store().booking(mine.case.id))?.state).toBe('missed');
    });
  });

  describe('an hour', () => {
    const told = { at, actor: 'li' };

    test('is called off with every case told, or not at all', async () => {
      const { hour, ids } = await offer(2, 2);
      const [one, two] = [asking(ids[0] ?? ''), asking(ids[1] ?? '')];
      for (const sent of [one, two]) await store().receive(sent);
      const seen = { id: hour.id, version: 0, ...told };
      expect(await store().callOffHour({ ...seen, appends: [event(one.case.id, 1)] })).toEqual({
        tag: 'stale',
      });
      const appends = [event(one.case.id, 1), event(two.case.id, 1)];
      expect(await store().callOffHour({ ...seen, version: 3, appends })).toEqual({ tag: 'stale' });
      expect(await taken(hour.id)).toEqual([1, 1]);
      expect(await store().callOffHour({ ...seen, appends })).toEqual({ tag: 'stored' });
      expect(await store().booking(one.case.id)).toMatchObject({ state: 'called-off', placeId: '' });
      expect((await store().events(two.case.id)).length).toBe(2);
      expect(await store().receive(asking(ids[0] ?? ''))).toEqual({ tag: 'place-taken' });
      const waiting = await store().waitingForPlace({ department: '', after: '', limit: 100 });
      expect(waiting.map(row => row.caseId)).toEqual(expect.arrayContaining([one.case.id, two.case.id]));
      await whole();
    });

    test('is changed once a page, those who have a place told', async () => {
      const { hour, ids } = await offer(1);
      const one = asking(ids[0] ?? '');
      await store().receive(one);
      const set = { office: '副局长', topics: 'loan', way: 'phone', spot: '', bring: '' } as const;
      const seen = { id: hour.id, version: 0, set, ...told };
      expect(await store().changeHour({ ...seen, appends: [] })).toEqual({ tag: 'stale' });
      expect(await store().changeHour({ ...seen, appends: [event(one.case.id, 1)] })).toEqual({
        tag: 'stored',
      });
      expect(await store().changeHour({ ...seen, appends: [event(one.case.id, 2)] })).toEqual({
        tag: 'stale',
      });
      expect(await store().hour(hour.id)).toMatchObject({ ...set, version: 1, startsAt: hour.startsAt });
    });

    test('stands in its order, page by page; places that are free, and who has one, too', async () => {
      const host = `host${last}`;
      const days = ['2020-03-26', '2020-03-24', '2020-03-25'];
      const made = [];
      for (const day of days)
        made.push(
          await offer(2, 1, {
            day,
            host,
            startsAt: `${day}T06:00:00.000Z`,
            endsAt: `${day}T10:00:00.000Z`,
          }),
        );
      const query = { host, from: '2020-03-24T10:00:00.000Z', called: false, limit: 1 };
      const first = await store().hours({ ...query, after: null });
      expect(first.map(one => one.day)).toEqual(['2020-03-25']);
      const [hour] = first;
      const next = await store().hours({ ...query, after: hour ? { ...hour } : null });
      expect(next.map(one => one.day)).toEqual(['2020-03-26']);
      const busy = made[2]?.ids[0] ?? '';
      const has = asking(busy, '2020-03-25T06:00:00.000Z');
      await store().receive(has);
      const free = await store().openPlaces({ host, from: '2020-03-24T06:15:00.000Z', after: '', limit: 9 });
      expect(free).toHaveLength(4);
      expect(free.map(one => one.id)).not.toContain(busy);
      const booked = await store().bookings({ host, from: at, after: null, limit: 9 });
      expect(booked).toMatchObject([{ caseId: has.case.id, host, way: 'counter', state: 'booked' }]);
      expect(() => store().bookings({ host, from: at, after: null, limit: 501 })).toThrow(RangeError);
    });
  });
};
