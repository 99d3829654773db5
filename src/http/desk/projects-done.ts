import type { Ask } from '#src/http/ask.ts';
import { projectSheetWords as words } from '#src/i18n/desk-projects-sheet.ts';
import { say } from '#src/i18n/words.ts';

/** What an import did a moment ago, as the address of the list says; '' where it says nothing. */
export const importedIn = ({ url, lang }: Ask): string => {
  const [, added, changed] = /^(\d{1,3})~(\d{1,3})$/.exec(url.searchParams.get('imported') ?? '') ?? [];
  if (added === undefined || changed === undefined) return '';
  return added === '0' && changed === '0'
    ? words.already[lang]
    : say(words.imported, lang, { added, changed });
};
