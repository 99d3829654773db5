import { describe, expect, it } from 'vitest';
import { rows } from '#src/forms/columns.ts';
import { donation } from '#src/forms/donation.ts';
import { pointer, routingKey } from '#src/forms/field.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, problemsOf, tables } from './sent.ts';
import { refusedAt, stands } from './standing.ts';

const { full, least } = samplesB.donation;
const pointersOf = (sent: object) => refusedAt(donation, sent);

stands(donation, samplesB.donation, {
  needed: ['kind', 'aim'],
  facts: [],
});

describe('donation', () => {
  it('takes the least that is needed; who does not tick is not named', () => {
    expect(answersOf(donation, least)).toMatchObject({ goods: [], receipt: null, naming: false });
  });

  it('asks for an amount of money, and for goods and what they are', () => {
    expect(pointersOf({ ...least, amount: '' })).toEqual(['/amount']);
    for (const path of ['goods', 'goods.0.item', 'goods.0.quantity', 'goods.0.unit'])
      expect(pointersOf(changed(full, path, undefined))).toEqual([pointer(path)]);
  });

  it('asks for an amount only of money, for goods only of goods, also where a blank line was posted', () => {
    const blank = { item: '', name: '', quantity: '', unit: '', value: '', medical: '', lot: '' };
    expect(pointersOf({ ...least, goods: [blank] })).toEqual([]);
    expect(pointersOf({ ...full, kind: 'money', amount: '100000.5', goods: [blank] })).toEqual([]);
    expect(pointersOf({ ...full, goods: [blank] })).toEqual([
      '/goods/0/item',
      '/goods/0/quantity',
      '/goods/0/unit',
    ]);
  });

  it('asks for a recipient and a title only where they are wanted', () => {
    expect(pointersOf({ ...full, recipient: '', receiptTitle: '' })).toEqual(['/recipient', '/receiptTitle']);
    expect(pointersOf({ ...full, aim: 'open', recipient: '' })).toEqual([]);
    expect(pointersOf({ ...full, receipt: false, receiptTitle: '' })).toEqual([]);
  });

  it('counts an item in its own units', () => {
    expect(pointersOf(changed(full, 'goods.0.unit', 'kg'))).toEqual(['/goods/0/unit']);
    const [problem] = problemsOf(donation, changed(full, 'goods.0.unit', 'kg'));
    expect(problem?.message['zh-Hans']).toMatch(/^防护服按套.*计，请改单位$/);
    expect(problem?.message.en).toMatch(/^Protective suits: the units are sets.*; change the unit$/);
  });

  it('wants to know what a container holds', () => {
    const barrel = { item: 'alcohol', quantity: 5, unit: 'barrel' };
    expect(pointersOf({ ...full, goods: [barrel] })).toEqual(['/goods/0/each']);
    expect(pointersOf({ ...full, goods: [{ ...barrel, each: 20 }] })).toEqual([]);
  });

  it.each([
    ['another item without a name', { item: 'other', unit: 'piece' }, ['/goods/0/name']],
    ['another item with one', { item: 'other', unit: 'piece', name: '面屏' }, []],
    ['an item of the catalogue', { item: 'alcohol', unit: 'kg' }, []],
  ])('wants to know what it is: %s', (_, line, pointers) => {
    expect(pointersOf({ ...full, goods: [{ quantity: 5, ...line }] })).toEqual(pointers);
  });

  it.each([true, 'on', 'true'])('names the donor only with a separate tick: %j', naming => {
    expect(answersOf(donation, { ...full, naming })).toMatchObject({ naming: true });
    expect(answersOf(donation, { ...full, naming: false })).toMatchObject({ naming: false });
  });

  it('goes by its kind', () => {
    expect(routingKey(donation, answersOf(donation, full))).toBe('goods');
    expect(routingKey(donation, answersOf(donation, least))).toBe('money');
  });

  it('is exported also where there are no goods', () => {
    const cells = rows(donation, answersOf(donation, least), tables, 'zh-Hans');
    expect(cells.map(row => row.slice(0, 3))).toEqual([['资金', '100000', '']]);
  });

  it('says what tax deduction needs, and who decides on a letter of receipt', () => {
    const { receipt } = donation.fields;
    const help = receipt?.kind === 'yes-no' ? receipt.help?.['zh-Hans'] : '';
    for (const part of ['公益性社会组织', '县级以上政府', '医院', '由园区确认']) expect(help).toContain(part);
  });
});
