import { html, nothing, type View } from './html.ts';

/**
 * Charts drawn on the server: SVG without script or style of its own. Each stands beside the table that says the same in numbers, so a
 * screen reader is given the sentence of the chart and then the table. Drawn 360 wide, the width of a phone, so that its letters stay readable.
 */
const width = 360;

export type Bar = {
  readonly name: string;
  /** Null where there is no number: no bar, and never one of length 0. */ readonly value: number | null;
  /** The number in words. */ readonly shown: string;
};

export type BarChart = {
  /** Unique on its page. */ readonly id: string;
  readonly title: string;
  /** What is seen, in a sentence. */ readonly says: string;
  readonly bars: readonly Bar[];
};

const step = 46;

const barView = ({ name, value, shown }: Bar, most: number, y: number): View => {
  // Room is kept at the end of the longest bar for its number.
  const long = value === null || most === 0 ? 0 : Math.max(1, Math.round((value / most) * 270));
  const rect =
    value === null || value === 0
      ? html`<line class="chart-none" x1="0.5" x2="0.5" y1="${y + 20}" y2="${y + 36}"/>`
      : html`<rect x="0" y="${y + 20}" width="${long}" height="16" rx="2"/>`;
  return html`<g><text class="chart-name" x="0" y="${y + 13}">${name}</text>${rect}<text class="chart-value" x="${long + 7}" y="${y + 33}">${shown}</text></g>`;
};

const named = ({ id, title, says }: Pick<BarChart, 'id' | 'title' | 'says'>): View =>
  html`<title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>`;

/** Lying bars, each under its name with its number at the end. Nothing where there is nothing to draw. */
export const barChart = (chart: BarChart): View => {
  const { id, bars } = chart;
  if (bars.every(bar => bar.value === null)) return nothing;
  const most = Math.max(0, ...bars.map(bar => bar.value ?? 0));
  return html`<svg class="chart-svg" viewBox="0 0 ${width} ${bars.length * step}" role="img" aria-labelledby="${id}-title ${id}-says">${named(chart)}${bars.map((bar, i) => barView(bar, most, i * step))}</svg>`;
};

export type LineChart = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Oldest first; null leaves a gap in the line. */
  readonly points: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly shown: string;
  }[];
};

const [top, base, side] = [26, 136, 8] as const;

/** Runs of known values: a line is never drawn across what nobody knows. */
const runsOf = <T>(places: readonly (T | null)[]): readonly (readonly T[])[] => {
  const runs: T[][] = [[]];
  for (const place of places) {
    if (place === null) runs.push([]);
    else runs.at(-1)?.push(place);
  }
  return runs.filter(run => run.length > 0);
};

type Place = { readonly x: number; readonly y: number; readonly shown: string };

const runView = (run: readonly Place[]): View =>
  html`${run.length > 1 ? html`<polyline points="${run.map(({ x, y }) => `${x},${y}`).join(' ')}"/>` : nothing}${run.map(({ x, y }) => html`<circle cx="${x}" cy="${y}" r="3"/>`)}`;

/** How a number went from day to day, from 0 up. Nothing where fewer than two are known. */
export const lineChart = (chart: LineChart): View => {
  const { id, points } = chart;
  const known = points.filter(point => point.value !== null);
  if (known.length < 2) return nothing;
  const most = Math.max(1, ...known.map(point => point.value ?? 0));
  const apart = (width - side * 2) / Math.max(1, points.length - 1);
  const places = points.map(({ value, shown }, i): Place | null =>
    value === null
      ? null
      : {
          x: Math.round(side + i * apart),
          y: Math.round(base - (value / most) * (base - top)),
          shown,
        },
  );
  const last = places.filter(place => place !== null).at(-1);
  const label = last
    ? html`<text class="chart-value${last.x > width / 2 ? ' chart-end' : ''}" x="${last.x}" y="${last.y - 10}">${last.shown}</text>`
    : nothing;
  return html`<svg class="chart-svg chart-line" viewBox="0 0 ${width} 160" role="img" aria-labelledby="${id}-title ${id}-says">${named(chart)}<line class="chart-none" x1="0" x2="${width}" y1="${base}" y2="${base}"/>${runsOf(places).map(runView)}${label}<text class="chart-name" x="0" y="155">${points[0]?.name}</text><text class="chart-name chart-end" x="${width}" y="155">${points.at(-1)?.name}</text></svg>`;
};
