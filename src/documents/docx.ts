import {
  AlignmentType,
  Document,
  type FileChild,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { filled, type Part, piecesOf, rowsOf, shownFor, type Template, type Values } from './template.ts';

/** 宋体 for words, 黑体 for headings: both stand on every machine with Word or WPS. Sizes in half points: 小四 is 24, 二号 is 44. */
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' } as const;
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' } as const;
const body = 24;
const line = 400;

/** A4 in twentieths of a point. */
const paper = { width: 11906, height: 16838 } as const;
const margin = { usual: 1440, wide: 1000 } as const;

const runs = (text: string, values: Values): TextRun[] =>
  piecesOf(text).map(piece =>
    typeof piece === 'string'
      ? new TextRun(piece)
      : new TextRun({ text: shownFor(values, piece.field), underline: {} }),
  );

const tableOf = (part: Part & { kind: 'table' }, isExample: boolean): Table => {
  const cell = (text: string, isHead: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text, size: 21, bold: isHead })],
        }),
      ],
    });
  const rows = [part.head, ...rowsOf(part, isExample)].map(
    (cells, at) =>
      new TableRow({
        tableHeader: at === 0,
        cantSplit: true,
        height: { value: 480, rule: 'atLeast' },
        children: cells.map(text => cell(text, at === 0)),
      }),
  );
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
};

const partOf = (part: Part, values: Values, isExample: boolean, list: number): FileChild[] => {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          spacing: { before: 240, after: 60 },
          keepNext: true,
          children: [new TextRun({ text: part.text, font: hei, size: 28 })],
        }),
      ];
    case 'text': {
      const isAddress = /^\{\w+\}：$/.test(part.text);
      return [
        new Paragraph({
          spacing: { line },
          indent: { firstLine: isAddress ? 0 : body * 20 },
          children: runs(part.text, values),
        }),
      ];
    }
    case 'sign':
      return [
        new Paragraph({
          spacing: { before: 120, line },
          indent: { left: 3600 },
          keepLines: true,
          children: runs(part.text, values),
        }),
      ];
    case 'list':
      return part.items.map(
        item =>
          new Paragraph({
            numbering: { reference: 'items', level: 0, instance: list },
            spacing: { line },
            children: runs(item, values),
          }),
      );
    case 'table':
      return [tableOf(part, isExample)];
  }
};

/** The document for Word and WPS. `isExample` fills tables with the example's rows; else they are left to write in. */
const documentFor = (template: Template, values: Values, isExample: boolean): Document => {
  const side = template.wide ? margin.wide : margin.usual;
  return new Document({
    title: template.title,
    description: filled(template.lead, values),
    creator: '',
    styles: { default: { document: { run: { font: song, size: body } } } },
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the two sides for landscape itself.
            size: {
              ...paper,
              orientation: template.wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: side, bottom: side, left: side, right: side },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 360 },
            children: [new TextRun({ text: template.title, font: hei, size: 44 })],
          }),
          ...template.parts.flatMap((part, at) => partOf(part, values, isExample, at)),
        ],
      },
    ],
  });
};

/** The bytes of the file, made on the device. */
export const docxOf = (template: Template, values: Values, isExample = false): Promise<Blob> =>
  Packer.toBlob(documentFor(template, values, isExample));
