/** What a reader looks for, as it stands in the address behind `#`, where no server sees it. */
export type Asked = {
  readonly q: string;
  readonly kind: string;
  readonly level: string;
  readonly region: string;
  readonly topic: string;
  /** '' for the site's own day. */
  readonly day: string;
  readonly valid: boolean;
  readonly newest: boolean;
  readonly count: number;
};

/** How many hits are shown at first, and how many more at a press. */
export const step = 10;

const longest = 120;

export const nothingAsked: Asked = {
  q: '',
  kind: '',
  level: '',
  region: '',
  topic: '',
  day: '',
  valid: false,
  newest: false,
  count: step,
};

/** The filters and their names in the address, in order. */
export const sieves = ['kind', 'level', 'region', 'topic'] as const;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Reads what follows `#`, or a form's `?q=`. What cannot be is taken for not chosen. */
export const readAsked = (text: string): Asked => {
  const from = new URLSearchParams(text);
  const short = (name: string): string => (from.get(name) ?? '').trim().slice(0, longest);
  const day = short('day');
  const count = Number(from.get('n') ?? step);
  return {
    q: short('q'),
    kind: short('kind'),
    level: short('level'),
    region: short('region'),
    topic: short('topic'),
    day: isDay(day) ? day : '',
    valid: from.get('valid') === '1',
    newest: from.get('sort') === 'newest',
    count: Number.isInteger(count) && count > step && count <= 1000 ? count : step,
  };
};

/** The same as text for the address, without what is not chosen. */
export const writeAsked = (asked: Asked): string => {
  const to = new URLSearchParams();
  if (asked.q) to.set('q', asked.q);
  for (const name of sieves) if (asked[name]) to.set(name, asked[name]);
  if (asked.day) to.set('day', asked.day);
  if (asked.valid) to.set('valid', '1');
  if (asked.newest) to.set('sort', 'newest');
  if (asked.count > step) to.set('n', String(asked.count));
  return to.toString();
};

/** How many filters are chosen; sorting is none. */
export const siftedBy = (asked: Asked): number =>
  sieves.filter(name => asked[name] !== '').length + Number(asked.day !== '') + Number(asked.valid);
