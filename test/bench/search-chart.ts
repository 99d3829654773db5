/** One row of `bench:search -- --scale`; KB as they go over the wire, the median of a question. */
export type ScaleRow = {
  readonly passages: number;
  readonly files: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly peak: number;
  readonly once: number;
  readonly cold: number;
  readonly warm: number;
};

type Series = { readonly name: string; readonly colour: string; readonly of: (row: ScaleRow) => number };
type Panel = { readonly title: string; readonly series: readonly Series[] };

const panels: readonly Panel[] = [
  {
    title: 'KB that a reader loads',
    series: [
      { name: 'once', colour: '#6b5b95', of: row => row.once },
      { name: 'first question', colour: '#b3541e', of: row => row.cold },
      { name: 'after ten others', colour: '#1f6f5c', of: row => row.warm },
    ],
  },
  {
    title: 'Build',
    series: [
      { name: 'seconds', colour: '#b3541e', of: row => row.seconds },
      { name: 'MB written', colour: '#1f6f5c', of: row => row.megabytes },
    ],
  },
];

const [width, height, left, top, gap] = [300, 200, 40, 34, 110];

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
const roundUp = (value: number): number => {
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find(step => step * unit >= value) ?? 10) * unit;
};

const text = (x: number, y: number, words: string, rest = ''): string =>
  `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" ${rest}>${words}</text>`;

const panelOf = ({ title, series }: Panel, rows: readonly ScaleRow[], offset: number): string => {
  const highest = roundUp(Math.max(...series.flatMap(one => rows.map(one.of))));
  const [first, last] = [rows[0]?.passages ?? 1, rows.at(-1)?.passages ?? 2];
  const x = (passages: number) =>
    offset + left + (width * Math.log(passages / first)) / Math.max(0.01, Math.log(last / first));
  const y = (value: number) => top + height * (1 - value / highest);
  const steps = [0, 0.25, 0.5, 0.75, 1].map(share => share * highest);
  const grid = steps.map(
    value =>
      `<path d="M${offset + left} ${y(value)}h${width}" stroke="#ddd"/>${text(offset + left - 6, y(value) + 4, String(value), 'text-anchor="end"')}`,
  );
  const marks = rows.map(({ passages }) =>
    text(x(passages), top + height + 18, passages.toLocaleString('en'), 'text-anchor="middle"'),
  );
  const lines = series.map(({ name, colour, of }) => {
    const points = rows.map(row => `${x(row.passages).toFixed(1)},${y(of(row)).toFixed(1)}`);
    const dots = points.map(
      point => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`,
    );
    const end = rows.at(-1);
    const label = end ? text(x(last) + 8, y(of(end)) + 4, name, `fill="${colour}"`) : '';
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${label}`;
  });
  const head = text(offset + left, top - 14, title, 'font-weight="bold"');
  return [head, ...grid, ...marks, ...lines].join('\n');
};

/** The rows as a picture: what a reader loads and what the build takes, by the number of passages. */
export const chart = (rows: readonly ScaleRow[]): string => {
  const whole = left + width + gap;
  const size = `0 0 ${whole * panels.length} ${top + height + 32}`;
  const drawn = panels.map((panel, i) => panelOf(panel, rows, i * whole));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}" font-family="sans-serif" font-size="12" fill="#333">
<title>Search on statutes: what a reader loads, and how it is built, by the number of passages</title>
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
</svg>
`;
};
