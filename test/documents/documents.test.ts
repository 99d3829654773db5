import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxOf } from '#src/documents/docx.ts';
import { documents } from '#src/documents/index.ts';
import { exampleOf, filled, type Part, piecesOf, type Template } from '#src/documents/template.ts';

const wordsOf = (part: Part): readonly string[] => {
  if (part.kind === 'table') return [];
  return part.kind === 'list' ? part.items : [part.text];
};
const asked = ({ parts }: Template): Set<string> =>
  new Set(
    parts
      .flatMap(wordsOf)
      .flatMap(piecesOf)
      .flatMap(piece => (typeof piece === 'string' ? [] : [piece.field])),
  );

/** Every tag of the XML is closed in its place: what Word refuses first. Gives back the first that is not. */
const unclosed = (xml: string): string | null => {
  const open: string[] = [];
  for (const [tag, end, name = '', own] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (own) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return tag;
  }
  if (/\p{Cc}/u.test(xml.replace(/[\t\r\n]/g, ''))) return 'a control sign';
  const rest = xml.replace(/<[?!/]?[^<>]*>/g, '');
  if (/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)) return rest.slice(0, 80);
  return open.at(-1) ?? null;
};

const opened = async (template: Template, values: Record<string, string>, isExample = false) => {
  const blob = await docxOf(template, values, isExample);
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
};
const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)]
    .map(([one]) => one.replace(/<[^>]+>/g, ''))
    .join('');

describe.each(documents.map(one => [one.id, one] as const))('%s', (_, template) => {
  test('asks for what its words hold, and for nothing else', () => {
    expect([...asked(template)].sort()).toEqual(template.fields.map(field => field.id).sort());
    expect(template.fields.every(field => field.example !== '')).toBe(true);
  });

  test('is a file that opens: every part well-formed, every word in it', async () => {
    const files = await opened(template, exampleOf(template), true);
    const names = files.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']),
    );
    for (const [name, xml] of files)
      if (/\.(xml|rels)$/.test(name)) expect([name, unclosed(xml)]).toEqual([name, null]);
    const text = textIn(files.find(([name]) => name === 'word/document.xml')?.[1] ?? '');
    for (const words of template.parts.flatMap(wordsOf))
      expect(text).toContain(filled(words, exampleOf(template)));
  });

  test('left empty is a form to write on, and hostile words stay words', async () => {
    const blank = textIn(
      (await opened(template, {})).find(([name]) => name === 'word/document.xml')?.[1] ?? '',
    );
    expect(blank).toContain('＿＿＿＿');
    const [field] = template.fields;
    const files = await opened(template, { [field?.id ?? '']: '</w:t><w:p>&"\u0000甲' });
    for (const [name, xml] of files)
      if (/\.xml$/.test(name)) expect([name, unclosed(xml)]).toEqual([name, null]);
  });
});

test('the wide register lies on its side', async () => {
  const wide = documents.find(one => one.wide);
  const xml = wide && (await opened(wide, {})).find(([name]) => name === 'word/document.xml')?.[1];
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"/.exec(xml ?? '') ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
});
