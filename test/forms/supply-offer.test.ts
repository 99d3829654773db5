import { describe, expect, it } from 'vitest';
import { options, routingKey } from '#src/forms/field.ts';
import { supplyOffer } from '#src/forms/supply-offer.ts';
import { langs } from '#src/i18n/words.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, leavesOf, tables } from './sent.ts';
import { refusedAt, stands } from './standing.ts';

const { full, least } = samplesB['supply-offer'];
const pointersOf = (sent: object) => refusedAt(supplyOffer, sent);

stands(supplyOffer, samplesB['supply-offer'], {
  needed: [
    'offers.0.item',
    'offers.0.name',
    'offers.0.available',
    'offers.0.unit',
    'licences',
    'from',
    'until',
  ],
  facts: [],
});

describe('supply-offer', () => {
  it('takes the least that is needed; who does not tick is not published', () => {
    expect(answersOf(supplyOffer, least)).toMatchObject({
      offers: [{ price: null, least: null, standards: [], otherStandard: '' }],
      papers: [],
      publishing: false,
    });
  });

  it('asks which other standard only in the line where that was ticked', () => {
    expect(pointersOf(changed(full, 'offers.0.otherStandard', ''))).toEqual(['/offers/0/otherStandard']);
    const posted = changed(full, 'offers.0.standards', { 'yy-0469': 'on' });
    expect(pointersOf(changed(posted, 'offers.0.otherStandard', ''))).toEqual([]);
    expect(answersOf(supplyOffer, posted)).toMatchObject({ offers: [{ standards: ['yy-0469'] }] });
  });

  it('has the standards of masks', () => {
    const found = leavesOf(supplyOffer.fields).find(({ path }) => path === 'offers.standards')?.field;
    const names = found?.kind === 'choices' ? options(found, tables).map(option => option.name.en) : [];
    expect(names).toEqual(['GB 19083', 'YY 0469', 'YY/T 0969', 'GB 2626', 'Other']);
  });

  it('counts an item in its own units', () => {
    expect(pointersOf(changed(least, 'offers.0.unit', 'kg'))).toEqual(['/offers/0/unit']);
  });

  it.each([
    [4999, []],
    [5000, []],
    [5001, ['/offers/0/least']],
  ])('takes no minimum order above what there is: %d of 5000', (ordered, pointers) => {
    expect(pointersOf(changed(least, 'offers.0.least', ordered))).toEqual(pointers);
  });

  it.each([
    ['2020-03-19', ['/until']],
    ['2020-03-20', []],
    ['2020-04-30', []],
  ])('lasts until a day to come: %s', (until, pointers) => {
    expect(pointersOf({ ...full, until })).toEqual(pointers);
  });

  it('goes by the first item', () => {
    expect(routingKey(supplyOffer, answersOf(supplyOffer, full))).toBe('mask-medical');
  });

  it('says that the zone gives no guarantee', () => {
    expect(supplyOffer.lead['zh-Hans']).toContain('先验货后付款，本区不担保');
    for (const lang of langs) expect(supplyOffer.lead[lang]).not.toBe('');
  });
});
