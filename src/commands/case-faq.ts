import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#src/app.ts';
import { faqEntries } from '#src/cases/faq.ts';
import { faqFile } from '#src/cases/faq-file.ts';
import type { FaqRow } from '#src/cases/faq-store.ts';

/** What a run did, a line a file, and how many files it left because somebody had edited them. */
export type FaqExport = { readonly lines: readonly string[]; readonly kept: number };

type Done = { readonly line: string; readonly kept?: true };

/** What becomes of an entry's file. A file that differs from what we would write was edited by hand: it is left unless `force`. */
const settle = ({ state }: FaqRow, path: string, text: string, force: boolean): Done | null => {
  const found = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const isEdited = found !== null && found !== text && !force;
  if (state === 'withdrawn') {
    if (found === null) return null;
    if (isEdited) return { line: `  改过，没有删：${path}（已撤下）`, kept: true };
    rmSync(path);
    return { line: `  删掉：${path}（已撤下）` };
  }
  if (found === text) return { line: `  没有变：${path}` };
  if (isEdited) return { line: `  改过，没有覆盖：${path}`, kept: true };
  writeFileSync(path, text);
  return { line: `  ${found === null ? '写到' : '覆盖'} ${path}` };
};

/** Writes every published entry into the folder as a content file, and takes away those that were withdrawn. */
export const exportFaq = async ({ office }: App, folder: string, force: boolean): Promise<FaqExport> => {
  mkdirSync(folder, { recursive: true });
  const done: Done[] = [];
  for await (const row of faqEntries(office)) {
    const by = office.departments[row.department]?.['zh-Hans'] ?? row.department;
    const one = settle(row, join(folder, `${row.slug}.md`), faqFile(row, by), force);
    if (one) done.push(one);
  }
  const lines = done.length > 0 ? done.map(({ line }) => line) : ['  没有发布的常见问题'];
  return { lines, kept: done.filter(({ kept }) => kept).length };
};
