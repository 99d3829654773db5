import type { Entry } from '../entry.ts';

/** What facts share by class: kind, filter codes and days. */
export type Class = Pick<Entry, 'kind' | 'filters' | 'from' | 'to' | 'published'>;

/** What is found as one: the passages of one kind, id and title on one page, in order. */
export type Fact = {
  readonly passages: readonly Entry[];
  readonly page: number;
  readonly section: number;
  readonly group: number;
};

/** The content as it is indexed. A page that lists many things counts once for each title on it. */
export type Collected = {
  readonly facts: readonly Fact[];
  readonly pages: readonly Entry[];
  readonly sections: readonly (readonly string[])[];
  readonly classes: readonly Class[];
  readonly passages: number;
};

/** Numbers things by a key in the order in which they come; keeps the first of each. */
const register = <T>() => {
  const numbers = new Map<string, number>();
  const kept: T[] = [];
  const number = (key: string, value: T): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return kept.push(value) - 1;
  };
  return { number, kept };
};

/** Reads all entries; equal ids of one kind, page and title are one fact wherever they stand. */
export const collect = async (source: Iterable<Entry> | AsyncIterable<Entry>): Promise<Collected> => {
  const byFact = register<Entry[]>();
  let passages = 0;
  for await (const entry of source) {
    const fact = byFact.number(JSON.stringify([entry.kind, entry.page, entry.id, entry.title]), []);
    byFact.kept[fact]?.push(entry);
    passages++;
  }
  const pages = register<Entry>();
  const sections = register<readonly string[]>();
  const classes = register<Class>();
  const facts = byFact.kept.flatMap((parts): Fact[] => {
    const [entry] = parts;
    if (!entry) return [];
    const { kind, page, title, filters, from, to, published } = entry;
    const headings = [...new Set(parts.flatMap(part => part.headings))];
    const group: Class = { kind, filters, from, to, published };
    return [
      {
        passages: parts,
        page: pages.number(JSON.stringify([page, title]), entry),
        section: sections.number(JSON.stringify([page, title, headings]), headings),
        group: classes.number(JSON.stringify(group), group),
      },
    ];
  });
  return { facts, pages: pages.kept, sections: sections.kept, classes: classes.kept, passages };
};
