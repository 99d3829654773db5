import type { Ask } from '#src/http/ask.ts';
import type { Words } from '#src/i18n/words.ts';
import { type ImportOf, type ImportPage, sheetImportView } from '#src/views/desk/sheet-import.ts';
import { deskPage } from './frame.ts';
import type { SignedIn } from './session.ts';

/** The page on which a sheet is checked before anything is taken over: what it is about, and what is told on it. */
export const importPageOf =
  (of: ImportOf) =>
  (
    { ask, signed }: { readonly ask: Ask; readonly signed: SignedIn },
    status: number,
    more: Partial<Pick<ImportPage, 'notice' | 'wrong' | 'preview'>> = {},
  ): Response => {
    const page = { lang: ask.lang, csrf: signed.csrf, notice: '', wrong: [], preview: null, ...more };
    const title = of.words.importTitle[ask.lang];
    return deskPage(ask, status, title, sheetImportView(of, page), { ...signed, here: of.at });
  };

/** What is wrong with a whole sheet, as a fault of its first row. */
export const faultOfAll = (message: Words) => [{ row: 1, column: null, message }] as const;
