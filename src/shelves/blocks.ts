/** Which risk levels a passage is for, and how far its words were checked. */
export const passageLevels = ['all', 'low', 'mid', 'high', 'low_mid', 'mid_high'] as const;
export const confidences = ['high', 'medium', 'low'] as const;

/** One `<Fact>` of a guide with everything that its marks say; editions, views, the checklist and search are made of these. */
export type Block = {
  readonly id: string;
  /** Words without marks. */ readonly text: string;
  /** The heading of the second rank over it; '' before the first. */ readonly heading: string;
  /** Ids of sources.yaml. */ readonly sources: readonly string[];
  readonly risk: (typeof passageLevels)[number];
  readonly confidence: (typeof confidences)[number];
  /** Whom it is for; null is everyone. */ readonly for: string | null;
  /** The first day on which a newer rule holds; `newer` is the passage that says it. */ readonly until:
    | string
    | null;
  readonly newer: string | null;
  /** What the short edition says of it; null: it is not in it. */ readonly short: string | null;
  readonly poster: string | null;
  readonly checks: readonly Check[];
  readonly figures: readonly Figure[];
};

/** An item of the checklist. `id` is its place in a shared link and is never used again. */
export type Check = {
  readonly id: number;
  readonly text: string;
  /** What helps when it is missing: a form, a document; null: the section's own. */ readonly form:
    | string
    | null;
  readonly doc: string | null;
};

export type Figure = { readonly what: string; readonly value: string };

/** The editions of the guide that take a part of it, by the mark that chooses the part. */
const editions = { short: 'Short', poster: 'Poster' } as const;

const words = (marked: string): string =>
  marked
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();

const attributes = (head: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...head.matchAll(/\b([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** Every `<Name …>…</Name>` in it; a mark never holds another of its own name. */
const marks = (name: string, body: string) =>
  [...body.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))].map(match => ({
    index: match.index,
    given: attributes(match[1] ?? ''),
    inner: match[2] ?? '',
  }));

const taken = (name: string, inner: string): string | null => {
  const parts = marks(name, inner).map(mark => words(mark.inner));
  return parts.length === 0 ? null : parts.join('');
};

const blockOf = (given: Readonly<Record<string, string>>, inner: string, heading: string): Block => ({
  id: given.id ?? '',
  text: words(inner),
  heading,
  sources: (given.sources ?? '').split(/\s+/).filter(id => id !== ''),
  risk: passageLevels.find(level => level === given.risk) ?? 'all',
  confidence: confidences.find(one => one === given.confidence) ?? 'high',
  for: given.for ?? null,
  until: given.until ?? null,
  newer: given.newer ?? null,
  short: taken(editions.short, inner),
  poster: taken(editions.poster, inner),
  checks: marks('Check', inner).map(check => ({
    id: Number(check.given.id),
    text: words(check.inner),
    form: check.given.form ?? null,
    doc: check.given.doc ?? null,
  })),
  figures: marks('Figure', inner).map(figure => ({
    what: figure.given.what ?? '',
    value: words(figure.inner),
  })),
});

/** The passages of a guide's words, in order. */
export const blocksOf = (body: string): readonly Block[] => {
  const headings = [...body.matchAll(/^##\s+(.+)$/gm)];
  return marks('Fact', body).map(({ index, given, inner }) => {
    const heading = headings.findLast(one => one.index < index)?.[1]?.trim() ?? '';
    return blockOf(given, inner, heading);
  });
};

/** Where something must not stand or does not fit, for the editor: place in the words, what is wrong, what to do. */
export type Slip = { readonly index: number; readonly wrong: string; readonly fix: string };

const closed = (body: string): string =>
  body.replace(/<Fact\b[^>]*>[\s\S]*?<\/Fact>/g, fact => ' '.repeat(fact.length));

/** A number stands in a passage that names its source, or nowhere; a phone number and a link's address are none. */
const loose = (body: string): readonly Slip[] => {
  const rest = closed(body)
    .replace(/\]\([^)]*\)/g, link => ' '.repeat(link.length))
    .replace(/<[^>]+>/g, tag => ' '.repeat(tag.length));
  return [...rest.matchAll(/[\d〇０-９]+/g)].map(match => ({
    index: match.index,
    wrong: `数字 ${match[0]} 没有依据`,
    fix: '把这句话写进 <Fact sources="出处代号">，数字才有出处和日期',
  }));
};

const oneOf = (name: string, given: string | undefined, names: readonly string[]) =>
  given !== undefined && names.includes(given)
    ? []
    : [{ wrong: `${name} 写的是“${given ?? ''}”`, fix: `只能写：${names.join('、')}` }];

/** Every passage names its sources, its risk levels and how far it was checked. */
const unnamed = (body: string): readonly Slip[] =>
  marks('Fact', body).flatMap(({ index, given }) => [
    ...(given.sources?.trim()
      ? []
      : [
          {
            index,
            wrong: `${given.id ?? '这一条'} 没有写出处`,
            fix: '写 sources="G4"，代号见 content/guides/sources.yaml；通用做法写 OWN',
          },
        ]),
    ...oneOf('risk', given.risk, passageLevels).map(slip => ({ index, ...slip })),
    ...oneOf('confidence', given.confidence, confidences).map(slip => ({ index, ...slip })),
  ]);

const stray = (body: string): readonly Slip[] => {
  const rest = closed(body);
  return ['Short', 'Poster', 'Check', 'Figure'].flatMap(name =>
    marks(name, rest).map(({ index }) => ({
      index,
      wrong: `<${name}> 写在 <Fact> 外面`,
      fix: '放到一条 <Fact> 里面：有出处的话才进要点版、海报和清单',
    })),
  );
};

/** What is wrong with the marks of a guide's words. `whom` are the names that `for` may hold; none known: none is refused. */
export const slipsOf = (body: string, whom: readonly string[]): readonly Slip[] => {
  const unknown = marks('Fact', body).flatMap(({ index, given }) =>
    (given.for ?? '')
      .split(/\s+/)
      .filter(name => name !== '' && whom.length > 0 && !whom.includes(name))
      .map(name => ({ index, wrong: `for 里的 ${name} 不认识`, fix: `只能写：${whom.join('、')}` })),
  );
  return [...loose(body), ...unnamed(body), ...stray(body), ...unknown];
};
