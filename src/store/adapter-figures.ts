import type { FigureCases, FiguresStore, Sum } from '#src/figures/store.ts';
import type { FiguresCommand } from '#src/store/figures-commands.ts';
import { supplySums, untallied } from '#src/store/figures-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: FiguresCommand): Promise<unknown>;
};

const ofAll = (found: readonly Omit<Sum, 'day'>[]): readonly Sum[] => found.map(one => ({ ...one, day: '' }));

const listed = (texts: readonly string[]): string => (texts.length === 0 ? '' : `,${texts.join(',')},`);

/** After every day and every id. */
const end = { day: '9999-12-31', id: '~' };

/** The terms as the statement takes them. */
const countedIn = ({ terms, lead, from, to, by, key }: FigureCases) => {
  const [first, ...others] = terms;
  const parts = first?.parts ?? [];
  const [m1 = lead, m2 = m1, m3 = m1, m4 = m1, ...more] = new Set(terms.map(term => term.measure));
  if (more.length > 0 || others.some(one => (one.parts ?? []).join() !== parts.join()))
    throw new RangeError('A figure adds up at most four measures, all of the same parts.');
  const minus = listed(terms.flatMap(term => (term.minus ? [term.measure] : [])));
  return { lead, m1, m2, m3, m4, minus, parts: listed(parts), from, to, by, key };
};

function* figureCases(query: FigureCases) {
  const { narrow, after, limit, terms, lead } = query;
  mustBePage(limit);
  const { day, id } = after ?? end;
  const asked = { ...countedIn(query), ...narrow, codes: narrow.codes ?? '' };
  // Received, and not over yet: few of many.
  const isOpen = lead === 'received' && terms.some(term => term.minus && term.measure === 'closed');
  const statement = isOpen ? 'casesStanding' : 'casesCounted';
  return yield* rows(statement, { ...asked, beforeDay: day, beforeId: id, limit });
}

/** The part of the port that counts, over whatever reads and writes. */
export const figuresStore = ({ read, write }: Ways): FiguresStore => ({
  tally: command => write({ kind: 'tally', of: command }) as Promise<number>,
  untallied: query => read(untallied(query)),
  sums: query => read(rows('tallySums', query)),
  sumsBefore: ({ dimension, month }) =>
    read(rows('tallySumsBefore', { dimension, first: 'm', month: `m${month}` })).then(ofAll),
  figureCases: query => read(figureCases(query)),
  talliesOf: caseId => read(rows('talliesOfCase', { caseId })),
  supplySums: () => read(supplySums()),
});
