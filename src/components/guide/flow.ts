import { Graph, layout } from '@dagrejs/dagre';
import type { ProcessStep } from '#src/shelves/process.ts';

/** Sizes of the drawing in px at its natural size: two boxes side by side fit a phone of 390 px. */
const box = { width: 148, pad: 10, title: 15, small: 13, line: 20 } as const;

export type Line = { readonly text: string; readonly x: number; readonly y: number; readonly small: boolean };
export type Node = {
  readonly id: string;
  readonly kind: ProcessStep['kind'];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
};
export type Edge = {
  readonly from: string;
  readonly to: string;
  /** An SVG path. */ readonly path: string;
  readonly label: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  } | null;
};
export type Flow = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
};

/** In em: a Chinese character is one, a letter or digit a little over half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? 0.58 : 1), 0);

/** Words in lines of at most so many em, as even as they can be. */
export const wrapped = (text: string, most: number): readonly string[] => {
  const count = Math.ceil(widthOf(text) / most);
  const aim = widthOf(text) / count;
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    const isFull = line !== '' && widthOf(line + sign) > Math.min(most, aim + 0.75);
    // A closing mark never begins a line.
    if (isFull && !/[，。、；：）”]/.test(sign)) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return line === '' ? lines : [...lines, line];
};

const inner = box.width - 2 * box.pad;

const wordsOf = ({ title, who, takes }: ProcessStep) => [
  ...wrapped(title, inner / box.title).map(text => ({ text, small: false })),
  ...[who, takes].flatMap(text =>
    text ? wrapped(text, inner / box.small).map(part => ({ text: part, small: true })) : [],
  ),
];

/** The steps from the first on, each after all that lead to it but those that lead back; of two branches the first written first. */
export const inOrder = (steps: readonly ProcessStep[]): readonly ProcessStep[] => {
  const byId = new Map(steps.map(step => [step.id, step]));
  const targets = new Set(steps.flatMap(({ next }) => next.map(({ to }) => to)));
  const seen = new Set<string>();
  const found: ProcessStep[] = [];
  const walk = (step: ProcessStep): void => {
    seen.add(step.id);
    for (const { to } of [...step.next].reverse()) {
      const after = byId.get(to);
      if (after && !seen.has(to)) walk(after);
    }
    found.unshift(step);
  };
  for (const step of steps) if (!targets.has(step.id) && !seen.has(step.id)) walk(step);
  return found;
};

const round = (value: number): number => Math.round(value * 10) / 10;

type Point = { readonly x: number; readonly y: number };

/** Straight from point to point, each corner rounded through its middle. */
const pathOf = (points: readonly Point[]): string => {
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest
    .slice(0, -1)
    .map((point, i) => `Q${at(point)} ${at(middle(point, rest[i + 1] ?? last))}`);
  const second = rest[0] ?? last;
  return rest.length === 1
    ? `M${at(first)}L${at(last)}`
    : `M${at(first)}L${at(middle(first, second))}${bends.join('')}L${at(last)}`;
};

/** The drawing of the steps: boxes and arrows laid out from top to bottom, the same for the same steps. */
export const flowOf = (steps: readonly ProcessStep[]): Flow => {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 30, edgesep: 12, marginx: 2, marginy: 2 });
  for (const step of steps) {
    const words = wordsOf(step);
    graph.setNode(step.id, { width: box.width, height: words.length * box.line + 2 * box.pad });
  }
  for (const { id, next } of steps) {
    for (const { to, when } of next) {
      const size = when
        ? { width: widthOf(when) * box.small + 8, height: box.line, labelpos: 'c' as const }
        : {};
      graph.setEdge(id, to, size);
    }
  }
  layout(graph);
  const nodes = steps.map(step => {
    const { x, y, width, height } = graph.node(step.id);
    const top = y - height / 2 + box.pad;
    const lines = wordsOf(step).map((line, i) => ({
      ...line,
      x: round(x),
      y: round(top + (i + 0.5) * box.line),
    }));
    return {
      id: step.id,
      kind: step.kind,
      x: round(x - width / 2),
      y: round(y - height / 2),
      width,
      height,
      lines,
    };
  });
  const edges = steps.flatMap(({ id, next }) =>
    next.map(({ to, when }) => {
      const { points = [], x = 0, y = 0, width = 0 } = graph.edge(id, to) ?? {};
      const label = when ? { text: when, x: round(x), y: round(y), width: round(width) } : null;
      return { from: id, to, path: pathOf(points), label };
    }),
  );
  const { width = 0, height = 0 } = graph.graph();
  return { width: Math.ceil(width), height: Math.ceil(height), nodes, edges };
};
