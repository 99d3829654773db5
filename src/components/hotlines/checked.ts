import { addDays, type Day, dayOf } from '#src/rules/day.ts';

/** Days after which a number is due to be checked again: the same as `npm run content:review` asks for. */
const good = 180;

/** The last day on which a check of that day still counts. */
export const staleAfter = (checkedOn: Day): Day => addDays(checkedOn, good);

/** Whether it has not been checked again in time, as of this build; the page's script looks again when it is read. */
export const isStale = (checkedOn: Day): boolean => dayOf(new Date()) > staleAfter(checkedOn);
