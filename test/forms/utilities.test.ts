import { describe, expect, it } from 'vitest';
import { isAsked, options, routingKey } from '#src/forms/field.ts';
import { samples } from './samples.ts';
import { answersOf, changed, leavesOf, tables } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('utilities');
const { full, least } = samples.utilities;
const kinds = ['power', 'water', 'gas', 'heat', 'defer-payment', 'suspend'];

stands(form, samples.utilities, { needed: ['kind', 'site'], facts: [] });

describe('utilities', () => {
  it.each([
    ['power', 400, 800, []],
    ['power', 400, 400, ['/capacityAsked']],
    ['power', 400, 200, ['/capacityAsked']],
    ['power', null, 800, []],
    ['power', 400, null, []],
    ['suspend', 400, 200, []],
    ['suspend', 400, 0, []],
    ['suspend', 400, 400, ['/capacityAsked']],
    ['suspend', 400, 800, ['/capacityAsked']],
    ['suspend', null, null, []],
    ['water', 400, 200, []],
  ])('%s from %j to %j kVA: %j', (kind, capacityNow, capacityAsked, pointers) => {
    expect(refusedAt(form, { ...full, kind, capacityNow, capacityAsked })).toEqual(pointers);
  });

  it('wants the last day to be no earlier than the first', () => {
    const pause = (from: string, until: string) =>
      refusedAt(form, { ...least, kind: 'suspend', from, until });
    expect(pause('2020-04-02', '2020-04-01')).toEqual(['/until']);
    for (const [from, until] of [
      ['2020-04-01', '2020-04-01'],
      ['', '2020-04-01'],
      ['2020-04-01', ''],
    ] as const) {
      expect(pause(from, until)).toEqual([]);
    }
  });

  it.each([
    ['power', ['capacityNow', 'capacityAsked', 'voltage']],
    ['water', ['waterAsked']],
    ['gas', ['gasAsked']],
    ['heat', []],
    ['defer-payment', ['from', 'until']],
    ['suspend', ['capacityNow', 'capacityAsked', 'voltage', 'from', 'until']],
  ])('asks for %s only what belongs to it: %j', (kind, names) => {
    const depending = leavesOf(form.fields).filter(({ field }) => field.when);
    const asked = depending.filter(({ field }) => isAsked(field, { kind })).map(({ path }) => path);
    expect(asked).toEqual(names);
  });

  it('offers for each kind what to write', () => {
    const { what, kind } = form.fields;
    if (what?.kind !== 'text' || kind?.kind !== 'choice') return expect.fail('fields');
    expect(options(kind, tables).map(({ code }) => code)).toEqual(kinds);
    expect(Object.keys(what.templates?.texts ?? {})).toEqual(kinds);
  });

  it('sends a power cut to 95598 and not through the form', () => {
    expect(form.lead['zh-Hans']).toContain('停电抢修直接打95598');
  });

  it.each(kinds)('goes by its kind: %s', kind => {
    expect(routingKey(form, answersOf(form, changed(least, 'kind', kind)))).toBe(kind);
  });
});
