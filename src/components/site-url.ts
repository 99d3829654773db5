/** The address of the site, for what has to name it whole; where none is set, the one at which `npm start` serves. */
export const siteUrl = (site: URL | undefined): URL => site ?? new URL('http://127.0.0.1:4321/');
