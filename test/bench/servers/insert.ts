/** A row of the port as an insert with every column of it, whatever migrations add; `mark` gives the nth parameter's sign. */
export const insertOf = (table: string, row: object, mark: (n: number) => string): string => {
  const columns = Object.keys(row).map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`));
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, n) => mark(n + 1)).join(', ')})`;
};
