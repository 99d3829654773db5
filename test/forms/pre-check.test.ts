import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { samples } from './samples.ts';
import { answersOf, changed, leavesOf, problemsOf } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('pre-check');
const { full, least } = samples['pre-check'];

stands(form, samples['pre-check'], { needed: ['matters', 'project', 'parcel'], facts: [] });

describe('pre-check', () => {
  it('takes all four matters of a project at once, as a list or as posted boxes', () => {
    const all = ['mandate', 'clear-land', 'funds', 'notice'];
    expect(answersOf(form, { ...full, matters: all })).toMatchObject({ matters: all });
    const posted = changed(least, 'matters', { notice: 'on', funds: 'on' });
    expect(answersOf(form, posted)).toMatchObject({ matters: expect.arrayContaining(['funds', 'notice']) });
    expect(refusedAt(form, { ...full, matters: ['buildings'] })).toEqual(['/matters']);
  });

  it('goes by its first matter', () => {
    expect(routingKey(form, answersOf(form, { ...full, matters: ['funds'] }))).toBe('funds');
    expect(routingKey(form, answersOf(form, full))).toBe('clear-land');
  });

  it('lets size, day and papers follow later, and says that it is no application', () => {
    for (const path of ['acreage', 'startsBy', 'papers'])
      expect(problemsOf(form, changed(full, path, undefined))).toEqual([]);
    expect(refusedAt(form, { ...full, acreage: -1 })).toEqual(['/acreage']);
    expect(form.lead['zh-Hans']).toContain('不代替正式受理');
    const files = leavesOf(form.fields).filter(({ field }) => field.kind === 'files');
    expect(files.map(({ path }) => path)).toEqual(['papers']);
  });
});
