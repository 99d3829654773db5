import { describe, expect, test } from 'vitest';
import { barChart, lineChart } from '#src/views/chart.ts';

const bars = [
  { name: '工业 <b>', value: 50, shown: '50' },
  { name: '商贸', value: 100, shown: '100' },
  { name: '银行', value: null, shown: '—' },
  { name: '工地', value: 0, shown: '0' },
];
const chart = { id: 'x', title: '复工企业', says: '一句话', bars };

describe('barChart', () => {
  const svg = String(barChart(chart));

  test('is named and told to whoever cannot see it', () => {
    expect(svg).toContain('role="img" aria-labelledby="x-title x-says"');
    expect(svg).toContain('<title id="x-title">复工企业</title><desc id="x-says">一句话</desc>');
  });

  test('draws bars to scale, and none where there is no number or none to count', () => {
    expect([...svg.matchAll(/<rect [^>]*width="(\d+)"/g)].map(match => match[1])).toEqual(['135', '270']);
    expect(svg.match(/class="chart-none"/g)).toHaveLength(2);
    expect(svg).toContain('>—</text>');
  });

  test('takes words as words, and brings no style, colour or script of its own', () => {
    expect(svg).toContain('工业 &lt;b&gt;');
    expect(svg).not.toMatch(/style=|<script|#[0-9a-f]{3,6}\b|fill="|on\w+=/i);
  });

  test('is not there when nobody knows anything', () => {
    expect(String(barChart({ ...chart, bars: bars.slice(2, 3) }))).toBe('');
  });
});

describe('lineChart', () => {
  const points = [1, 3, null, 5, 5].map((value, i) => ({
    name: `第${i + 1}周`,
    value,
    shown: value === null ? '—' : String(value),
  }));
  const line = (values: typeof points) => String(lineChart({ ...chart, points: values }));

  test('never joins two points across one that nobody knows', () => {
    const svg = line(points);
    expect(svg.match(/<circle/g)).toHaveLength(4);
    expect(
      [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(match => match[1]?.split(' ').length),
    ).toEqual([2, 2]);
    expect(svg).toContain('第1周');
    expect(svg).toContain('第5周');
  });

  test('stands on 0: the largest is at the top, nothing on the ground line', () => {
    const svg = line([0, 10].map((value, i) => ({ name: String(i), value, shown: String(value) })));
    expect([...svg.matchAll(/cy="(\d+)"/g)].map(match => match[1])).toEqual(['136', '26']);
  });

  test('a single point is no line', () => {
    expect(line(points.slice(0, 1))).toBe('');
    expect(line(points.slice(2, 4))).toBe('');
  });
});
