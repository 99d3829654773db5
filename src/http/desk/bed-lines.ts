import type { SiteSeen, StaySeen, Waiting } from '#src/beds/desk.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { bedTold, siteKindNames, bedWords as words } from '#src/i18n/desk-beds.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { StayLine } from '#src/views/desk/bed-site.ts';
import type { SiteLine, WaitLine } from '#src/views/desk/beds.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { nothing, type View } from '#src/views/html.ts';
import { areaName, enterpriseOf } from './rows.ts';

const hundredths = (part: number, whole: number): number => Math.min(100, Math.round((100 * part) / whole));

/** A site in words. */
export const siteLine = (front: Front, site: SiteSeen, lang: Lang): SiteLine => {
  const { capacity, resident, reserved, arrived } = site;
  const lived = hundredths(resident, capacity);
  return {
    id: site.id,
    name: site.name,
    facts: [siteKindNames[site.kind][lang], areaName(front, site.area, lang)].join(' · '),
    free: site.free,
    open: site.state === 'open',
    sums: say(words.sums, lang, { capacity, resident, reserved, arrived }),
    shares: [lived, Math.min(100 - lived, hundredths(reserved, capacity))],
  };
};

/** A case that waits, in words. */
export const waitLine = (front: Front, wait: Waiting, lang: Lang): WaitLine => {
  const { persons, given, waiting } = wait;
  const kind = wait.kind === '' ? [] : [siteKindNames[wait.kind][lang]];
  return {
    number: wait.number,
    shown: front.showNumber(wait.number),
    enterprise: enterpriseOf({ enterprise: wait.enterprise, complaint: 0 }, lang),
    facts: [...kind, areaName(front, wait.area, lang)].join(' · '),
    wants: say(words.wants, lang, { persons, given }),
    waiting,
    arrives:
      wait.arrival === '' ? '' : ` · ${say(words.arrives, lang, { day: shortDay(wait.arrival, lang) })}`,
  };
};

const day = 86_400_000;

/** A stay in words, and how many each act may move. */
export const stayLine = (
  front: Front,
  stay: StaySeen,
  { today, mayAct }: { readonly today: string; readonly mayAct: boolean },
  lang: Lang,
): StayLine => {
  const { persons, expected, living, departed, cancelled, plannedTo } = stay;
  const isOver = plannedTo !== '' && plannedTo < today && living > 0;
  const n = isOver ? Math.round((Date.parse(today) - Date.parse(plannedTo)) / day) : 0;
  const until = plannedTo === '' ? '' : say(words.until, lang, { day: shortDay(plannedTo, lang) });
  const gone = cancelled > 0 ? say(words.cancelledNote, lang, { cancelled }) : '';
  const acts = [
    { act: 'in', most: expected },
    { act: 'out', most: living },
    { act: 'cancelled', most: expected },
  ] as const;
  return {
    id: stay.id,
    number: stay.number,
    shown: stay.number === '' ? '' : front.showNumber(stay.number),
    what: say(words.stay, lang, { persons, from: shortDay(stay.fromDay, lang) }) + until,
    over: isOver ? say(words.over, lang, { n }) : '',
    course: say(words.course, lang, { expected, living, departed }) + gone,
    acts: acts.filter(one => one.most > 0),
    mayAct,
  };
};

type Tag = keyof typeof bedTold;
const isTag = (tag: string): tag is Tag => Object.hasOwn(bedTold, tag);

/** What came of an act, on top of the page. */
export const toldOf = (tag: string, lang: Lang): View => {
  if (!isTag(tag)) return nothing;
  return tag === 'done' || tag === 'again' ? doneView(bedTold[tag][lang]) : noticeView(bedTold[tag][lang]);
};

/** What was done a moment ago, as the address says. */
export const toldIn = ({ url, lang }: Ask): View => {
  const done = url.searchParams.get('done');
  return done === 'done' || done === 'again' ? toldOf(done, lang) : nothing;
};

/** A whole number above 0, of at most five digits; null for anything else. */
export const countIn = (typed: string): number | null => {
  const text = typed.normalize('NFKC').trim();
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
};

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
