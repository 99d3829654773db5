/** Where the pages in traditional characters stand: the same addresses as in simplified ones, behind this. */
export const root = '/zh-hant';

const simplified = 'zh-Hans';
export const language = 'zh-Hant';

/** What has no page in traditional characters: English, the desk, files, and what programs ask. */
const elsewhere = /^\/(en|desk|api|zh-hant|_astro|feeds|hsds|search-index)(\/|$)|\.[a-z0-9]+$/;

/** An address of a page in simplified characters as it is in traditional ones; one that has none stays. Functions are told by `lang`. */
export const traditionalAddress = (address: string): string => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const told = rest.replace(`lang=${simplified}`, `lang=${language}`);
  if (path === '/api/' || path.startsWith('/api/')) return path + (told === '' ? `?lang=${language}` : told);
  const isPage = path.startsWith('/') && !path.startsWith('//') && !elsewhere.test(path);
  return (isPage ? root + path : path) + told;
};
