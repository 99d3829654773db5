import type { APIRoute } from 'astro';
import { serviceOf } from '../../../components/hotlines/hsds.ts';
import { jsonFile, source } from '../../../components/hotlines/hsds-source.ts';
import type { Line } from '../../../components/hotlines/lines.ts';
import { supplierService, type Verified } from '../../../components/suppliers/export.ts';

type Props = { readonly line: Line } | { readonly supplier: Verified };

/** One number or one verified supplier, whole, under its HSDS id. */
export const getStaticPaths = async () => {
  const all = await source(undefined);
  const lines = all.lines.map(line => ({ params: { id: serviceOf(line, all).id }, props: { line } }));
  const suppliers = all.suppliers.map(supplier => ({
    params: { id: supplierService(supplier, all.site).id },
    props: { supplier },
  }));
  return [...lines, ...suppliers];
};

export const GET: APIRoute<Props> = async ({ props, site }) => {
  const all = await source(site);
  return jsonFile('line' in props ? serviceOf(props.line, all) : supplierService(props.supplier, all.site));
};
