import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { read } from '#src/forms/read.ts';
import { langs } from '#src/i18n/words.ts';
import { samples } from './samples.ts';
import { answersOf, changed, leavesOf, problemsOf, tables, today } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('lodging');
const { full, least } = samples.lodging;

stands(form, samples.lodging, {
  needed: ['anyFever', 'stay.kind', 'stay.origin', 'stay.arrival'],
  facts: [],
});

describe('lodging', () => {
  it('stops where somebody has a fever, and shows whom to call', () => {
    const { duty, feverClinic, cdc } = tables.phones;
    const office = tables.areas.find(({ code }) => code === 'east')?.officePhone ?? expect.fail('no office');
    const [problem, ...others] = problemsOf(form, { ...full, anyFever: true });
    expect(others).toEqual([]);
    expect(problem?.pointer).toBe('/anyFever');
    for (const lang of langs) {
      for (const number of ['120', duty, feverClinic, cdc, office])
        expect(problem?.message[lang]).toContain(number);
    }
  });

  it('says so first: with a fever nothing else needs to be filled in, or be right', () => {
    for (const sent of [{ anyFever: true }, { anyFever: 'true', contact: 5, stay: { men: 'x' }, new: 1 }]) {
      expect(refusedAt(form, sent)).toEqual(['/anyFever']);
    }
    expect(refusedAt(form, { ...changed(least, 'stay', undefined), anyFever: true })).toEqual(['/anyFever']);
    expect(Object.keys(form.fields)[0]).toBe('anyFever');
  });

  it('names the local office only where there is one', () => {
    const areas = tables.areas.map(area => ({ ...area, officePhone: null }));
    const reading = read(form, { ...full, anyFever: true }, { ...tables, areas }, today);
    const message = reading.tag === 'refused' ? reading.problems[0]?.message['zh-Hans'] : '';
    expect(message).toContain('120');
    expect(message).not.toMatch(/null|undefined|东区/);
  });

  it.each([
    [8, 3, []],
    [8, 0, []],
    [null, 3, []],
    [0, 0, ['/stay/men']],
    [null, null, ['/stay/men']],
    ['', 0, ['/stay/men']],
  ])('wants somebody to lodge: %j men, %j women', (men, women, pointers) => {
    const sent = changed(changed(full, 'stay.men', men), 'stay.women', women);
    expect(refusedAt(form, sent)).toEqual(pointers);
  });

  it('asks for counts, never for the names or the health of those who come', () => {
    const personal = leavesOf(form.fields).filter(({ field }) => field.personal);
    expect(personal.map(({ path }) => path)).toEqual([
      'contact.name',
      'contact.phone',
      'contact.role',
      'contact.email',
    ]);
  });

  it.each(['quarantine', 'dormitory'])('goes by its kind: %s', kind => {
    expect(routingKey(form, answersOf(form, changed(full, 'stay.kind', kind)))).toBe(kind);
  });
});
