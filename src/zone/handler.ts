import type { Lang, Words } from '#src/i18n/words.ts';

type Row = { readonly handler: string; readonly workingDays: number };

/** Who gets a form and by when, as told beside the button: one department, or null where the topic decides. Takes the rows that may apply. */
export const handlerOf = (
  rows: readonly Row[],
  departments: Readonly<Record<string, Words>>,
  lang: Lang,
): { readonly name: string | null; readonly workingDays: number } => {
  const codes = new Set(rows.map(row => row.handler));
  const only = codes.size === 1 ? departments[[...codes][0] ?? ''] : undefined;
  return { name: only?.[lang] ?? null, workingDays: Math.max(0, ...rows.map(row => row.workingDays)) };
};
