import { docxOf } from '#src/documents/docx.ts';
import { documentOf } from '#src/documents/index.ts';
import type { Values } from '#src/documents/template.ts';

/** Makes the file and hands it to the browser; gives back its name. Loaded when asked for: the library is larger than the page. */
export const save = async (id: string, values: Values): Promise<string> => {
  const template = documentOf(id);
  if (!template) throw new Error(`no document ${id}`);
  const url = URL.createObjectURL(await docxOf(template, values));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${template.title}.docx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return link.download;
};
