import { type Lang, say, w } from '#src/i18n/words.ts';
import { type IndustryCode, industries, type Least, type Measure, measures } from '#src/rules/size-table.ts';

/** The measures that an industry counts by, two or one: the others are not asked. */
export const measuresOf = (industry: IndustryCode): ReadonlySet<string> =>
  new Set(Object.keys({ ...industries[industry].large, ...industries[industry].small }));

/** 大型、中型、小型、微型, the largest first. */
export const sizes = ['large', 'medium', 'small', 'micro'] as const;
export type Size = (typeof sizes)[number];

/** Staff in persons, revenue and assets in 万元; null where unknown. */
export type Figures = Readonly<Record<Measure, number | null>>;

const above = ['large', 'medium', 'small'] as const;

/** Whether every figure is reached: null while one that is unknown decides. */
const reaches = (least: Least, figures: Figures): boolean | null => {
  const asked = measures.flatMap(measure => {
    const needed = least[measure];
    if (needed === undefined) return [];
    const given = figures[measure];
    return [given === null ? null : given >= needed];
  });
  if (asked.includes(false)) return false;
  return asked.includes(null) ? null : true;
};

/**
 * The sizes an enterprise can have by 工信部联企业〔2011〕300号, the largest first: one when every figure that matters is known, several
 * while an unknown one decides.
 */
export const sizesOf = (industry: IndustryCode, figures: Figures): readonly Size[] => {
  const possible: Size[] = [];
  for (const size of above) {
    const reached = reaches(industries[industry][size], figures);
    if (reached !== false) possible.push(size);
    if (reached === true) return possible;
  }
  return [...possible, 'micro'];
};

/** Words of sizes and measures. */
export const sizeWords = {
  large: w('大型', 'large'),
  medium: w('中型', 'medium'),
  small: w('小型', 'small'),
  micro: w('微型', 'micro'),
  staff: w('从业人员', 'staff'),
  revenue: w('营业收入', 'revenue'),
  assets: w('资产总额', 'total assets'),
  persons: w('{n}人', '{n}'),
  money: w('{n}万元', '{n} yuan'),
  needed: w('{measure}{n}及以上', '{measure} of at least {n}'),
  asked: w('{size}企业要求{needed}：{outcome}', 'A {size} enterprise needs {needed}: {outcome}'),
  reached: w('达到', 'reached'),
  below: w('{measure}只有{n}，没有达到', '{measure} is {n}, below that'),
  unknown: w('{measure}没有填，不能确定', '{measure} is not given, so this stays open'),
  one: w('{industry}，是{sizes}企业', '{industry}: a {sizes} enterprise'),
  several: w('{industry}，可能是{sizes}企业', '{industry}: a {sizes} enterprise'),
  and: w('，并且', ' and '),
  or: w('或', ' or '),
} as const;

const figure = (measure: Measure, n: number, lang: Lang): string => {
  if (measure === 'staff') return say(sizeWords.persons, lang, { n });
  // English has no 万: the same sum in yuan.
  return say(sizeWords.money, lang, { n: lang === 'zh-Hans' ? n : (n * 10_000).toLocaleString('en') });
};

const outcomeIn = (least: Least, figures: Figures, lang: Lang): string => {
  const named = (measure: Measure) => sizeWords[measure][lang];
  const asked = measures.filter(measure => least[measure] !== undefined);
  const low = asked.find(measure => (figures[measure] ?? Number.POSITIVE_INFINITY) < (least[measure] ?? 0));
  if (low)
    return say(sizeWords.below, lang, { measure: named(low), n: figure(low, figures[low] ?? 0, lang) });
  const open = asked.find(measure => figures[measure] === null);
  return open ? say(sizeWords.unknown, lang, { measure: named(open) }) : sizeWords.reached[lang];
};

/** What a size asks for in words: `从业人员300人及以上，并且营业收入2000万元及以上`. */
export const leastInWords = (least: Least, lang: Lang): string =>
  measures
    .flatMap(measure => {
      const n = least[measure];
      return n === undefined
        ? []
        : [say(sizeWords.needed, lang, { measure: sizeWords[measure][lang], n: figure(measure, n, lang) })];
    })
    .join(sizeWords.and[lang]);

const stepIn = (size: (typeof above)[number], least: Least, figures: Figures, lang: Lang): string => {
  const [needed, outcome] = [leastInWords(least, lang), outcomeIn(least, figures, lang)];
  return say(sizeWords.asked, lang, { size: sizeWords[size][lang], needed, outcome });
};

/** The working in sentences without full stops: what each size asks and whether it is reached, from large down; the outcome last. */
export const explain = (industry: IndustryCode, figures: Figures, lang: Lang): readonly string[] => {
  const table = industries[industry];
  const found = sizesOf(industry, figures);
  const last = above.findIndex(size => reaches(table[size], figures) === true);
  const steps = above
    .slice(0, last < 0 ? undefined : last + 1)
    .map(size => stepIn(size, table[size], figures, lang));
  const named = found.map(size => sizeWords[size][lang]).join(sizeWords.or[lang]);
  const outcome = say(found.length === 1 ? sizeWords.one : sizeWords.several, lang, {
    industry: table.name[lang],
    sizes: named,
  });
  return [...steps, outcome];
};
