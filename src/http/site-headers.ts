import { readFileSync, statSync } from 'node:fs';
import { headersIn, securityHeaders } from '#src/headers.ts';

/**
 * The headers that go with a built site, from its file `_headers`. It is looked at again after a second: a site that is built anew beneath
 * a running server has other styles with other hashes. While a build has the file away, what it last said holds; where there never was
 * one, what every answer carries. `now` in milliseconds.
 */
export const siteHeaders = (
  file: string,
  now: () => number = () => performance.now(),
): (() => readonly (readonly [string, string])[]) => {
  let headers = Object.entries(securityHeaders);
  let [read, looked] = [0, Number.NEGATIVE_INFINITY];
  return () => {
    if (now() - looked < 1000) return headers;
    looked = now();
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? read;
    if (written !== read) [headers, read] = [Object.entries(headersIn(readFileSync(file, 'utf8'))), written];
    return headers;
  };
};
