import type { FigureDefinition, Term } from '#src/figures/figure.ts';
import { figureWords as words } from '#src/i18n/figures.ts';

const term = (measure: Term['measure'], parts?: readonly string[]): Term => ({
  measure,
  ...(parts && { parts }),
});
const less = (one: Term): Term => ({ ...one, minus: true });

/** What ended and did not come back; all of it, or as some of the outcomes. */
const ended = (parts?: readonly string[]): readonly Term[] => [
  term('closed', parts),
  less(term('unclosed', parts)),
];

/** Outcomes that say whether the matter itself was solved. */
const decided = ['solved', 'partly', 'policy', 'unreachable'];
const good = ['very-good', 'good', 'fair'];
const grades = [...good, 'poor', 'very-poor'];

const everyWay = ['form', 'area', 'department', 'line'] as const;

type Bare = Omit<FigureDefinition, 'name' | 'unit' | 'counted' | 'notCounted'>;

/** A day's figures first, then what stands, then shares and times. Pages show them in this order. */
const formulas = [
  { id: 'received', formula: { kind: 'sum', of: [term('received')] }, public: true, by: everyWay },
  { id: 'answered', formula: { kind: 'sum', of: [term('told')] }, public: true, by: everyWay },
  { id: 'done', formula: { kind: 'sum', of: [term('closed')] }, public: true, by: everyWay },
  {
    id: 'late',
    formula: { kind: 'sum', of: [term('finished', ['late'])] },
    public: true,
    by: everyWay,
  },
  {
    id: 'returned',
    formula: { kind: 'sum', of: [term('returned')] },
    public: false,
    by: everyWay,
  },
  {
    id: 'declined',
    formula: { kind: 'sum', of: [term('declined')] },
    public: false,
    by: everyWay,
  },
  { id: 'reopened', formula: { kind: 'sum', of: [term('reopened')] }, public: true, by: everyWay },
  {
    id: 'asked-money',
    formula: { kind: 'sum', of: [term('asked-money')], scale: 100 },
    public: false,
    by: ['area', 'line'],
  },
  {
    id: 'asked-beds',
    formula: { kind: 'sum', of: [term('asked-beds')] },
    public: false,
    by: ['area', 'line'],
  },
  {
    id: 'received-total',
    formula: { kind: 'level', of: [term('received')] },
    public: true,
    by: ['form', 'area', 'line'],
  },
  { id: 'done-total', formula: { kind: 'level', of: ended() }, public: true, by: everyWay },
  {
    id: 'open',
    formula: {
      kind: 'level',
      of: [
        term('received'),
        term('moved'),
        ...ended().map(one => (one.minus ? term(one.measure) : less(one))),
      ],
    },
    public: true,
    by: everyWay,
  },
  {
    id: 'overdue',
    formula: { kind: 'level', of: [term('overdue')] },
    public: true,
    by: everyWay,
  },
  {
    id: 'unsolved',
    formula: { kind: 'level', of: [term('unsolved')] },
    public: true,
    by: everyWay,
  },
  {
    id: 'upward',
    formula: { kind: 'level', of: [term('upward')] },
    public: true,
    by: everyWay,
  },
  {
    id: 'done-rate',
    formula: { kind: 'ratio', of: ended(), among: [term('received')] },
    public: true,
    by: ['form', 'area', 'line'],
  },
  {
    id: 'solved-rate',
    formula: { kind: 'ratio', of: ended(['solved']), among: ended(decided) },
    public: true,
    by: everyWay,
  },
  {
    id: 'content-rate',
    formula: { kind: 'ratio', of: [term('rated', good)], among: [term('rated', grades)] },
    public: true,
    by: everyWay,
  },
  {
    id: 'said-solved-rate',
    formula: { kind: 'ratio', of: [term('verdict', ['solved'])], among: [term('verdict')] },
    public: true,
    by: everyWay,
  },
  {
    id: 'in-time-rate',
    formula: {
      kind: 'ratio',
      of: [term('finished', ['in-time'])],
      among: [term('finished', ['in-time', 'late'])],
    },
    public: true,
    by: everyWay,
  },
  {
    id: 'answer-median',
    formula: { kind: 'quantile', of: 'told', share: 0.5, days: 30 },
    public: true,
    by: [],
  },
  {
    id: 'answer-ninety',
    formula: { kind: 'quantile', of: 'told', share: 0.9, days: 30 },
    public: true,
    by: [],
  },
] as const satisfies readonly Bare[];

/** The code of a figure. */
export type FigureId = (typeof formulas)[number]['id'];

/** Every figure that is shown anywhere: pages, daily report, exports and the API take it from here. */
export const definitions: readonly FigureDefinition[] = formulas.map(one => ({ ...one, ...words[one.id] }));

/** The figure of an id, or null. */
export const definitionOf = (id: string): FigureDefinition | null =>
  definitions.find(one => one.id === id) ?? null;
