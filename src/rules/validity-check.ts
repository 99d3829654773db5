import { type Dates, firstDay, knownFrom, type State, sayValidity, validityOn } from '#src/rules/validity.ts';

/** Where declared and computed part: the field, what is wrong and what to write, for the editor. */
export type Disagreement = {
  readonly path: readonly (string | number)[];
  readonly wrong: string;
  readonly fix: string;
};

/** What may be computed from the dates alone on the day when the issuer's word was checked. */
const agree: Readonly<Record<NonNullable<Dates['validity']>, readonly State[]>> = {
  valid: ['in-force', 'ending', 'spent', 'suspended', 'unknown'],
  partial: ['in-force', 'ending', 'spent', 'suspended', 'unknown'],
  pending: ['pending', 'unknown'],
  lapsed: ['expired', 'superseded'],
  repealed: ['expired', 'superseded'],
};

/**
 * A word that says more than the dates is no conflict: a lapse may be declared of a document that states no end, a beginning
 * may be declared open of one that states no first day.
 */
const declared = (dates: Dates): Disagreement[] => {
  if (dates.validity === null) return [];
  const validity = validityOn({ ...dates, validity: null }, dates.checkedOn);
  const { state, next } = validity;
  if (agree[dates.validity].includes(state)) return [];
  const open = dates.validity === 'pending' ? dates.effectiveFrom === null : next === null;
  if (['lapsed', 'repealed', 'pending'].includes(dates.validity) && open) return [];
  return [
    {
      path: ['validity'],
      wrong: `声明的是 ${dates.validity}，按日期推算到${dates.checkedOn}却是“${sayValidity(validity, dates.checkedOn, 'zh-Hans')}”`,
      fix: '核对 effectiveFrom、ends、supersededBy、spent、suspended 和 checkedOn；没有声明写 null',
    },
  ];
};

const start = (dates: Dates): string | null => {
  const known = dates.effectiveFrom ?? knownFrom(dates);
  return known === null ? null : firstDay(known);
};

const turned = (dates: Dates): Disagreement[] => {
  const from = start(dates);
  const begins = [
    ['supersededBy', dates.supersededBy] as const,
    ['spent', dates.spent] as const,
    ['suspended', dates.suspended] as const,
  ];
  const early = begins.flatMap(([name, value]) =>
    from !== null && value !== null && value.from < from
      ? [
          {
            path: [name, 'from'],
            wrong: `${value.from} 早于文件开始的 ${from}`,
            fix: '核对两个日期，把错的改掉',
          },
        ]
      : [],
  );
  const ends = dates.ends.flatMap((end, i) =>
    from !== null && end.scope === null && end.date < from
      ? [
          {
            path: ['ends', i, 'date'],
            wrong: `${end.date} 早于文件开始的 ${from}`,
            fix: '核对两个日期，把错的改掉',
          },
        ]
      : [],
  );
  const { suspended } = dates;
  const backwards =
    suspended?.to && suspended.to < suspended.from
      ? [
          {
            path: ['suspended', 'to'],
            wrong: `${suspended.to} 早于 ${suspended.from}`,
            fix: '先写开始日，再写最后一天',
          },
        ]
      : [];
  return [...early, ...ends, ...backwards];
};

/** Every place where what is declared of a policy and what its dates give do not fit; empty when they agree. */
export const disagreements = (dates: Dates): readonly Disagreement[] => [
  ...turned(dates),
  ...declared(dates),
];
