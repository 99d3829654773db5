import { describe, expect, it } from 'vitest';
import { langs } from '#src/i18n/words.ts';
import { type ActsPage, actsView, sureView } from '#src/views/acts.ts';
import { tagsOf } from './markup.ts';

const bad = '"><script>alert(1)</script>';
const page: ActsPage = {
  lang: 'zh-Hans',
  number: '60320-0000-0001',
  pass: bad,
  may: { reply: true, change: true, withdraw: true, confirm: 'yes', rate: true, erase: true },
  grade: '',
  typed: { act: '', text: '' },
  problems: {},
};

describe('What an enterprise can do on the page of its case', () => {
  it.each(langs)('every control has a name, every text a label and its hint, in %s', lang => {
    const tags = tagsOf(actsView({ ...page, lang }, 1000));
    const ids = tags.flatMap(tag => tag.attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of tags.filter(tag => tag.name === 'textarea')) {
      expect(tags.some(tag => tag.name === 'label' && tag.attributes.for === attributes.id)).toBe(true);
      for (const id of attributes['aria-describedby']?.split(' ') ?? []) expect(ids).toContain(id);
    }
    expect(tags.filter(tag => tag.attributes.name === 'grade')).toHaveLength(5);
    expect(tags.filter(tag => tag.name === 'button' && !tag.text)).toEqual([]);
  });

  it('gives back what was typed and refused, in its own box only', () => {
    const typed = { act: 'reply', text: bad };
    const tags = tagsOf(actsView({ ...page, typed, problems: { text: bad, grade: 'x' } }, 1000));
    const boxes = tags.filter(tag => tag.name === 'textarea');
    expect(boxes.map(tag => tag.text?.includes('alert'))).toEqual([false, false, true]);
    expect(boxes.map(tag => tag.attributes['aria-invalid'])).toEqual([undefined, undefined, 'true']);
    expect(tags.some(tag => tag.name === 'script')).toBe(false);
  });

  it('once closed, only that it is not solved can be said', () => {
    const solved = (confirm: ActsPage['may']['confirm']) =>
      tagsOf(actsView({ ...page, may: { ...page.may, confirm } }, 1000))
        .filter(tag => tag.attributes.name === 'solved')
        .map(tag => tag.attributes.value);
    expect([solved('yes'), solved('again'), solved('no')]).toEqual([['yes', 'no'], ['no'], []]);
  });

  it.each(langs)('asks once more before something that cannot be undone, in %s', lang => {
    for (const act of ['withdraw', 'erase'] as const) {
      const tags = tagsOf(sureView({ lang, act, number: bad, pass: bad, backup: 30 }));
      expect(tags.filter(tag => tag.attributes.name === 'sure')).toHaveLength(1);
      expect(tags.filter(tag => tag.name === 'form').map(tag => tag.attributes['data-act'])).toEqual([
        act,
        'look',
      ]);
      expect(tags.some(tag => tag.name === 'script')).toBe(false);
      expect(tags[0]?.text).not.toMatch(/\{\w+\}/);
    }
  });
});
