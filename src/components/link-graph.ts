/** What pages link to one another, by kind; the order is the order on a page. */
export const linkKinds = ['forms', 'guides', 'faq', 'policies', 'hotlines', 'practices'] as const;
export type LinkKind = (typeof linkKinds)[number];
export type Link = { readonly kind: LinkKind; readonly href: string; readonly name: string };
export type Related = Readonly<Record<LinkKind, readonly Link[]>>;

/** A place, and the addresses it names: in its front matter or in its words. */
export type Naming = { readonly from: Link; readonly names: readonly string[] };

const bare = (address: string): string => address.replace(/[?].*$/, '');

/** The addresses of this site that words link to: `[文字](/hotlines/#12366)`. */
export const addressesIn = (body: string): readonly string[] =>
  [...body.matchAll(/\]\((\/[^)\s]+)\)/g)].map(match => bare(decodeURI(match[1] ?? '')));

/** The passages of a guide with the sources each rests on: `<Fact id="g1" sources="G4 S0">`. */
export const citingIn = (
  body: string,
): readonly { readonly id: string; readonly sources: readonly string[] }[] =>
  [...body.matchAll(/<Fact\b([^>]*)>/g)].flatMap(match => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(match[1] ?? '')?.[1];
    const id = value('id');
    return id ? [{ id, sources: (value('sources') ?? '').split(/\s+/) }] : [];
  });

/**
 * For every address what it names and what names it, once each. A name that is no place is left out: the check of
 * the content has told of it already.
 */
export const graphOf = (
  places: readonly Link[],
  namings: readonly Naming[],
): ReadonlyMap<string, readonly Link[]> => {
  const byAddress = new Map(places.map(place => [place.href, place]));
  const graph = new Map<string, Map<string, Link>>();
  const add = (at: string, link: Link): void => {
    const known = graph.get(at) ?? new Map<string, Link>();
    // Several passages under one heading of a guide read as one line: the first leads there.
    const key = `${link.kind} ${link.name}`;
    if (!known.has(key)) known.set(key, link);
    graph.set(at, known);
  };
  for (const { from, names } of namings) {
    for (const name of names) {
      const to = byAddress.get(name);
      if (!to || to.href === from.href) continue;
      add(from.href, to);
      add(to.href, from);
    }
  }
  return new Map([...graph].map(([at, links]) => [at, [...links.values()]]));
};

/** What is related to an address, by kind. */
export const relatedTo = (graph: ReadonlyMap<string, readonly Link[]>, address: string): Related => {
  const links = graph.get(address) ?? [];
  const of = (kind: LinkKind) => links.filter(link => link.kind === kind);
  return {
    forms: of('forms'),
    guides: of('guides'),
    faq: of('faq'),
    policies: of('policies'),
    hotlines: of('hotlines'),
    practices: of('practices'),
  };
};
