import {
  monthDay as monthDayWords,
  months,
  shiftDays,
  weekdays,
  hoursWords as words,
} from '#src/i18n/hours.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Day, dayOf, daysBetween, timeOf, weekday } from '#src/rules/day.ts';
import { clock, type Shift, type Standing, shiftsOn } from '#src/rules/hours.ts';

const weekdayIn = (day: Day, lang: Lang): string => weekdays[weekday(day) - 1]?.[lang] ?? '';

/** `10月9日`, `Oct 9`. */
const monthDay = (day: Day, lang: Lang): string => {
  const month = months[Number(day.slice(5, 7)) - 1]?.[lang] ?? '';
  return say(monthDayWords, lang, { month, day: Number(day.slice(8)) });
};

/** `17:00` today, `周一 8:30` within a week, `10月9日 8:30` later. Midnight that ends today is `24:00`. */
const whenIn = (lang: Lang, then: Date, at: Date): string => {
  const day = dayOf(then);
  const time = clock(timeOf(then));
  const days = daysBetween(dayOf(at), day);
  if (days === 0) return time;
  if (days === 1 && time === '0:00') return '24:00';
  return say(words.onDay, lang, { day: days < 7 ? weekdayIn(day, lang) : monthDay(day, lang), time });
};

/** What is said of a number at an instant: `现在可以打，到 17:00`, `现已下班，周一 8:30 起`, `接听时间未核实`. */
export const sayStanding = (standing: Standing, at: Date, lang: Lang): string => {
  switch (standing.tag) {
    case 'open':
      return standing.until
        ? say(words.openUntil, lang, { until: whenIn(lang, standing.until, at) })
        : words.open[lang];
    case 'unknown':
    case 'shut':
      return words[standing.tag][lang];
    default:
      return say(words[standing.tag], lang, { opens: whenIn(lang, standing.opens, at) });
  }
};

const spanIn = ({ from, to }: Shift, lang: Lang): string => {
  if (from === '00:00' && to === '24:00') return words.allHours[lang];
  return `${clock(from)}–${to <= from ? words.nextDay[lang] : ''}${clock(to)}`;
};

const joined = (shifts: readonly Shift[], lang: Lang): string =>
  shifts.map(shift => spanIn(shift, lang)).join(lang === 'zh-Hans' ? '、' : ', ');

/** The usual hours: `工作日 8:30–12:00、13:00–17:00`, `24小时`, `每天 20:00–次日8:00`. '' where none are known. */
export const usualHours = (shifts: readonly Shift[], lang: Lang): string => {
  const [first] = shifts;
  if (shifts.length === 1 && first?.days === 'every' && spanIn(first, lang) === words.allHours[lang])
    return words.allHours[lang];
  const kinds = [...new Set(shifts.map(({ days }) => days))];
  return kinds
    .map(
      kind =>
        `${shiftDays[kind][lang]} ${joined(
          shifts.filter(({ days }) => days === kind),
          lang,
        )}`,
    )
    .join(lang === 'zh-Hans' ? '；' : '; ');
};

/** The hours of one day, as known on the day `asOf`: `8:30–12:00、13:00–17:00`, or `休息`. */
export const hoursOn = (
  shifts: readonly Shift[],
  calendar: Calendar,
  day: Day,
  asOf: Day,
  lang: Lang,
): string => joined(shiftsOn(shifts, calendar, day, asOf), lang) || words.noHours[lang];

/** `3月20日 周五` */
export const dayAndWeekday = (day: Day, lang: Lang): string =>
  `${monthDay(day, lang)} ${weekdayIn(day, lang)}`;

/**
 * The moment for which the standings on a page hold, and where the holidays of its year are not known yet. `isNow` false: it is one of a day
 * that a reader asked for.
 */
export const sayMoment = (at: Date, calendar: Calendar, lang: Lang, isNow = true): string => {
  const day = dayOf(at);
  const year = day.slice(0, 4);
  const told = say(isNow ? words.now : words.thatDay, lang, {
    day: monthDay(day, lang),
    weekday: weekdayIn(day, lang),
    time: clock(timeOf(at)),
  });
  if (calendar.years[year]) return told;
  return [told, say(words.untabled, lang, { year })].join(lang === 'zh-Hans' ? '' : ' ');
};
