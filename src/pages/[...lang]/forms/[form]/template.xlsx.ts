import type { APIRoute } from 'astro';
import { writeXlsx } from 'hucre/xlsx';
import { type AnyForm, options } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { maxRows, type SheetColumn, sheetColumns } from '#src/forms/sheet.ts';
import { answersInWords } from '#src/forms/words.ts';
import { bulkWords } from '#src/i18n/bulk.ts';
import { type Lang, langs } from '#src/i18n/words.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { zone } from '../../../../components/zone.ts';

/** The sheet to fill in: a column a field, choices as lists to pick from. */
export const getStaticPaths = () =>
  langs.flatMap(lang =>
    forms
      .filter(form => form.bulk)
      .map(form => ({
        params: { lang: lang === 'zh-Hans' ? undefined : lang, form: form.id },
        props: { form, lang },
      })),
  );

const tables = tablesOf(zone);

/** The words a cell may take, where they are a list. */
const choices = ({ field }: SheetColumn, lang: Lang): readonly string[] => {
  if (field.kind === 'choice') return options(field, tables).map(option => option.name[lang]);
  const yesNo = field.kind === 'yes-no' || field.kind === 'permission';
  return yesNo ? [answersInWords.yes[lang], answersInWords.no[lang]] : [];
};

const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

export const GET: APIRoute<{ readonly form: AnyForm; readonly lang: Lang }> = async ({
  props: { form, lang },
}) => {
  const columns = sheetColumns(form);
  const lists = columns.map(column => choices(column, lang));
  const longest = Math.max(...lists.map(list => list.length));
  const name = bulkWords.options[lang];
  const file = await writeXlsx({
    sheets: [
      {
        // Excel takes no such characters in a sheet's name, and at most 31.
        name: form.title[lang].replace(/[[\]:*?/\\]/g, '.').slice(0, 31),
        columns: columns.map(() => ({ width: 18 })),
        // The star says what must be filled in; reading it back ignores the star.
        rows: [
          columns.map(({ heading, field }) => heading[lang] + (field.required && !field.when ? '*' : '')),
        ],
        freezePane: { rows: 1 },
        dataValidations: lists.flatMap((list, at) =>
          list.length === 0
            ? []
            : [
                {
                  type: 'list' as const,
                  formula1: `'${name}'!$${letter(at)}$1:$${letter(at)}$${list.length}`,
                  allowBlank: true,
                  range: `${letter(at)}2:${letter(at)}${maxRows + 1}`,
                },
              ],
        ),
      },
      { name, rows: Array.from({ length: longest }, (_, row) => lists.map(list => list[row] ?? null)) },
    ],
  });
  return new Response(new Uint8Array(file), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
};
