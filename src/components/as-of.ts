import { sayValidity, type Validity, validityOn } from '#src/rules/validity.ts';
import { unpackDates } from '#src/rules/validity-pack.ts';
import { all, askedDay, keepDay, lang } from './asked-day.ts';

/** Gives an element with dates the state of the day. */
export const turn = (element: HTMLElement, day: string): Validity => {
  const dates = unpackDates(element.dataset.dates ?? '');
  const validity = validityOn(dates, day);
  element.dataset.state = validity.state;
  for (const state of all('.state', element)) state.textContent = sayValidity(validity, day, lang);
  for (const note of all('[data-when]', element)) {
    note.hidden = !note.dataset.when?.split(' ').includes(validity.state);
  }
  for (const line of all('[data-end]', element)) {
    const end = dates.ends[Number(line.dataset.end)];
    line.hidden = end ? !validity.ends.includes(end) : validity.ends.length > 0;
  }
  return validity;
};

/**
 * Makes the page true on the day it is read, or on the day that `?asof=` asks for, by the same rules that built it. What has dates
 * (`data-dates`) gets its state anew; what is said of certain states (`data-when`), of certain ends (`data-end`) is
 * shown and hidden. `more` does what a page does besides on another day than the one it was built for.
 */
export const readDay = async (more?: (day: string) => Promise<void>): Promise<void> => {
  const asked = askedDay();
  if (!asked) return;
  const { built, day, other } = asked;
  if (day !== built) {
    for (const element of all('[data-dates]')) turn(element, day);
    await more?.(day);
  }
  if (other) keepDay(other);
};
