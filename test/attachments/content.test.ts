import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '#src/attachments/content/check.ts';
import { kinds } from '#src/attachments/port.ts';
import { canary, chunk, office, photo, sound, zip } from './samples.ts';

const keptOf = async (bytes: Uint8Array) => {
  const checked = await check(bytes);
  if (checked.tag !== 'kept') throw new Error(`refused: ${checked.reason}`);
  return { ...checked, bytes: Buffer.from(checked.bytes) };
};
const reasonOf = async (bytes: Uint8Array) => {
  const checked = await check(bytes);
  return checked.tag === 'refused' ? checked.reason : `a ${checked.kind}`;
};

describe('ASVS 5.2.2: What a file is, its content says, whatever it is called', () => {
  test.each(kinds)('%s', async kind => {
    expect(await reasonOf(sound[kind]())).toBe(`a ${kind}`);
  });

  test.each([
    ['a program', Buffer.from('MZ\x90\0\x03'), 'type'],
    ['a web page', Buffer.from('<!doctype html><script>'), 'type'],
    ['a picture that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), 'type'],
    ['another kind of picture', Buffer.from('GIF89a'), 'type'],
    ['a zip of anything', zip({ 'a.exe': 'MZ' }), 'type'],
    [
      'a presentation',
      office(
        'docx',
        {},
        'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
      ),
      'type',
    ],
    ['Word before 2007, or with a password', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'old-office'],
    [
      'an AVIF',
      Buffer.concat([Buffer.from('\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf', 'latin1'), Buffer.alloc(40)]),
      'type',
    ],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  test.each(kinds)('%s: cut off anywhere it is refused, and never throws', async kind => {
    const whole = sound[kind]();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 24 }), async length => {
        expect(await reasonOf(whole.subarray(0, length))).not.toMatch(/^a /);
      }),
      { numRuns: 60 },
    );
  });

  test.each(kinds)('%s: with any bytes changed nothing throws', async kind => {
    const whole = sound[kind]();
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(changes, async list => {
        const broken = Buffer.from(whole);
        for (const [at, value] of list) broken[at] = value;
        expect(['kept', 'refused']).toContain((await check(broken)).tag);
      }),
      { numRuns: 150 },
    );
  });
});

describe('ASVS 14.2.8: Pictures lose everything that does not belong to the picture', () => {
  test.each(['jpg', 'png', 'heic'] as const)('%s: owner, phone and place are gone', async kind => {
    const given = photo[kind]();
    expect(given.includes(canary)).toBe(true);
    const { bytes } = await keptOf(given);
    expect(bytes.includes(canary)).toBe(false);
    expect(bytes.includes('http://ns.adobe.com')).toBe(false);
    // Cleaned once more, nothing is left to clean.
    expect((await keptOf(bytes)).bytes.equals(bytes)).toBe(true);
  });

  test('a JPEG stays turned as it was and keeps its colours', async () => {
    const { bytes } = await keptOf(photo.jpg());
    const exif = bytes.subarray(bytes.indexOf('Exif\0\0'));
    expect([exif.readUInt16BE(14), exif.readUInt16BE(16), exif.readUInt16BE(24)]).toEqual([1, 0x0112, 6]);
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
  });

  test('a JPEG: comments, makers’ segments and the thumbnail go, colour marks stay', async () => {
    const given = photo.jpg();
    const segment = (marker: number, text: string) => {
      const body = Buffer.from(text, 'latin1');
      return Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body]);
    };
    const more = [
      segment(0xfe, 'CANARY-COMMENT'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0CANARY-XMP'),
      segment(0xe2, 'MPF\0CANARY-SECOND'),
      segment(0xed, 'Photoshop 3.0\0CANARY-IPTC'),
      segment(0xee, 'Adobe\0\x64\0\0\0\0\x01'),
      segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01CANARY'),
    ];
    const { bytes } = await keptOf(Buffer.concat([given.subarray(0, 2), ...more, given.subarray(2)]));
    expect(bytes.includes('CANARY')).toBe(false);
    expect([bytes.includes('Adobe'), bytes.includes('JFIF')]).toEqual([true, true]);
  });

  test('a PNG: text, time, Exif and unknown chunks go, transparency and colours stay', async () => {
    const given = photo.png();
    const text = Buffer.from('Author\0CANARY-AUTHOR');
    const more = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'].map(type => chunk(type, text));
    const kept = chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]));
    const { bytes } = await keptOf(Buffer.concat([given.subarray(0, 33), ...more, kept, given.subarray(33)]));
    expect([bytes.includes('CANARY'), bytes.includes('prVt'), bytes.includes('gAMA')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('a HEIC: makers’ boxes are emptied, and nothing else moves', async () => {
    const given = photo.heic();
    const box = Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('sefdCANARYCANARY')]);
    const { bytes } = await keptOf(Buffer.concat([given, box]));
    expect(bytes.length).toBe(given.length + 20);
    expect(bytes.includes('CANARY')).toBe(false);
    expect(bytes.subarray(-20, -12).toString('latin1')).toBe('\0\0\0\x14free');
  });

  test.each([
    ['a film', 'moov'],
    ['no list of items', 'meta'],
  ])('a HEIC that cannot be cleaned for certain is refused: %s', async (_, type) => {
    const given = photo.heic();
    const box = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from(type, 'latin1')]);
    expect(await reasonOf(Buffer.concat([given, box]))).toBe('heic');
  });

  test('a HEIC whose Exif would lie over the picture is refused', async () => {
    const given = Buffer.from(photo.heic());
    const iloc = given.indexOf('iloc');
    const exifItem = given.indexOf('Exif') - 4;
    const id = given.readUInt16BE(exifItem);
    // Every item of the list is put where the first one lies.
    let moved = 0;
    for (let at = iloc + 12; at < iloc + 60; at++)
      if (given.readUInt16BE(at) === id && moved === 0) {
        const first = given.readUInt32BE(iloc + 18);
        given.writeUInt32BE(first, at + 6);
        moved += 1;
      }
    expect(moved).toBe(1);
    expect(await reasonOf(given)).toBe('heic');
  });
});

