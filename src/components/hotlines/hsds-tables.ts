import { kindTaxonomy, kindTerms, supplierService } from '../suppliers/export.ts';
import { locationOf, type Source, serviceOf, taxonomy, taxonomyTerms } from './hsds.ts';

type Row = { readonly id: string };

const once = <T extends Row>(rows: readonly T[]): readonly T[] => [
  ...new Map(rows.map(row => [row.id, row])).values(),
];

/**
 * The export as lists: `services` are whole, with everything that belongs to them; the others are the same rows by themselves, pointing
 * at each other by id.
 */
export const tablesIn = (source: Source) => {
  const services = [
    ...source.lines.map(line => serviceOf(line, source)),
    ...source.suppliers.map(row => supplierService(row, source.site)),
  ];
  return {
    services,
    organizations: once(services.map(({ organization }) => organization)),
    locations: [locationOf(source)],
    phones: services.flatMap(({ phones }) => phones),
    schedules: services.flatMap(({ schedules }) => schedules),
    taxonomies: [taxonomy, kindTaxonomy],
    taxonomy_terms: [...taxonomyTerms(), ...kindTerms()],
  } satisfies Record<string, readonly Row[]>;
};

export type Table = keyof ReturnType<typeof tablesIn>;

/** A list as the specification's API pages it; all of it stands on its first page. */
export const paged = <T>(contents: readonly T[]) => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: true,
  empty: contents.length === 0,
  contents,
});

/** Which lists there are, in the manner of a Frictionless data package; rows stand under `contents` of each. */
export const packageOf = (tables: readonly Table[], site: URL) => ({
  profile: 'data-package',
  name: 'hotlines',
  title: '办事电话和供应信息',
  homepage: new URL('/hotlines/', site).href,
  resources: tables.map(name => ({
    name,
    path: `${name}.json`,
    format: 'json',
    mediatype: 'application/json',
    encoding: 'utf-8',
  })),
});

/** What the root of an HSDS API says of itself. */
export const apiOf = (site: URL) => ({
  version: '3.0',
  profile: 'https://docs.openreferral.org/en/3.0/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
  datapackage_url: new URL('/hsds/datapackage.json', site).href,
});
