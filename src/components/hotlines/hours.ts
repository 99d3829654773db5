import { langs } from '#src/i18n/words.ts';
import { unpackCalendar } from '#src/rules/calendar-pack.ts';
import { addDays, dayOf, instant, timeOf } from '#src/rules/day.ts';
import { standingAt, unpackShifts } from '#src/rules/hours.ts';
import { dayAndWeekday, hoursOn, sayMoment, sayStanding } from '#src/rules/hours-words.ts';
import { all, askedDay, keepDay } from '../asked-day.ts';
import { showSpans } from '../spans.ts';

/**
 * Says of every number whether it can be called now, by the clock of this device read as Beijing time and the calendar that the page brings,
 * and again every minute; on a day that `?asof=` asks for, which numbers there were, and whether somebody picked up at this time of that
 * day. Without it the page says the usual hours and of which day it speaks.
 */
const lang = langs.find(one => one === document.documentElement.lang) ?? 'zh-Hans';
const asked = askedDay();
const moment = document.querySelector<HTMLElement>('[data-calendar]');
const calendar = unpackCalendar(moment?.dataset.calendar ?? '');

const showWeek = (table: HTMLElement, today: string): void => {
  const shifts = unpackShifts(table.dataset.week ?? '');
  for (const [n, row] of [...table.querySelectorAll('tbody tr')].entries()) {
    const day = addDays(today, n);
    const [head, hours] = row.children;
    if (head) head.textContent = dayAndWeekday(day, lang);
    if (hours) hours.textContent = hoursOn(shifts, calendar, day, today, lang);
  }
};

/** What is said of hours at a moment; most of a directory keeps the same few, and each is looked at once. */
const sayingAt = (now: Date) => {
  const said = new Map<string, { readonly text: string; readonly tag: string }>();
  return (hours: string) => {
    const known = said.get(hours);
    if (known) return known;
    const standing = standingAt(unpackShifts(hours), calendar, now);
    const saying = { text: sayStanding(standing, now, lang), tag: standing.tag };
    said.set(hours, saying);
    return saying;
  };
};

/** Which numbers there are on the day: what begins later is hidden, what is empty then with it. */
const showLines = (day: string): void => {
  for (const line of all('[data-since]')) line.hidden = day < (line.dataset.since ?? '');
  for (const note of all('[data-before]')) note.hidden = day >= (note.dataset.before ?? '');
  for (const part of all('[data-part]')) {
    part.hidden = part.querySelector('li:not([hidden])') === null;
    const chip = document.querySelector(`.chips [href="#${part.dataset.part}"]`);
    chip?.parentElement?.toggleAttribute('hidden', part.hidden);
  }
  const anchor = decodeURIComponent(location.hash.slice(1));
  all('[data-line]')
    .find(({ dataset, hidden }) => dataset.line === anchor && !hidden)
    ?.scrollIntoView();
};

/** This moment, or the same time of the day that was asked for. */
const momentAt = (now: Date): Date => (asked?.other ? instant(asked.other, timeOf(now)) : now);

const show = (now: Date): void => {
  const today = dayOf(now);
  if (moment) moment.textContent = sayMoment(now, calendar, lang, !asked?.other);
  const say = sayingAt(now);
  for (const place of all('[data-hours]')) {
    const { text, tag } = say(place.dataset.hours ?? '');
    if (place.textContent !== text) place.textContent = text;
    place.dataset.now = tag;
  }
  for (const note of all('[data-stale]')) note.hidden = today <= (note.dataset.stale ?? '');
  for (const table of all('[data-week]')) showWeek(table, today);
};

const tick = (): void => {
  show(momentAt(new Date()));
  setTimeout(tick, 60_000 - (Date.now() % 60_000));
};
if (asked && (asked.other || asked.day !== asked.built)) {
  showLines(asked.day);
  showSpans(asked.day);
}
if (asked?.other) keepDay(asked.other);
tick();
// A page that was put away shows the moment it left; its timer may be late.
document.addEventListener('visibilitychange', () => show(momentAt(new Date())));
