import { type Lang, langs, preferred, prefix } from '#src/i18n/words.ts';
import { isLarge } from '#src/large/address.ts';
import { language, root } from '#src/traditional/address.ts';

/** Who asks and how: taken from the request once, the same for every function. */
export type Ask = {
  readonly request: Request;
  readonly url: URL;
  readonly lang: Lang;
  /** Chinese in traditional characters: said in simplified ones and put into the others on its way out. */
  readonly isTraditional: boolean;
  /** In large type: answered as usual, and made so on its way out. */
  readonly isLarge: boolean;
  /** A browser that wants a page, not JSON. */
  readonly wantsPage: boolean;
  /** The sender's address as the host gives it; '' when unknown. */
  readonly address: string;
  /** Whether the browser came over https: cookies are then marked so. */
  readonly secure: boolean;
};

/** What a host tells a function about a request; Netlify's context has more. */
export type Host = { readonly ip?: string; readonly secure?: boolean };

const traditionalFirst = /^\s*zh-(hant|tw|hk|mo)\b/i;

/** `?lang=zh-Hant`, a page under /zh-hant/, or a program whose first language is written so. */
const isTraditional = (url: URL, header: string | null): boolean => {
  const asked = url.searchParams.get('lang');
  if (asked !== null) return asked === language;
  if (url.pathname.startsWith('/api/')) return traditionalFirst.test(header ?? '');
  return url.pathname.startsWith(`${root}/`);
};

/** The language of `?lang=`; else of a page's own address, whatever the browser prefers; else of Accept-Language. */
const langOf = (url: URL, header: string | null): Lang => {
  const asked = langs.find(lang => lang === url.searchParams.get('lang'));
  if (asked) return asked;
  if (isTraditional(url, header)) return 'zh-Hans';
  if (url.pathname.startsWith('/api/')) return preferred(header);
  return langs.find(lang => prefix(lang) !== '' && url.pathname.startsWith(`${prefix(lang)}/`)) ?? langs[0];
};

export const ask = (request: Request, host: Host | undefined): Ask => {
  const url = new URL(request.url);
  const accepted = request.headers.get('accept-language');
  return {
    request,
    url,
    lang: langOf(url, accepted),
    isTraditional: isTraditional(url, accepted),
    isLarge: isLarge(url),
    wantsPage: (request.headers.get('accept') ?? '').includes('text/html'),
    address: host?.ip ?? '',
    secure: host?.secure || url.protocol === 'https:',
  };
};

/** The last part of the path, as it stands there: the form of `/api/cases/materials`. */
export const lastPart = (url: URL): string => url.pathname.split('/').filter(Boolean).at(-1) ?? '';

/** A cookie's value, or null. */
export const cookie = (request: Request, name: string): string | null => {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim());
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
};
