import { queueWords as words } from '#src/i18n/desk-queue.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { addDays, dayOf, timeOf } from '#src/rules/day.ts';
import { html, nothing, type View } from '../html.ts';
import { timeInWords } from '../time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span as people say it: days from two days on, hours from one hour on, else minutes. */
const spanInWords = (milliseconds: number, lang: Lang): string => {
  const span = Math.abs(milliseconds);
  if (span >= 2 * day) return say(words.days, lang, { n: Math.floor(span / day) });
  if (span >= hour) return say(words.hours, lang, { n: Math.floor(span / hour) });
  return say(words.minutes, lang, { n: Math.max(1, Math.floor(span / minute)) });
};

/** A point in time beside others: `今天 17:00`, `明天 17:00`, `3月24日 17:00`; with the year where it is another. */
export const shortTime = (iso: string, now: Date, lang: Lang): string => {
  const at = new Date(iso);
  const [on, today] = [dayOf(at), dayOf(now)];
  const time = timeOf(at);
  if (on === today) return say(words.today, lang, { time });
  if (on === addDays(today, 1)) return say(words.tomorrow, lang, { time });
  if (on.slice(0, 4) !== today.slice(0, 4)) return timeInWords(iso, lang);
  const [, month, date] = on.split('-').map(Number);
  return lang === 'zh-Hans' ? `${month}月${date}日 ${time}` : `${on.slice(5)} ${time}`;
};

/** A due time and how far off it is; late is said in words, not by colour alone. */
export const dueView = (
  { due, running }: { readonly due: string /** Whether the clock runs. */; readonly running: boolean },
  now: Date,
  lang: Lang,
): View => {
  if (!running) return nothing;
  const left = Date.parse(due) - now.getTime();
  const span = spanInWords(left, lang);
  const told =
    left < 0
      ? html`<strong class="late">${say(words.late, lang, { span })}</strong>`
      : html`<span class="left${left < 4 * hour ? ' soon' : ''}">${say(words.left, lang, { span })}</span>`;
  return html`<time datetime="${due}">${shortTime(due, now, lang)}</time>${told}`;
};

/** A day beside others: `3月24日`. */
export const shortDay = (day: string, lang: Lang): string => {
  const [, month, date] = day.split('-').map(Number);
  return lang === 'zh-Hans' ? `${month}月${date}日` : day;
};

/** The day in Shanghai of a point in time, beside others. */
export const shortDayOf = (iso: string, lang: Lang): string => shortDay(dayOf(new Date(iso)), lang);

/** A point in time as an input of date and time takes it, in Shanghai: `2020-03-20T17:00`. */
export const momentOf = (at: Date): string => `${dayOf(at)}T${timeOf(at)}`;
