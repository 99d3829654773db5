import { type Lang, langs, preferred } from '#src/i18n/words.ts';

/** Who asks and how: taken from the request once, the same for every function. */
export type Ask = {
  readonly request: Request;
  readonly url: URL;
  readonly lang: Lang;
  /** A browser that wants a page, not JSON. */
  readonly wantsPage: boolean;
  /** The sender's address as the host gives it; '' when unknown. */
  readonly address: string;
  /** Whether the browser came over https: cookies are then marked so. */
  readonly secure: boolean;
};

/** What a host tells a function about a request; Netlify's context has more. */
export type Host = { readonly ip?: string; readonly secure?: boolean };

/** The language of `?lang=`, else of Accept-Language. */
const langOf = (url: URL, header: string | null): Lang => {
  const asked = url.searchParams.get('lang');
  return langs.find(lang => lang === asked) ?? preferred(header);
};

export const ask = (request: Request, host: Host | undefined): Ask => {
  const url = new URL(request.url);
  return {
    request,
    url,
    lang: langOf(url, request.headers.get('accept-language')),
    wantsPage: (request.headers.get('accept') ?? '').includes('text/html'),
    address: host?.ip ?? '',
    secure: host?.secure || url.protocol === 'https:',
  };
};

/** The last part of the path: the form of `/api/cases/materials`. */
export const lastPart = (url: URL): string =>
  decodeURIComponent(url.pathname.split('/').filter(Boolean).at(-1) ?? '');

/** A cookie's value, or null. */
export const cookie = (request: Request, name: string): string | null => {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim());
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
};
