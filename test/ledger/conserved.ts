type Sql = (text: string) => Promise<unknown>;

const of = (kind: string, by: string, id: string): string =>
  `coalesce((select sum(m.quantity) from movements m where m.kind = '${kind}' and m.${by} = ${id}), 0)`;

const promised = (by: string, id: string): string =>
  `${of('committed', by, id)} - ${of('cancelled', by, id)} - ${of('delivered', by, id)}`;

/** Questions that give a row for each thing that is not what its movements say, or is more than there is. */
const questions = [
  `select 'lot' as what, id from stock_lots where quantity <> ${of('received', 'lot_id', 'stock_lots.id')}
    or committed <> ${promised('lot_id', 'stock_lots.id')}
    or delivered <> ${of('delivered', 'lot_id', 'stock_lots.id')} - ${of('returned', 'lot_id', 'stock_lots.id')}
    or lost <> ${of('written-off', 'lot_id', 'stock_lots.id')}
    or committed < 0 or delivered < 0 or lost < 0 or committed + delivered + lost > quantity`,
  `select 'need' as what, id from need_lines where committed <> ${promised('need_id', 'need_lines.id')}
    or delivered <> ${of('delivered', 'need_id', 'need_lines.id')} - ${of('returned', 'need_id', 'need_lines.id')}
    or committed < 0 or delivered < 0 or committed + delivered > asked`,
  `select 'allocation' as what, id from allocations where quantity <> ${of('committed', 'allocation_id', 'allocations.id')}
    or cancelled <> ${of('cancelled', 'allocation_id', 'allocations.id')}
    or delivered <> ${of('delivered', 'allocation_id', 'allocations.id')}
    or returned <> ${of('returned', 'allocation_id', 'allocations.id')}
    or delivered + cancelled > quantity or returned > delivered`,
  `select 'number' as what, cast(count(*) as text) as id from movements
    having count(*) <> coalesce(max(seq), 0) or count(*) <> coalesce((select seq from ledger_marks where name = 'movements'), 0)`,
];

/** Everything in the ledger that is not the sum of its movements, or is more than there is; empty where no unit was lost or made up. */
export const unconserved = async (sql: Sql): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const question of questions) found.push(...((await sql(question)) as readonly unknown[]));
  return found;
};
