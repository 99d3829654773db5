import { describe, expect, it } from 'vitest';
import { dial, dialled } from '#src/rules/dial.ts';

describe('dial', () => {
  it.each([
    ['12366', '12366', 'tel:12366', null, ''],
    ['110', '110', 'tel:110', null, ''],
    ['95598', '95598', 'tel:95598', null, ''],
    ['0431-85530623', '0431-85530623', 'tel:0431-85530623', '+8643185530623', ''],
    ['043185530623', '0431-85530623', 'tel:0431-85530623', '+8643185530623', ''],
    ['010-12345678转801', '010-12345678转801', 'tel:010-12345678,801', '+861012345678', '801'],
    ['010-12345678-801', '010-12345678转801', 'tel:010-12345678,801', '+861012345678', '801'],
    ['400-008-2859', '400-008-2859', 'tel:400-008-2859', null, ''],
    ['13800138000', '13800138000', 'tel:13800138000', '+8613800138000', ''],
  ])('%s', (published, shown, href, e164, extension) => {
    expect(dial(published)).toEqual({ shown, href, e164, extension });
  });

  it.each(['12345678', '1234', '85530623', '0431-8553', '一二三', '', '0431-85530623 / 85530624'])(
    'is null for %j',
    published => {
      expect(dial(published)).toBeNull();
    },
  );
});

describe('dialled', () => {
  it('dials what nobody can check as it stands, with its extension after a pause', () => {
    expect(dialled('0000-0000011')).toMatchObject({ shown: '0000-0000011', href: 'tel:0000-0000011' });
    expect(dialled('0000-0000011转9')).toMatchObject({ href: 'tel:0000-0000011,9', extension: '9' });
    expect(dialled('12366')).toEqual(dial('12366'));
  });
});
