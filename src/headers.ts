/**
 * The one set of security headers for every answer, static or not. No script stands in a page; the style sheets that do, those that
 * src/commands/page-styles.ts put there, are named by their hashes. The only picture in a page is its icon. What concerns pages made for one
 * reader alone, src/http/shell.ts adds.
 */
const headersWith = (styles: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    ["style-src 'self'", ...styles.map(hash => `'${hash}'`)].join(' '),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
});

/** Of an answer that is made when it is asked for: its page links its style sheet. */
export const securityHeaders = headersWith([]);

/** The file `_headers` of a built site, as Netlify reads it: the headers of every page, with the hashes of the styles that stand in one. */
export const headersFile = (styles: readonly string[]): string =>
  `/*\n${Object.entries(headersWith(styles))
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;

/** The same headers out of that file again. */
export const headersIn = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...file.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
