import { once } from './once.ts';
import { type PolicyRow, policiesByName, policyRows } from './policies.ts';

type Change = { readonly row: PolicyRow; readonly from: string; readonly what: string };

/** How documents follow one another, both ways: each with the row of the other. */
export type History = {
  readonly supersededBy: PolicyRow | null;
  readonly replaces: readonly PolicyRow[];
  readonly amends: readonly Change[];
  readonly amendedBy: readonly Change[];
  readonly extends: readonly PolicyRow[];
  readonly extendedBy: readonly PolicyRow[];
};

/** What one document says of another: a later one of an earlier, but for `replaced` and `extended`, which the earlier says. */
type Said = { readonly of: PolicyRow; readonly by: PolicyRow } & (
  | { readonly kind: 'replaced' | 'extended' }
  | { readonly kind: 'amended'; readonly from: string; readonly what: string }
);

/** Every step from an earlier document to a later one, by the addresses of both. */
const steps = once(async (): Promise<ReadonlyMap<string, readonly Said[]>> => {
  const rows = await policiesByName();
  const find = (name: string, but: PolicyRow) =>
    [rows.get(name) ?? []].flat().filter(row => row.path !== but.path);
  const said = (await policyRows()).flatMap((row): readonly Said[] => {
    const { ends, amends, supersededBy } = row.entry.data;
    const later = [...new Set(ends.flatMap(end => find(end.by, row)))];
    return [
      ...(supersededBy ? find(supersededBy.id, row) : []).map(by => ({
        kind: 'replaced' as const,
        of: row,
        by,
      })),
      ...later.map(by => ({ kind: 'extended' as const, of: row, by })),
      ...amends.flatMap(({ id, from, what }) =>
        find(id, row).map(of => ({ kind: 'amended' as const, of, by: row, from, what })),
      ),
    ];
  });
  const found = new Map<string, Said[]>();
  for (const step of said) {
    for (const { path } of [step.of, step.by]) found.set(path, [...(found.get(path) ?? []), step]);
  }
  return found;
});

/** What came before and after a policy, from what each document says of others. */
export const historyOf = async ({ path }: PolicyRow): Promise<History> => {
  const all = (await steps()).get(path) ?? [];
  const after = (kind: Said['kind']) => all.filter(step => step.kind === kind && step.of.path === path);
  const before = (kind: Said['kind']) => all.filter(step => step.kind === kind && step.by.path === path);
  const changes = (found: readonly Said[], other: 'of' | 'by'): readonly Change[] =>
    found.flatMap(step =>
      step.kind === 'amended' ? [{ row: step[other], from: step.from, what: step.what }] : [],
    );
  return {
    supersededBy: after('replaced')[0]?.by ?? null,
    replaces: before('replaced').map(step => step.of),
    amends: changes(before('amended'), 'of'),
    amendedBy: changes(after('amended'), 'by'),
    extends: before('extended').map(step => step.of),
    extendedBy: after('extended').map(step => step.by),
  };
};
