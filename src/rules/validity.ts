import { type Lang, say, type Words, w } from '#src/i18n/words.ts';
import { type Day, dayInWords, daysBetween } from '#src/rules/day.ts';

/** An end date: when it was announced, by which document, for whom; `scope` null is everyone. */
export type End = {
  readonly date: Day;
  readonly announced: Day;
  readonly by: string;
  readonly scope: string | null;
};

/** The dates of a policy. `issued`, `effectiveFrom` may be known to the month or year only. */
export type Dates = {
  readonly published: Day | null;
  readonly issued: string | null;
  readonly effectiveFrom: string | null;
  readonly ends: readonly End[];
  /** 有效性 as the issuer declared it by `checkedOn`; null where nothing is declared. */
  readonly validity: 'valid' | 'partial' | 'lapsed' | 'repealed' | 'pending' | null;
  readonly checkedOn: Day;
  /** From the day a newer document stands in its place. */
  readonly supersededBy: { readonly from: Day } | null;
  /** From the day the quota is used up. */
  readonly spent: { readonly from: Day } | null;
  /** Both days included; `to` null is until further notice. */
  readonly suspended: { readonly from: Day; readonly to: Day | null } | null;
};

/** On any day a policy is in exactly one of these; where two would fit, the earlier in this list. */
export const states = [
  'unpublished',
  'superseded',
  'expired',
  'pending',
  'spent',
  'suspended',
  'unknown',
  'ending',
  'in-force',
] as const;
export type State = (typeof states)[number];

export type Validity = {
  readonly state: State;
  /** The first day, where the policy has not begun. */
  readonly from: string | null;
  /** The end dates announced by the day, one a scope, the soonest first. */
  readonly ends: readonly End[];
  /** The soonest end not yet past. */
  readonly next: End | null;
  /** Days from the day to that end; 0 is the last day. */
  readonly daysLeft: number | null;
};

/** A policy that ends within this many days is said to end soon. */
const soon = 30;

/** The first day a partial date can mean: `2020-02` gives `2020-02-01`. */
export const firstDay = (date: string): Day => `${date}-01-01`.slice(0, 10);

/** The day from which a reader can know of the policy: published, else issued (成文); null where neither was found. */
export const knownFrom = (dates: Pick<Dates, 'published' | 'issued'>): string | null =>
  dates.published ?? dates.issued;

/** Whether the policy was made public only after the day. */
export const isLater = (dates: Pick<Dates, 'published' | 'issued'>, day: Day): boolean => {
  const known = knownFrom(dates);
  return known !== null && firstDay(known) > day;
};

/** End dates announced by the day: for one scope the latest announcement replaces the earlier ones. */
export const endsOn = (ends: readonly End[], day: Day): readonly End[] => {
  const known = ends
    .filter(end => end.announced <= day)
    .sort((a, b) => a.announced.localeCompare(b.announced));
  const latest = new Map(known.map(end => [end.scope, end]));
  return [...latest.values()].sort((a, b) => a.date.localeCompare(b.date));
};

/** What an issuer declared counts from the day it was checked; before that the dates speak. */
const notBegun = (dates: Dates, day: Day): boolean =>
  dates.effectiveFrom === null
    ? dates.validity === 'pending' && day <= dates.checkedOn
    : firstDay(dates.effectiveFrom) > day;

const withdrawn = (dates: Dates, day: Day): boolean =>
  (dates.validity === 'lapsed' || dates.validity === 'repealed') && day >= dates.checkedOn;

const isSuspended = ({ suspended }: Dates, day: Day): boolean =>
  suspended !== null && suspended.from <= day && (suspended.to === null || day <= suspended.to);

const stateOf = (dates: Dates, day: Day, ends: readonly End[], daysLeft: number | null): State => {
  if (isLater(dates, day)) return 'unpublished';
  if (dates.supersededBy && dates.supersededBy.from <= day) return 'superseded';
  if (withdrawn(dates, day) || (ends.length > 0 && daysLeft === null)) return 'expired';
  if (notBegun(dates, day)) return 'pending';
  if (dates.spent && dates.spent.from <= day) return 'spent';
  if (isSuspended(dates, day)) return 'suspended';
  if (knownFrom(dates) === null && dates.effectiveFrom === null) return 'unknown';
  return daysLeft !== null && daysLeft <= soon ? 'ending' : 'in-force';
};

/** The validity of a policy as a reader of the day could know it (`published`, `ends`). */
export const validityOn = (dates: Dates, day: Day): Validity => {
  const ends = endsOn(dates.ends, day);
  const next = ends.find(end => end.date >= day) ?? null;
  const daysLeft = next && daysBetween(day, next.date);
  const state = stateOf(dates, day, ends, daysLeft);
  return { state, from: dates.effectiveFrom, ends, next, daysLeft };
};

const words = {
  unpublished: w('这一天还没有公开', 'Not public on this day'),
  pending: w('还未开始', 'Not yet begun'),
  pendingFrom: w('还未开始（{date}起）', 'Not yet begun (from {date})'),
  open: w('执行中，文件未写截止日期', 'In force, no end date stated'),
  until: w('执行中，{date}截止，还剩{days}天', 'In force until {date}, {days} days left'),
  first: w('执行中，最早{date}截止，还剩{days}天', 'In force, first end {date}, {days} days left'),
  last: w('执行中，今天截止', 'In force, ends today'),
  expired: w('已到期', 'Ended'),
  superseded: w('已被新文件替代', 'Replaced by a newer document'),
  spent: w('额度已用完', 'Quota used up'),
  suspended: w('暂停执行', 'Suspended'),
  unknown: w('成文日期未核到', 'Date of issue not found'),
} as const satisfies Record<string, Words>;

/** `4月30日`, with the year where it is another than the day's; `30 April 2020` in English. */
export const dateIn = (lang: Lang, date: string, day: Day | null = null): string => {
  if (lang === 'zh-Hans') {
    const sameYear = day !== null && date.length > 4 && date.slice(0, 4) === day.slice(0, 4);
    return sameYear ? dayInWords(date).slice(5) : dayInWords(date);
  }
  const [, month, dayOfMonth] = date.split('-');
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(dayOfMonth ? { day: 'numeric' } : {}),
  }).format(new Date(`${firstDay(date)}T00:00:00Z`));
};

/** The state in the words of the strip: 执行中，6月30日截止，还剩102天. */
export const sayValidity = (validity: Validity, day: Day, lang: Lang): string => {
  const { state, from, next, daysLeft } = validity;
  if (state === 'pending' && from) return say(words.pendingFrom, lang, { date: dateIn(lang, from, day) });
  if ((state !== 'in-force' && state !== 'ending') || !next || daysLeft === null) {
    return say(state === 'in-force' || state === 'ending' ? words.open : words[state], lang);
  }
  if (daysLeft === 0 && validity.ends.length === 1) return say(words.last, lang);
  const sentence = new Set(validity.ends.map(end => end.date)).size > 1 ? words.first : words.until;
  return say(sentence, lang, { date: dateIn(lang, next.date, day), days: daysLeft });
};