describe('A file is one thing only', () => {
  const extra = Buffer.from('CANARY-TRAILER');

  test.each(['jpg', 'png'] as const)('what follows the end of a %s is cut off', async kind => {
    const { bytes } = await keptOf(Buffer.concat([photo[kind](), extra]));
    expect(bytes.includes('CANARY')).toBe(false);
  });

  test.each(['jpg', 'png', 'pdf'] as const)('a %s with a zip behind it loses the zip', async kind => {
    const { bytes } = await keptOf(Buffer.concat([sound[kind](), zip({ 'a.js': 'CANARY' })]));
    expect(bytes.includes('PK\x05\x06')).toBe(false);
  });

  test('a PDF whose end mark stands in a zip behind it is refused', async () => {
    const hidden = zip({ 'a.js': 'x' });
    const comment = Buffer.from('startxref %%EOF');
    hidden.writeUInt16LE(comment.length, hidden.length - 2);
    expect(await reasonOf(Buffer.concat([sound.pdf(), hidden, comment]))).toBe('mixed');
  });

  test('a HEIC with a zip in its free space is refused', async () => {
    const hidden = zip({ 'a.js': 'x' });
    const given = photo.heic();
    const mdat = given.indexOf('mdat') - 4;
    const grown = Buffer.concat([given, hidden]);
    grown.writeUInt32BE(given.readUInt32BE(mdat) + hidden.length, mdat);
    expect(await reasonOf(grown)).toBe('mixed');
  });
});

describe('ASVS 5.2.6: Pictures that unpack too large are refused', () => {
  test('a PNG of a billion pixels', async () => {
    const given = photo.png();
    const header = Buffer.from(given.subarray(16, 29));
    header.writeUInt32BE(40_000, 0);
    header.writeUInt32BE(40_000, 4);
    const bomb = Buffer.concat([given.subarray(0, 8), chunk('IHDR', header), given.subarray(33)]);
    expect(await reasonOf(bomb)).toBe('unpacked');
  });

  test('a JPEG of a billion pixels', async () => {
    const given = Buffer.from(photo.jpg());
    const frame = given.indexOf(Buffer.from([0xff, 0xc2]));
    given.writeUInt16BE(40_000, frame + 5);
    given.writeUInt16BE(40_000, frame + 7);
    expect(await reasonOf(given)).toBe('unpacked');
  });
});
