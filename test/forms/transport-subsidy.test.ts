import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { read } from '#src/forms/read.ts';
import { langs } from '#src/i18n/words.ts';
import { samples } from './samples.ts';
import { answersOf, changed, leavesOf, problemsOf, tables, today } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('transport-subsidy');
const { full } = samples['transport-subsidy'];
const warnings = (sent: object) => {
  const reading = read(form, sent, tables, today);
  return reading.tag === 'read' ? reading.warnings : expect.fail(JSON.stringify(reading.problems));
};

stands(form, samples['transport-subsidy'], {
  needed: ['trips', 'trips.0.place', 'trips.0.day', 'trips.0.headcount', 'cost'],
  facts: ['trips.place'],
});

describe('transport-subsidy', () => {
  it('takes in an enterprise that pays its tax elsewhere, and says whom the subsidy is for', () => {
    const [warning, ...others] = warnings({ ...full, taxHere: false });
    expect(others).toEqual([]);
    expect(warning?.pointer).toBe('/taxHere');
    expect(warning?.message['zh-Hans']).toContain('税收在本区');
    for (const lang of langs) expect(warning?.message[lang]).not.toBe('');
    expect(warnings({ ...full, taxHere: true })).toEqual([]);
  });

  it('leaves it to the officer where the enterprise does not know', () => {
    expect(warnings({ ...full, taxHere: null })).toEqual([]);
  });

  it('says so before it is sent', () => {
    expect(form.lead['zh-Hans']).toContain('税收在本区');
  });

  it('does not wonder at a trip that is over', () => {
    expect(warnings(changed(full, 'trips.0.day', '2020-02-20'))).toEqual([]);
  });

  it('lets the papers follow later, and takes no roster', () => {
    for (const path of ['papers', 'account', 'rosters']) {
      expect(problemsOf(form, changed(full, path, undefined))).toEqual([]);
    }
    const files = leavesOf(form.fields).filter(({ field }) => field.kind === 'files');
    expect(files.map(({ path }) => path)).toEqual(['papers']);
    expect(leavesOf(form.fields).find(({ path }) => path === 'rosters')?.field.kind).toBe('number');
  });

  it('counts cost to the yuan', () => {
    expect(answersOf(form, { ...full, cost: '38500元' })).toMatchObject({ cost: 3.85 });
    expect(refusedAt(form, { ...full, cost: 0.00005 })).toEqual(['/cost']);
  });

  it('goes to one department', () => {
    expect(routingKey(form, answersOf(form, full))).toBe('');
  });
});
