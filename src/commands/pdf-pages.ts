/** The objects of a PDF that Chromium wrote: the structure stands uncompressed, only what is drawn is not. */
const objectsOf = (pdf: Buffer): ReadonlyMap<number, string> => {
  const text = pdf.toString('latin1');
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)endobj/g)].map(match => [
      Number(match[1]),
      match[2] ?? '',
    ]),
  );
};

const references = (list: string): number[] =>
  [...list.matchAll(/(\d+) 0 R/g)].map(match => Number(match[1]));

/** The object numbers of the pages, in order. */
const pagesOf = (objects: ReadonlyMap<number, string>): readonly number[] => {
  const under = (id: number): number[] => {
    const object = objects.get(id) ?? '';
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(object)?.[1];
    return kids === undefined ? [id] : references(kids).flatMap(under);
  };
  const catalog = [...objects.values()].find(object => /\/Type\s*\/Catalog/.test(object)) ?? '';
  const root = /\/Pages\s+(\d+) 0 R/.exec(catalog)?.[1];
  return root === undefined ? [] : under(Number(root));
};

/** How many pages a PDF of Chromium's has. */
export const pageCount = (pdf: Buffer): number => pagesOf(objectsOf(pdf)).length;

/** On which page, from 1, each place that the document links to stands; what is not found is left out. */
export const pagesOfPlaces = (pdf: Buffer): ReadonlyMap<string, number> => {
  const objects = objectsOf(pdf);
  const pages = pagesOf(objects);
  const places = [...objects.values()].flatMap(object => [
    ...object.matchAll(/\/([A-Za-z][\w#.-]*)\s*\[\s*(\d+) 0 R\s*\/XYZ/g),
  ]);
  return new Map(
    places.flatMap(([, name = '', page]) => {
      const at = pages.indexOf(Number(page));
      return at < 0
        ? []
        : [
            [
              name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
              at + 1,
            ] as const,
          ];
    }),
  );
};
