import { describe, expect, it } from 'vitest';
import { pointer, routingKey } from '#src/forms/field.ts';
import { filing } from '#src/forms/filing.ts';
import { langs } from '#src/i18n/words.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, leavesOf, problemsOf } from './sent.ts';
import { refusedAt, stands } from './standing.ts';

const { full, least } = samplesB.filing;
const pointersOf = (sent: object) => refusedAt(filing, sent);
const staffed = (staff: object) => pointersOf({ ...least, staff: { ...least.staff, ...staff } });

stands(filing, samplesB.filing, {
  needed: [
    'filer',
    'reopening',
    'staff.total',
    'staff.returning',
    'responsible.name',
    'responsible.phone',
    'safetyCheck',
    'commitment',
  ],
  facts: [],
});

describe('filing', () => {
  it('takes the least that is needed: no file, no stock, nothing that is unknown', () => {
    expect(answersOf(filing, least)).toMatchObject({
      tenants: [],
      aboveThreshold: null,
      application: [],
      letter: [],
      stock: { masks: null },
      commuting: [],
    });
  });

  it('asks for tenants only where a building files for them, also where a blank line was posted', () => {
    const blank = { name: '', creditCode: '', staff: '' };
    for (const path of ['tenants', 'tenants.0.name'])
      expect(refusedAt(filing, changed(full, path, undefined))).toEqual([pointer(path)]);
    expect(pointersOf({ ...full, filer: 'self', tenants: [blank] })).toEqual([]);
    expect(pointersOf({ ...full, tenants: [blank] })).toEqual(['/tenants/0/name']);
  });

  it.each([
    ['returning', 80, []],
    ['returning', 81, ['/staff/returning']],
    ['local', 80, []],
    ['local', 81, ['/staff/local']],
    ['otherProvinces', 80, []],
    ['otherProvinces', 81, ['/staff/otherProvinces']],
    ['keyRegions', 80, []],
    ['keyRegions', 81, ['/staff/keyRegions']],
    ['completed', 80, []],
    ['completed', 81, ['/staff/completed']],
    ['letters', 80, []],
    ['letters', 81, ['/staff/letters']],
  ])('of 80 staff, %s %d', (name, count, pointers) => {
    expect(staffed({ [name]: count })).toEqual(pointers);
  });

  it('adds up local staff and those from other provinces', () => {
    expect(staffed({ local: 60, otherProvinces: 20 })).toEqual([]);
    expect(staffed({ local: 60, otherProvinces: 21 })).toEqual(['/staff/local']);
  });

  it('adds up the tenants', () => {
    const tenants = [30, 50].map((staff, index) => ({ name: `租户${index}`, creditCode: '', staff }));
    expect(pointersOf({ ...full, tenants })).toEqual([]);
    expect(pointersOf({ ...full, tenants: [...tenants, { name: '租户三', staff: 1 }] })).toEqual([
      '/staff/total',
    ]);
  });

  it('names the figure in every sum that does not fit', () => {
    const wrong = { returning: 99, local: 99, keyRegions: 99, completed: 99, letters: 99 };
    const problems = problemsOf(filing, { ...least, staff: { ...least.staff, ...wrong } });
    expect(problems).toHaveLength(5);
    for (const { message } of problems) {
      for (const lang of langs) expect(message[lang]).toContain('80');
    }
  });

  it.each([
    [true, 'true'],
    [false, 'false'],
    [null, ''],
  ])('goes by last year’s output at or above 300 million yuan: %j', (aboveThreshold, key) => {
    expect(routingKey(filing, answersOf(filing, { ...full, aboveThreshold }))).toBe(key);
  });

  it('is called 报送 where being filed is enough, and 申请 where an answer is due', () => {
    expect(filing.named?.filed?.title['zh-Hans']).toBe('复工信息报送');
    expect(filing.named?.filed?.lead['zh-Hans']).toContain('提交即可开工，不等批复');
    expect(filing.named?.application?.title['zh-Hans']).toBe('复工申请');
    expect(filing.named?.application?.lead['zh-Hans']).toContain('一口受理、并行办理，2个工作日内答复');
  });

  it('takes employees’ letters as a number only, and the enterprise’s as pictures', () => {
    const files = leavesOf(filing.fields).filter(({ field }) => field.kind === 'files');
    expect(files.map(({ path }) => path)).toEqual(['letter', 'application', 'prevention', 'emergency']);
    const letters = leavesOf(filing.fields).find(({ path }) => path === 'staff.letters');
    expect(letters?.field.kind).toBe('number');
    const { letter } = filing.fields;
    expect(letter?.kind === 'files' && letter.help?.['zh-Hans']).toContain('手机拍照即可');
  });

  it.each(['safetyCheck', 'commitment'])('must be ticked: %s', name => {
    for (const value of [false, '', 'no', undefined])
      expect(pointersOf(changed(least, name, value))).toEqual([`/${name}`]);
    expect(pointersOf(changed(least, name, 'on'))).toEqual([]);
  });
});
