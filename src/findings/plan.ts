import type { Day } from '#src/rules/day.ts';
import type { LineTyped, Said, SaidLine, SaidTurn, Stand, TurnTyped, Wrong } from './said.ts';
import type { ProblemPut, ProblemRow, ProblemStep, StepKind } from './store.ts';

/** Whose report it is, of which day, and who writes it when. */
export type Writing = {
  /** Of the report's version: problems that are new are named by it. */ readonly id: string;
  readonly department: string;
  readonly day: Day;
  readonly at: string;
  readonly actor: string;
};

/** What a report makes of problems; or what it cannot say any more. */
export type ProblemsPlan = { readonly puts: readonly ProblemPut[]; readonly wrong: Wrong };

type Change = { readonly kind: StepKind; readonly to?: string; readonly set: Partial<ProblemRow> };

const put = (row: ProblemRow, was: number, changes: readonly Change[], by: Writing): ProblemPut => {
  const steps = changes.map(
    ({ kind, to = '' }, index): ProblemStep => ({
      problemId: row.id,
      version: was + index + 1,
      at: by.at,
      actor: by.actor,
      day: by.day,
      kind,
      to,
    }),
  );
  const set: Partial<ProblemRow> = Object.assign({}, ...changes.map(change => change.set));
  return { was, row: { ...row, ...set, version: was + changes.length }, steps };
};

/** What turning a problem means: who has it then, and since when it is solved. */
const turnTo = (stand: Stand, to: string, row: ProblemRow, by: Writing): Change => {
  const turned = { turnedOn: by.day };
  if (stand === 'solved') return { kind: 'solved', set: { ...turned, state: 'solved', solvedOn: by.day } };
  const open = { ...turned, state: 'open', solvedOn: '' } as const;
  if (stand === 'handed') return { kind: 'handed', to, set: { ...open, holder: to } };
  const isBack = row.state === 'open';
  const back = { ...open, holder: by.department };
  return isBack ? { kind: 'handed', to: by.department, set: back } : { kind: 'reopened', set: back };
};

const facts = ({ what, enterprise, creditCode, severity, due, wanted }: SaidLine) => ({
  what,
  enterprise,
  creditCode,
  severity,
  due,
  wanted: wanted ? 1 : 0,
});

const found = (line: SaidLine, by: Writing): ProblemPut => {
  const row: ProblemRow = {
    ...facts(line),
    id: line.id,
    version: 0,
    department: by.department,
    day: by.day,
    holder: by.department,
    state: 'open',
    solvedOn: '',
    turnedOn: by.day,
    caseNumber: '',
    visitId: '',
  };
  const turned = line.stand === 'open' ? [] : [turnTo(line.stand, line.to, row, by)];
  return put(row, 0, [{ kind: 'found', set: {} }, ...turned], by);
};

const differs = (row: ProblemRow, line: SaidLine): boolean =>
  Object.entries(facts(line)).some(([name, value]) => row[name as keyof ProblemRow] !== value);

const sameStand = (a: SaidTurn | SaidLine | undefined, b: { readonly stand: Stand; readonly to: string }) =>
  (a?.stand ?? 'open') === b.stand && (a?.to ?? '') === b.to;

/** Why a report cannot say any more how a problem stands; '' where it can. */
const tooLate = (
  row: ProblemRow,
  before: SaidTurn | SaidLine | undefined,
  { department, day }: Writing,
): 'past' | 'gone' | '' => {
  // A later report has said how it stands since: that one is corrected, not this.
  if (row.turnedOn > day) return 'past';
  // Whoever has it says how it stands. Who handed it on today may take that back while nobody did anything to it.
  const isBack = before?.stand === 'handed' && row.holder === before.to && row.turnedOn === day;
  const isOurs = row.holder === department || (isBack && row.state === 'open');
  return isOurs && row.state !== 'withdrawn' ? '' : 'gone';
};

type Known = ReadonlyMap<string, ProblemRow>;
type Piece = { readonly put?: ProblemPut; readonly wrong?: Wrong };

const corrected = (
  row: ProblemRow,
  line: SaidLine,
  { before, at, was, by }: { before: SaidLine; at: number; was: number; by: Writing },
): Piece => {
  const isTurned = !sameStand(before, line);
  const late = isTurned ? tooLate(row, before, by) : '';
  if (late !== '') return { wrong: { [`lines.${at}.stand`]: late } };
  const changes: readonly Change[] = [
    ...(differs(row, line) ? [{ kind: 'changed', set: facts(line) } as const] : []),
    ...(isTurned ? [turnTo(line.stand, line.to, row, by)] : []),
  ];
  return changes.length === 0 ? {} : { put: put(row, was, changes, by) };
};

const taken = (row: ProblemRow | undefined, before: SaidLine, by: Writing): Piece => {
  if (!row) return {};
  const late = tooLate(row, before, by);
  if (late !== '') return { wrong: { state: late } };
  const gone = { state: 'withdrawn', solvedOn: '', turnedOn: by.day } as const;
  return { put: put(row, row.version, [{ kind: 'withdrawn', set: gone }], by) };
};

const turned = (
  row: ProblemRow | undefined,
  turn: SaidTurn,
  { before, at, was, by }: { before: SaidTurn | undefined; at: number; was: number; by: Writing },
): Piece => {
  if (sameStand(before, turn)) return {};
  const late = row ? tooLate(row, before, by) : 'gone';
  if (!row || late !== '') return { wrong: { [`turns.${at}.stand`]: late || 'gone' } };
  return { put: put(row, was, [turnTo(turn.stand, turn.to, row, by)], by) };
};

type Planning = {
  readonly by: Writing;
  /** What the version before said; null for the first. */ readonly before: Said | null;
  readonly now: Said;
  readonly typed: { readonly lines: readonly LineTyped[]; readonly turns: readonly TurnTyped[] };
  readonly known: Known;
};

/**
 * What a report makes of problems, beside what the version before it said. Found ones are made, corrected, or taken out; those that were
 * open before are solved, handed on, or taken up again. A problem that a later report speaks of is not turned by an earlier one.
 */
export const problemsOf = ({ by, before, now, typed, known }: Planning): ProblemsPlan => {
  const earlier = new Map(before?.lines.map(line => [line.id, line]));
  const pieces: readonly Piece[] = [
    ...now.lines.map((line, at): Piece => {
      const [old, row] = [earlier.get(line.id), known.get(line.id)];
      if (!old || !row) return { put: found(line, by) };
      return corrected(row, line, { before: old, at, was: typed.lines[at]?.version ?? 0, by });
    }),
    ...[...earlier.values()]
      .filter(line => !now.lines.some(one => one.id === line.id))
      .map(line => taken(known.get(line.id), line, by)),
    ...now.turns.map((turn, at) =>
      turned(known.get(turn.id), turn, {
        before: before?.turns.find(one => one.id === turn.id),
        at,
        was: typed.turns[at]?.version ?? 0,
        by,
      }),
    ),
  ];
  return {
    puts: pieces.flatMap(piece => (piece.put ? [piece.put] : [])),
    wrong: Object.assign({}, ...pieces.map(piece => piece.wrong)),
  };
};
