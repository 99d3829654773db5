import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '#src/forms/index.ts';
import { addDays } from '#src/rules/day.ts';
import { type Level, levelOn, levels, type ModeRow, modeFaults, modeOf } from '#src/rules/modes.ts';
import { rulesOf } from '#src/zone/handler.ts';
import { readZone } from '#src/zone/zone.ts';

type Scope = Pick<ModeRow, 'form' | 'from' | 'to' | 'risk'> & { readonly name: string };
const row = (name: string, some: Partial<Scope> = {}): Scope => ({
  form: 'filing',
  from: '2020-02-01',
  to: null,
  risk: null,
  name,
  ...some,
});
const table = [
  row('early', { to: '2020-02-29' }),
  row('low', { from: '2020-03-01', risk: ['low'] }),
  row('high', { from: '2020-03-01', risk: ['medium', 'high', 'unknown'] }),
];

describe('modeOf', () => {
  it.each<[Level, string, string]>([
    ['low', '2020-02-29', 'early'],
    ['high', '2020-02-29', 'early'],
    ['low', '2020-03-01', 'low'],
    ['medium', '2020-03-01', 'high'],
    ['unknown', '2026-01-01', 'high'],
  ])('risk %s on %s: %s', (level, day, name) => {
    expect(modeOf(table, 'filing', level, day).name).toBe(name);
  });

  it('throws where the table has a gap, and names file, form and day', () => {
    const wrong = /content\/rules\/modes\.yaml.*filing.*low.*2020-01-31/;
    expect(() => modeOf(table, 'filing', 'low', '2020-01-31')).toThrow(wrong);
    expect(() => modeOf(table, 'event', 'low', '2020-03-01')).toThrow(/event/);
  });
});

describe('levelOn', () => {
  const risk = [
    { from: '2020-03-04', level: 'low' },
    { from: '2020-02-17', level: 'medium' },
  ] as const;
  it.each([
    ['2020-02-16', 'unknown'],
    ['2020-02-17', 'medium'],
    ['2020-03-03', 'medium'],
    ['2020-03-04', 'low'],
  ])('on %s: %s', (day, level) => {
    expect(levelOn(risk, day)).toBe(level);
  });
});

describe('modeFaults', () => {
  const faults = (rows: readonly Scope[]) => modeFaults(rows, ['filing'], '2020-02-01', '2020-12-31');

  it('finds none where one row counts for every level on every day', () => {
    expect(faults(table)).toEqual([]);
  });

  it('finds a level that no row names, and a day between two rows', () => {
    const gap = [row('a', { risk: ['low', 'medium', 'high'] })];
    expect(faults(gap)).toEqual([{ form: 'filing', level: 'unknown', day: '2020-02-01', rows: [] }]);
    const days = [row('a', { to: '2020-02-10' }), row('b', { from: '2020-02-12' })];
    expect(faults(days).map(({ day, rows }) => [day, rows])).toEqual(levels.map(() => ['2020-02-11', []]));
  });

  it('finds two rows that count at once, by their places in the file', () => {
    const twice = [
      row('all', { form: 'event' }),
      ...table,
      row('again', { from: '2020-04-01', risk: ['low'] }),
    ];
    expect(faults(twice)).toEqual([{ form: 'filing', level: 'low', day: '2020-04-01', rows: [3, 5] }]);
  });
});

describe('the table of content/', () => {
  const zone = readZone(join(import.meta.dirname, '../..'));
  const { modes, risk } = rulesOf(zone);
  const days = fc.integer({ min: 0, max: 346 }).map(n => addDays('2020-01-20', n));

  it('says exactly one thing about every form, at every level, on every day of 2020', () => {
    const asked = fc.constantFrom(...forms.map(form => form.id));
    fc.assert(
      fc.property(asked, fc.constantFrom(...levels), days, (form, level, day) => {
        const rows = modes.filter(
          one =>
            one.form === form &&
            one.from <= day &&
            (one.to === null || day <= one.to) &&
            (one.risk === null || one.risk.includes(level)),
        );
        expect(rows).toEqual([modeOf(modes, form, level, day)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for no approval where the risk is low, since 国办发明电〔2020〕6号', () => {
    fc.assert(
      fc.property(days, day => {
        if (day >= '2020-03-03') expect(modeOf(modes, 'filing', 'low', day).mode).toBe('filed');
      }),
    );
  });

  it('answers an application within two working days where the risk is not low', () => {
    for (const level of ['medium', 'high', 'unknown'] as const) {
      const { mode, answer } = modeOf(modes, 'filing', level, '2020-03-03');
      expect([mode, answer]).toEqual(['application', { workingDays: 2, complexDays: null }]);
    }
  });

  it('turned from application to filing on the day the zone’s risk became low', () => {
    const on = (day: string) => modeOf(modes, 'filing', levelOn(risk, day), day).mode;
    expect([on('2020-03-03'), on('2020-03-04')]).toEqual(['application', 'filed']);
  });
});
