type Sql = (text: string) => Promise<unknown>;

const of = (kind: string, by: string, id: string): string =>
  `coalesce((select sum(m.persons) from bed_movements m where m.kind = '${kind}' and m.${by} = ${id}), 0)`;

/** Questions that give a row for each site or stay that is not what its movements say, or has more persons than beds. */
const questions = [
  `select 'site' as what, id from bed_sites where arrived <> ${of('in', 'site_id', 'bed_sites.id')}
    or resident <> ${of('in', 'site_id', 'bed_sites.id')} - ${of('out', 'site_id', 'bed_sites.id')}
    or reserved <> ${of('reserved', 'site_id', 'bed_sites.id')} - ${of('in', 'site_id', 'bed_sites.id')} - ${of('cancelled', 'site_id', 'bed_sites.id')}
    or reserved < 0 or resident < 0 or reserved + resident > capacity`,
  `select 'stay' as what, id from bed_stays where persons <> ${of('reserved', 'stay_id', 'bed_stays.id')}
    or arrived <> ${of('in', 'stay_id', 'bed_stays.id')} or departed <> ${of('out', 'stay_id', 'bed_stays.id')}
    or cancelled <> ${of('cancelled', 'stay_id', 'bed_stays.id')} or arrived + cancelled > persons or departed > arrived`,
  `select 'number' as what, cast(count(*) as text) as id from bed_movements
    having count(*) <> coalesce(max(seq), 0)
    or count(*) <> coalesce((select seq from ledger_marks where name = 'beds'), 0)`,
];

/** Everything in the register of beds that is not the sum of its movements, or is more than there is; empty where nobody was lost. */
export const misplaced = async (sql: Sql): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const question of questions) found.push(...((await sql(question)) as readonly unknown[]));
  return found;
};
