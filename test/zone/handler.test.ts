import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forms } from '#src/forms/index.ts';
import { handlingOf, rulesOf } from '#src/zone/handler.ts';
import { readZone } from '#src/zone/zone.ts';

const zone = readZone(join(import.meta.dirname, '../..'));
const handling = (form: string, day = '2020-03-20', now = day) => handlingOf(zone, form, day, now);

describe('rulesOf', () => {
  it('finds the office of each area, and closes with the office', () => {
    const { offices, hours } = rulesOf(zone);
    expect(offices).toEqual({ east: 'east-office', west: 'west-office', incubator: 'incubator-office' });
    expect(hours).toEqual({ to: zone.office.to });
  });
});

describe('handlingOf', () => {
  it('gives the rows of the form that hold on the day or later, and no other form’s', () => {
    const { routes, modes } = handling('filing', '2020-02-26');
    expect(new Set([...routes, ...modes].map(row => row.form))).toEqual(new Set(['filing']));
    expect(modes.map(row => row.from)).toEqual(['2020-02-25', '2020-02-25', '2020-03-03', '2020-03-03']);
  });

  it('says what the form means on the day', () => {
    expect(handling('filing', '2020-03-03').mode.mode).toBe('application');
    expect(handling('filing', '2020-03-04').mode.mode).toBe('filed');
    expect(handling('consultation').mode.answer).toEqual({ workingDays: 1, complexDays: null });
  });

  it('names every department that may get it, the offices of all areas where one of them does', () => {
    expect(Object.keys(handling('materials').departments)).toEqual(['supplies']);
    const named = Object.keys(handling('filing').departments);
    expect(named).toEqual(expect.arrayContaining(['economy', 'health', 'east-office', 'incubator-office']));
    expect(named).not.toContain('tax');
  });

  it('counts days by the calendar of now, whatever day the tables speak of', () => {
    const { years } = handling('materials', '2020-03-20', '2026-05-01').calendar;
    expect(Object.keys(years)).toEqual(['2026']);
  });

  it('tells nothing of which enterprises are on the list of key enterprises', () => {
    expect(zone.keyEnterprises.length).toBeGreaterThan(0);
    for (const form of forms)
      for (const { creditCode } of zone.keyEnterprises)
        expect(JSON.stringify(handling(form.id))).not.toContain(creditCode);
  });
});
