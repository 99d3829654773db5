import { inflateSync } from 'node:zlib';

/** Reads the words of a PDF that Chromium wrote, page by page: enough of the format for that, and no more. */
const objectsIn = (pdf: Buffer): ReadonlyMap<number, string> => {
  const text = pdf.toString('latin1');
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)\nendobj/g)].map(([, id, body = '']) => [
      Number(id),
      body,
    ]),
  );
};

const streamOf = (object: string): string => {
  const [head = '', ...rest] = object.split('stream\n');
  const raw = Buffer.from(rest.join('stream\n').replace(/\n?endstream[\s\S]*$/, ''), 'latin1');
  return /FlateDecode/.test(head) ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
};

const fromUtf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What each code of a font means. */
const meanings = (cmap: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(code.toUpperCase(), fromUtf16(to));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let at = 0; at <= Number.parseInt(to, 16) - Number.parseInt(from, 16); at++) {
        const code = (Number.parseInt(from, 16) + at).toString(16).toUpperCase().padStart(from.length, '0');
        const value = (Number.parseInt(first, 16) + at).toString(16).padStart(first.length, '0');
        found.set(code, fromUtf16(value));
      }
    }
  }
  return found;
};

/** The words of every page, in the order in which they are drawn. */
export const pdfPages = (pdf: Buffer): readonly string[] => {
  const objects = objectsIn(pdf);
  const refs = (text: string) => [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  const under = (id: number): number[] => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objects.get(id) ?? '')?.[1];
    return kids === undefined ? [id] : refs(kids).flatMap(under);
  };
  const catalog = [...objects.values()].find(object => /\/Type\s*\/Catalog/.test(object)) ?? '';
  const fonts = (page: string) => {
    const list = /\/Font\s*<<([\s\S]*?)>>/.exec(page)?.[1] ?? '';
    return new Map(
      [...list.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name = '', id]) => {
        const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? '')?.[1];
        return [name, meanings(cmap ? streamOf(objects.get(Number(cmap)) ?? '') : '')] as const;
      }),
    );
  };
  return under(refs(/\/Pages \d+ 0 R/.exec(catalog)?.[0] ?? '')[0] ?? 0).map(id => {
    const page = objects.get(id) ?? '';
    const known = fonts(page);
    const content = refs(/\/Contents (\d+ 0 R|\[[^\]]*\])/.exec(page)?.[0] ?? '')
      .map(one => streamOf(objects.get(one) ?? ''))
      .join('\n');
    let font = '';
    let words = '';
    for (const [whole, name, hex] of content.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\bET\b/g)) {
      if (name) font = name;
      else if (hex) {
        const table = known.get(font) ?? new Map<string, string>();
        const size = [...table.keys()][0]?.length ?? 4;
        words += (hex.toUpperCase().match(new RegExp(`.{${size}}`, 'g')) ?? [])
          .map(code => table.get(code) ?? '')
          .join('');
      } else if (whole === 'ET') words += '\n';
    }
    return words;
  });
};
