import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { samples } from './samples.ts';
import { answersOf, leavesOf } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('transport');
const { full, least } = samples.transport;

stands(form, samples.transport, { needed: ['trips', 'trips.0.place'], facts: ['trips.place'] });

describe('transport', () => {
  it('takes several places, each with its own day and number; what is open is not 0 or 1', () => {
    const trips = [...full.trips, { place: '贵州毕节市' }];
    expect(answersOf(form, { ...least, trips })).toMatchObject({
      trips: [full.trips[0], { place: '贵州毕节市', day: '', headcount: null }],
    });
    expect(refusedAt(form, { ...least, trips: [{ place: '贵州毕节市', headcount: 0 }] })).toEqual([
      '/trips/0/headcount',
    ]);
  });

  it('asks for counts, never for the names of those who travel', () => {
    const personal = leavesOf(form.fields).filter(({ field }) => field.personal);
    expect(personal.map(({ path }) => path)).toEqual([
      'contact.name',
      'contact.phone',
      'contact.role',
      'contact.email',
    ]);
  });

  it('goes to one department', () => {
    expect(routingKey(form, answersOf(form, full))).toBe('');
  });
});
