import type { Hit } from '#src/search/query.ts';

type Place = Pick<Hit, 'passage' | 'marks' | 'url'>;

/** The clauses of a passage with their places; a clause stands on its page in one piece. */
const clausesOf = (passage: string): readonly (readonly [start: number, end: number])[] =>
  [...passage.matchAll(/[^。；！？：\n]+/g)].map(match => [match.index, match.index + match[0].length]);

const longest = 60;

/** The clause that holds most of the marked words; '' where none is marked. */
export const clauseOf = ({ passage, marks }: Pick<Place, 'passage' | 'marks'>): string => {
  let best = { text: '', marked: 0 };
  for (const [start, end] of clausesOf(passage)) {
    const marked = marks
      .filter(([from, to]) => from >= start && to <= end)
      .reduce((sum, [from, to]) => sum + to - from, 0);
    const text = passage.slice(start, end).trim();
    if (marked > best.marked && text.length <= longest) best = { text, marked };
  }
  return best.text;
};

/**
 * The address of a passage that shows itself on arrival: the browser marks the words of a text fragment by itself, without a
 * script. Where it knows no text fragments (`marks` false), the anchor alone is marked, by the style sheet.
 */
export const targetOf = (hit: Place, marks: boolean): string => {
  const clause = marks ? clauseOf(hit) : '';
  if (clause === '') return hit.url;
  const text = encodeURIComponent(clause).replaceAll('-', '%2D');
  return `${hit.url}${hit.url.includes('#') ? '' : '#'}:~:text=${text}`;
};

/** The part of a passage to show, at most `room` characters around its first marks, and the marks within it. */
export const excerptOf = (
  { passage, marks }: Pick<Place, 'passage' | 'marks'>,
  room: number,
): { readonly text: string; readonly marks: Place['marks'] } => {
  if (passage.length <= room) return { text: passage, marks };
  const lead = marks[0]?.[0] ?? 0;
  const before = passage.slice(0, lead).search(/[^。；！？]*$/);
  const start = lead - before < room / 3 ? Math.max(0, before) : Math.max(0, lead - Math.floor(room / 6));
  const end = Math.min(passage.length, start + room);
  const [head, tail] = [start > 0 ? '……' : '', end < passage.length ? '……' : ''];
  const shift = head.length - start;
  return {
    text: head + passage.slice(start, end) + tail,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift] as const),
  };
};
