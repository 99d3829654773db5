import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, vcard } from '#src/documents/vcard.ts';

const card: Card = {
  uid: 'urn:uuid:00000000-0000-5000-8000-000000000000',
  name: '税务局',
  organization: '示范高新区',
  phones: [{ number: '+8643185530623', extension: '' }],
  fax: null,
  note: '',
  url: 'https://zone.example/hotlines/tax/',
  checkedOn: null,
};

/** A reader of its own: lines unfolded, then parted at the first colon outside quotation marks, then unescaped. */
const read = (text: string): readonly (readonly [string, string])[] =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(line => line !== '')
    .map(line => {
      const [, name = '', value = ''] = /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(line) ?? [];
      return [name, value.replace(/\\([\\,;nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))];
    });
const valueIn = (text: string, name: string) => read(text).find(([given]) => given === name)?.[1];

describe('vcard', () => {
  it('is a vCard 4.0 with its lines in order', () => {
    const lines = vcard(card).split('\r\n');
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org']);
    expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
    expect(lines).toContain('TEL;TYPE="voice,work":+8643185530623');
    expect(vcard(card)).not.toMatch(/NOTE|REV|[^\r]\n/);
  });

  it('holds two numbers, a fax, an extension and when it was checked', () => {
    const text = vcard({
      ...card,
      phones: [
        { number: '+8643182532700', extension: '' },
        { number: '+8643182532711', extension: '801' },
      ],
      fax: { number: '+8643185530635', extension: '' },
      checkedOn: '2026-11-22',
    });
    expect(read(text).filter(([name]) => name.startsWith('TEL'))).toEqual([
      ['TEL;TYPE="voice,work"', '+8643182532700'],
      ['TEL;VALUE=uri;TYPE="voice,work"', 'tel:+8643182532711;ext=801'],
      ['TEL;TYPE="fax,work"', '+8643185530635'],
    ]);
    expect(valueIn(text, 'REV')).toBe('20261122T000000Z');
  });

  it('escapes what has a meaning in a vCard', () => {
    const text = vcard({ ...card, note: 'a,b;c\\d\r\ne\nf:g' });
    expect(text).toContain('NOTE:a\\,b\\;c\\\\d\\ne\\nf:g\r\n');
  });

  it('folds at 75 octets and never inside a character', () => {
    const note = '办'.repeat(60);
    const lines = vcard({ ...card, note }).split('\r\n');
    expect(lines.filter(line => line.startsWith(' ')).length).toBeGreaterThan(1);
    expect(lines.map(line => Buffer.byteLength(line)).filter(bytes => bytes > 75)).toEqual([]);
    expect(lines.join('')).not.toContain('\uFFFD');
    expect(valueIn(lines.join('\r\n'), 'NOTE')).toBe(note);
  });

  it('gives back whatever was written into it', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'a1办😀,;:\\ \n"'), maxLength: 120 });
    fc.assert(
      fc.property(texts, texts, (name, note) => {
        const text = vcard({ ...card, name, note: `${note}。` });
        expect(valueIn(text, 'FN')).toBe(name);
        expect(valueIn(text, 'NOTE')).toBe(`${note}。`);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
