import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { check } from '#src/attachments/content/check.ts';
import { ofd, office, packedObjects, pdf, zip } from './samples.ts';

const verdict = async (bytes: Uint8Array) => {
  const checked = await check(bytes);
  return checked.tag === 'refused' ? checked.reason : checked.flags;
};
const link = (type: string, mode: string) =>
  `<Relationships><Relationship Id="1" Type="http://x/relationships/${type}" Target="http://x.example/" ${mode}/></Relationships>`;

describe('Office files are flagged for what an officer should know, and not refused for it', () => {
  test('a plain one has no flags', async () => {
    expect(await verdict(office('docx'))).toEqual([]);
    expect(await verdict(office('xlsx'))).toEqual([]);
    expect(await verdict(ofd())).toEqual([]);
  });

  test.each([
    ['macros', office('docx', { 'word/vbaProject.bin': 'x' })],
    ['macros', office('docx', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['macros', office('xlsx', {}, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')],
    ['macros', office('xlsx', { 'xl/macrosheets/sheet1.xml': '<x/>' })],
    ['embedded', office('docx', { 'word/embeddings/oleObject1.bin': 'x' })],
    ['embedded', office('docx', { 'word/activeX/activeX1.xml': '<x/>' })],
    ['embedded', ofd({ 'Doc_0/Attachs/plan.exe': 'MZ' })],
    [
      'external',
      office('docx', { 'word/_rels/document.xml.rels': link('attachedTemplate', 'TargetMode="External"') }),
    ],
    [
      'external',
      office('xlsx', { 'xl/_rels/workbook.xml.rels': link('externalLinkPath', "TargetMode = 'External'") }),
    ],
    ['links', office('docx', { 'word/_rels/document.xml.rels': link('hyperlink', 'TargetMode="External"') })],
  ])('%s', async (flag, bytes) => {
    expect(await verdict(bytes)).toEqual([flag]);
  });

  test('links are found in UTF-16 too', async () => {
    const text = Buffer.from(`\ufeff${link('image', 'TargetMode="External"')}`, 'utf16le');
    expect(await verdict(office('docx', { 'word/_rels/document.xml.rels': text }))).toEqual(['external']);
  });
});

describe('PDF files are flagged', () => {
  test.each([
    ['script', '4 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj'],
    ['script', '4 0 obj <</S /J#61vaScript>> endobj'],
    ['launch', '4 0 obj <</S /Launch /F (cmd.exe)>> endobj'],
    ['embedded', '4 0 obj <</Type /EmbeddedFile>> endobj'],
    ['external', '4 0 obj <</S /GoToR>> endobj'],
    ['links', '4 0 obj <</S /URI /URI (http://x.example)>> endobj'],
    ['locked', 'trailer <</Encrypt 5 0 R>>'],
  ])('%s: %s', async (flag, object) => {
    expect(await verdict(pdf(object))).toEqual([flag]);
    expect(await verdict(pdf(packedObjects(object)))).toEqual([flag]);
  });

  test('a plain one has no flags, and one of nothing but marks is read in a moment', async () => {
    expect(await verdict(pdf())).toEqual([]);
    const start = performance.now();
    await verdict(pdf(`${'/ObjStm '.repeat(1_000_000)}stream\nx`));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('ASVS 5.3.2: A zip that is not what it says is refused', () => {
  const bytes = (n: number) => new Uint8Array(n);

  test('ASVS 5.2.3: a bomb: more than 200 MB, or more than 100 times its size', async () => {
    expect(await verdict(office('docx', { 'big.bin': bytes(30 * 1024 * 1024) }))).toBe('unpacked');
  });

  test('a bomb that hides its size in the directory', async () => {
    const bomb = office('docx', { 'big.bin': bytes(5 * 1024 * 1024) });
    const entry = bomb.indexOf('big.bin', bomb.indexOf('PK\x01\x02'));
    bomb.writeUInt32LE(1000, entry - 46 + 24);
    expect(await verdict(bomb)).toBe('broken');
  });

  test('more than 2,000 files', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.xml`, '<x/>']));
    expect(await verdict(office('docx', many))).toBe('unpacked');
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'C:\\x', 'a/../../b', '..\\x'])(
    'a name that leaves its folder: %s',
    async name => {
      expect(await verdict(office('docx', { [name]: 'x' }))).toBe('broken');
    },
  );

  test('the same name twice, if only by its letters’ size', async () => {
    expect(await verdict(office('docx', { 'MAIN.xml': 'x' }))).toBe('mixed');
  });

  test('bytes before, between or behind its files', async () => {
    const whole = office('docx');
    expect(await verdict(Buffer.concat([whole, Buffer.from('MZ')]))).toBe('mixed');
    const shifted = Buffer.concat([zip({ 'a.txt': 'x' }).subarray(0, 40), whole]);
    expect(await verdict(shifted)).toBe('mixed');
  });

  test('two files that lie over each other', async () => {
    const overlapping = office('docx', { 'x.xml': '<x/>', 'y.xml': '<y/>' });
    const [first, second] = ['x.xml', 'y.xml'].map(name =>
      overlapping.indexOf(name, overlapping.indexOf('PK\x01\x02')),
    );
    const at = overlapping.readUInt32LE((first ?? 0) - 46 + 42);
    overlapping.writeUInt32LE(at, (second ?? 0) - 46 + 42);
    expect(await verdict(overlapping)).toBe('mixed');
  });

  test('a password', async () => {
    const locked = office('docx');
    locked.writeUInt16LE(
      locked.readUInt16LE(locked.indexOf('PK\x01\x02') + 8) | 1,
      locked.indexOf('PK\x01\x02') + 8,
    );
    expect(await verdict(locked)).toBe('locked');
  });

  test('a list of links that would unpack to 10 MB is not looked into', async () => {
    const noise = randomBytes(4.5 * 1024 * 1024).toString('hex');
    expect(await verdict(office('docx', { 'word/_rels/x.rels': noise }))).toBe('unpacked');
  });
});
