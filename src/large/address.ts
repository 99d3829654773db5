/** Where the pages in large type stand: the same addresses behind this, in each language behind the language's own prefix. */
const root = '/large';

/** What has no page in large type: the desk, files, what programs ask, pages that are printed or shown without a network. */
const elsewhere =
  /^\/(large|desk|api|_astro|feeds|hsds|search-index|offline|offline-visits|problems|guides\/(poster|booklet))(\/|$)|\.[a-z0-9]+$/;

/** An address of a page as it is in large type; one that has none stays. */
export const largeAddress = (address: string): string => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const [, language = '', own = ''] = /^(\/en|\/zh-hant)?(\/(?!\/).*)$/s.exec(path) ?? [];
  return own === '' || elsewhere.test(own) ? address : language + root + own + rest;
};

/** The address of the same page in usual type. */
export const usualAddress = (address: string): string =>
  address.replace(/^(\/en|\/zh-hant)?\/large(?=\/)/, '$1');

/** Functions are told by this beside their language. */
export const asked = 'large=1';

/** Whether a page's address, or what was asked of a function, is of the edition in large type. */
export const isLarge = (url: URL): boolean =>
  usualAddress(url.pathname) !== url.pathname || url.searchParams.get('large') === '1';
