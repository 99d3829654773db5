/**
 * The one set of security headers for every answer, static or not; netlify.toml carries the same and a test compares them.
 * No inline script or style exists, so no hashes are needed. `wasm-unsafe-eval` is for the search page, where Pagefind runs.
 */
const policy = (script: string): string =>
  `default-src 'self'; script-src ${script}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy("'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** The policy where Pagefind runs: the search pages, and its own files, since a worker goes by the header of its script. */
export const searchPolicy: string = policy("'self' 'wasm-unsafe-eval'");

/** Whether the path is one of those. */
export const runsSearch = (path: string): boolean =>
  /^(\/(en|zh-hant))?\/search(\/|$)|^\/pagefind\//.test(path);
