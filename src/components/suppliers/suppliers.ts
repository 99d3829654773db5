import { getCollection } from 'astro:content';
import { supplierKinds } from '#src/i18n/site.ts';
import { type Words, w } from '#src/i18n/words.ts';
import { zone } from '../zone.ts';
import { type Verified, verifiedOf } from './export.ts';
import type { Supplier } from './stock.ts';

const order = ['available', 'limited', 'unknown', 'sold-out'];

/** Every supplier, what is to be had first and what was verified last before the others. */
export const suppliers = async (): Promise<readonly Supplier[]> =>
  (await getCollection('suppliers'))
    .map(({ data }) => data)
    .sort(
      (a, b) =>
        order.indexOf(a.stock.state) - order.indexOf(b.stock.state) || b.stock.on.localeCompare(a.stock.on),
    );

/** Those of them that other systems may be told of. */
export const exported = (rows: readonly Supplier[]): readonly Verified[] =>
  verifiedOf(
    rows,
    zone.areas.map(({ code, name }) => ({ code, name: name['zh-Hans'] })),
  );

/** The names of the areas that a supplier serves or lies in. */
export const areasOf = ({ areas }: Supplier): Words => {
  const names = zone.areas.filter(({ code }) => areas.includes(code)).map(({ name }) => name);
  return w(names.map(name => name['zh-Hans']).join('、'), names.map(name => name.en).join(', '));
};

/** A page that shows one kind or one area. */
export type Narrowed = {
  readonly path: string;
  readonly code: string;
  readonly name: Words;
  fits(row: Supplier): boolean;
};

const kinds = Object.keys(supplierKinds) as Supplier['kind'][];

export const byKind: readonly Narrowed[] = kinds.map(kind => ({
  path: `/suppliers/kind/${kind}/`,
  code: kind,
  name: supplierKinds[kind],
  fits: row => row.kind === kind,
}));

export const byArea: readonly Narrowed[] = zone.areas.map(({ code, name }) => ({
  path: `/suppliers/area/${code}/`,
  code,
  name,
  fits: row => row.areas.includes(code),
}));
