import { type Lang, prefix } from '#src/i18n/words.ts';

type Params = Readonly<Record<string, string>>;

/** An address of the desk in the page's language: `/desk/cases/…/`, `/en/desk/…`. Empty parameters are left out. */
export const deskAt = (lang: Lang, path: string, params: Params = {}): string => {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ''));
  return `${prefix(lang)}/desk/${path}${query.size > 0 ? `?${query}` : ''}`;
};
