import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receive } from '#src/cases/receive.ts';
import { withdraw } from '#src/cases/say.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { type Desk, openDesk } from '../office.ts';
import { newKey } from '../submissions.ts';
import { miscounted } from './counted.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
});
afterAll(() => desk.stop());

const capacity = 2;
/** An hour of three times, each for two at once, of the department that handles whatever is sent. */
const hours = async () => {
  const { slots } = desk.app;
  const id = slots.draftId();
  const offer = {
    ...{ id, host: 'finance', office: '局长', topics: '', way: 'phone' as const, spot: '', bring: '' },
    ...{
      day: '2020-03-24',
      from: '14:00',
      to: '15:00',
      minutes: 20,
      atOnce: capacity,
      until: '',
      anyDay: false,
    },
  } as const;
  expect(await slots.offer(offer, 'li')).toEqual({ tag: 'done', days: 1, skipped: [] });
  const hour = await slots.hour(`${id}-00`);
  return { id: `${id}-00`, places: hour?.places.map(one => one.id) ?? [] };
};

const submission = (slot: string) => {
  const form = formOf('appointment');
  if (!form) throw new Error('no form');
  const raw = {
    slot,
    topic: 'loan',
    question: '想谈续贷',
    enterprise: { name: `湖畔${newKey()}厂`, creditCode: '', area: 'east', line: 'industry' },
    contact: { name: '王小明', phone: '13800138000' },
    consent: true,
  };
  const reading = read(form, raw, desk.app.office.tables, '2020-03-20');
  if (reading.tag !== 'read') throw new Error(JSON.stringify(reading.problems));
  return {
    form,
    answers: reading.answers,
    key: newKey(),
    once: false,
    lang: 'zh-Hans',
    heldFor: [],
  } as const;
};
const book = async (slot: string): Promise<string | null> => {
  const result = await receive(desk.app.office, submission(slot));
  return result.tag === 'received' ? result.receipt.case.number : null;
};
const has = async (number: string): Promise<string> => {
  const row = await desk.app.office.store.caseByNumber(number);
  const own = row && (await desk.app.slots.own(row));
  return own?.state === 'booked' ? own.placeId : '';
};
const whole = async () => {
  const db = new DatabaseSync(desk.file);
  expect(await miscounted(async sql => db.prepare(sql).all(), '2020-03-20')).toEqual([]);
  db.close();
};

type Step =
  | { readonly do: 'book'; readonly place: number }
  | { readonly do: 'move'; readonly who: number; readonly place: number }
  | { readonly do: 'cancel' | 'withdraw'; readonly who: number };
/** Of three times; the fourth is none. */
const place = fc.nat(3);
const who = fc.nat(8);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('book' as const), place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), who, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'withdraw' as const), who }) },
);

/** The same told a second time: who has which time, by nothing but the words of the rule. */
const retold = () => {
  const having = new Map<string, string>();
  const gone = new Set<string>();
  const free = (slot: string) => [...having.values()].filter(one => one === slot).length < capacity;
  return {
    having,
    mayBook: (slot: string) => slot === '' || free(slot),
    /** Whether it is done; what it has already is. */
    move: (number: string, slot: string) => {
      if (having.get(number) === slot) return true;
      if (gone.has(number) || slot === '' || !free(slot)) return false;
      having.set(number, slot);
      return true;
    },
    leave: (number: string, forGood: boolean) => {
      if (forGood) gone.add(number);
      if (forGood || !gone.has(number)) having.set(number, '');
    },
  };
};

test('any course of bookings, moves, cancellations and withdrawals leaves everybody with what the rule says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async steps => {
      const { places } = await hours();
      const told = retold();
      const numbers: string[] = [];
      const { slots, office } = desk.app;
      for (const one of steps) {
        const slot = 'place' in one ? (places[one.place] ?? '') : '';
        const number = 'who' in one ? (numbers[one.who] ?? '') : '';
        if (one.do === 'book') {
          const expected = told.mayBook(slot);
          const made = await book(slot);
          expect(made !== null).toBe(expected);
          if (made) numbers.push(made);
          if (made) told.having.set(made, slot);
        } else if (number !== '') {
          if (one.do === 'move') {
            const done =
              slot !== '' && (await slots.move(number, slot, { actor: 'enterprise', isOfficer: false }));
            expect(done && done.tag === 'done').toBe(slot !== '' && told.move(number, slot));
          } else {
            if (one.do === 'withdraw') await withdraw(office, number, 'enterprise');
            else await slots.move(number, '', { actor: 'enterprise', isOfficer: false });
            told.leave(number, one.do === 'withdraw');
          }
        }
      }
      for (const number of numbers)
        expect([number, await has(number)]).toEqual([number, told.having.get(number)]);
      await whole();
    }),
    { numRuns: 25 },
  );
});

test('all at once: never above what a time is for, none lost, and who is told that it is theirs has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async steps => {
      const { id, places } = await hours();
      const { slots } = desk.app;
      const first = await Promise.all([0, 1, 2, 0, 1].map(at => book(places[at] ?? '')));
      const numbers = first.flatMap(one => one ?? []);
      expect(numbers).toHaveLength(5);
      const made = await Promise.all(
        steps.map(async one => {
          const slot = 'place' in one ? (places[one.place] ?? '') : '';
          if (one.do === 'book') return book(slot);
          const number = numbers[one.who % numbers.length] ?? '';
          if (one.do === 'withdraw') await withdraw(desk.app.office, number, 'enterprise');
          else await slots.move(number, one.do === 'move' ? slot : '', { actor: 'li', isOfficer: true });
          return null;
        }),
      );
      await whole();
      const wanted = steps.map(one => (one.do === 'book' ? (places[one.place] ?? '') : ''));
      for (const [at, number] of made.entries()) if (number) expect(await has(number)).toBe(wanted[at]);
      const off = await slots.callOff({ id, version: 0 }, 'li');
      expect(off).toEqual({ tag: 'done' });
      for (const number of [...numbers, ...made.flatMap(one => one ?? [])])
        expect(await has(number)).toBe('');
      expect((await slots.hour(id))?.places.map(one => one.taken)).toEqual([0, 0, 0]);
      await whole();
    }),
    { numRuns: 15 },
  );
});
