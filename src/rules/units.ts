/** Units that hold something: how much each holds is stated by the item or by the sender. */
export const containers = ['carton', 'box', 'barrel', 'bottle', 'bag'] as const;

/** A unit; `is` makes it a multiple of another one: 1斤 is 0.5公斤. Null where it is counted as it stands. */
export type Unit = {
  readonly code: string;
  readonly is: { readonly unit: string; readonly times: number } | null;
};

/** What one container holds: in which unit, and how much where that is always the same. */
type Contents = { readonly unit: string; readonly quantity: number | null };

/** An item: the units it may be counted in, the usual one first, and what its containers hold where that is not told by the first unit. */
export type Counted = {
  readonly units: readonly string[];
  readonly contents: Readonly<Partial<Record<string, Contents>>>;
};

export type Quantity = { readonly quantity: number; readonly unit: string };

/** Exact to six decimals: 0.1 three times is 0.3. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Whether a unit says nothing without its contents. */
export const isContainer = (unit: string): boolean => (containers as readonly string[]).includes(unit);

/** What a container of the item holds, as the catalogue says. */
export const contentsOf = (item: Counted, container: string): Contents =>
  item.contents[container] ?? { unit: item.units[0] ?? '', quantity: null };

/**
 * A quantity in the unit that figures are added up in: 3吨 is 3000公斤, 2箱 of 20 are 40只. `each` is what one container holds as the
 * sender says; without it the item's own contents count. Null where nobody says, or the item is not counted in that unit.
 */
export const toBase = (
  units: readonly Unit[],
  item: Counted,
  { quantity, unit }: Quantity,
  each: number | null = null,
): Quantity | null => {
  if (!item.units.includes(unit)) return null;
  if (!isContainer(unit)) return multiplied(units, { quantity, unit });
  const contents = contentsOf(item, unit);
  const held = each ?? contents.quantity;
  return held === null ? null : multiplied(units, { quantity: quantity * held, unit: contents.unit });
};

const multiplied = (units: readonly Unit[], { quantity, unit }: Quantity): Quantity => {
  const is = units.find(one => one.code === unit)?.is ?? null;
  return is === null
    ? { quantity: exact(quantity), unit }
    : { quantity: exact(quantity * is.times), unit: is.unit };
};
