import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { langs } from '#src/i18n/words.ts';
import { answersOf, changed, materials, materialsLeast, materialsSent, problemsOf, tables } from './sent.ts';

const line = { item: 'mask-medical', unit: 'piece' };
const withLines = (...items: object[]) => changed(materialsSent, 'items', items);

describe('materials', () => {
  it('takes a full submission as it is', () => {
    const blank = { role: '', receiver: '', address: '', hotlineTicket: '', soleTrader: null };
    expect(answersOf(materials, materialsSent)).toEqual({
      ...materialsSent,
      enterprise: { ...materialsSent.enterprise, soleTrader: blank.soleTrader },
      contact: { ...materialsSent.contact, role: '', tell: '', email: '' },
      receiver: '',
      address: '',
      hotlineTicket: '',
    });
  });

  it('takes the least that is needed; a quantity left out is unknown, not 0 or 1', () => {
    expect(answersOf(materials, materialsLeast)).toMatchObject({ items: [{ quantity: null, stock: null }] });
  });

  it('refuses what it cannot do without', () => {
    const needed = ['enterprise.name', 'enterprise.area', 'enterprise.line', 'contact.name', 'contact.phone'];
    for (const path of [...needed, 'items.0.item', 'items.0.unit', 'items', 'consent']) {
      const problems = problemsOf(materials, changed(materialsLeast, path, undefined));
      expect(problems.map(problem => problem.pointer)).toEqual([`/${path.replaceAll('.', '/')}`]);
    }
  });

  it.each(tables.items.map(item => [item.code, item.units] as const))('counts %s in %j', (item, units) => {
    for (const { code: unit } of tables.units) {
      const problems = problemsOf(materials, withLines({ item, unit, each: 20, spec: '医用' }));
      expect(problems.map(problem => problem.pointer)).toEqual(units.includes(unit) ? [] : ['/items/0/unit']);
    }
  });

  it('names item and units when they do not fit', () => {
    const [problem] = problemsOf(materials, withLines(line, { item: 'alcohol', unit: 'piece' }));
    expect(problem).toEqual({
      pointer: '/items/1/unit',
      message: {
        'zh-Hans': '酒精按公斤、升、斤、吨、箱、桶计，请改单位',
        en: 'Alcohol: the units are kg, litres, jin (half a kg), tonnes, cartons, barrels; change the unit',
      },
    });
  });

  it.each([
    ['barrels without their size', { item: 'alcohol', unit: 'barrel' }, ['/items/0/each']],
    ['barrels with it', { item: 'alcohol', unit: 'barrel', each: 20 }, []],
    ['cartons without it', { item: 'mask-medical', unit: 'carton' }, ['/items/0/each']],
    ['tonnes', { item: 'disinfectant-84', unit: 'tonne' }, []],
    ['another item without a name', { item: 'other', unit: 'piece' }, ['/items/0/spec']],
    ['another item with one', { item: 'other', unit: 'piece', spec: '防护面屏' }, []],
    ['another item in barrels', { item: 'other', unit: 'barrel' }, ['/items/0/each', '/items/0/spec']],
  ])('asks for what makes a line clear: %s', (_, given, pointers) => {
    expect(problemsOf(materials, withLines(given)).map(problem => problem.pointer)).toEqual(pointers);
  });

  it('says how many of what a container holds', () => {
    const said = (item: string, unit: string) =>
      problemsOf(materials, withLines({ item, unit, spec: '医用' }))[0]?.message;
    expect(said('mask-medical', 'carton')).toEqual({
      'zh-Hans': '按箱计的，请写每箱多少只',
      en: 'Counted in cartons: write how many pieces each holds',
    });
    expect(said('alcohol', 'barrel')?.['zh-Hans']).toBe('按桶计的，请写每桶多少升');
  });

  it('asks for an address only where goods are delivered', () => {
    const deliver = changed(materialsSent, 'delivery', 'deliver');
    const [problem] = problemsOf(materials, deliver);
    expect(problem?.pointer).toBe('/address');
    for (const lang of langs) expect(problem?.message[lang]).not.toBe('');
    expect(problemsOf(materials, changed(deliver, 'address', '一号路1号'))).toEqual([]);
  });

  it('goes by the first item', () => {
    const answers = answersOf(materials, withLines({ item: 'goggles', unit: 'pair' }, line));
    expect(routingKey(materials, answers)).toBe('goggles');
  });
});
