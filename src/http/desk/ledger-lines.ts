import { amountIn, called, itemIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import {
  allocateWords,
  ledgerTold,
  lotWords,
  matchWords,
  needWords,
  sourceNames,
  standingWords,
} from '#src/i18n/desk-ledger.ts';
import { unmetIn } from '#src/i18n/ledger.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { Acted, Hand } from '#src/ledger/acts.ts';
import type { AllocationSeen, LotSeen, NeedSeen, Supplies, Turn } from '#src/ledger/desk.ts';
import type { Reason } from '#src/ledger/match.ts';
import type { NeedLine as Need } from '#src/ledger/store.ts';
import { shortDay, shortDayOf } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import type { LotShown } from '#src/views/desk/ledger-allocate.ts';
import type { LotLine } from '#src/views/desk/ledger-lots.ts';
import type { AllocationLine } from '#src/views/desk/ledger-need.ts';
import type { NeedLine } from '#src/views/desk/ledger-parts.ts';
import { nothing, type View } from '#src/views/html.ts';
import { areaName, enterpriseOf } from './rows.ts';
import { scopeOf } from './seat.ts';
import type { SignedIn } from './session.ts';

/** A day as it is read beside others; with the year where it is far off. */
const dayIn = (day: string, lang: Lang): string => (day === '' ? '' : shortDay(day, lang));

const day = 86_400_000;
const lateBy = (from: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(from)) / day));

const hundredths = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole));

export const nameOf = (need: Need | null, lang: Lang): string =>
  enterpriseOf({ enterprise: need?.enterprise ?? '', complaint: 0 }, lang);

/** A need in words; `today` is the day that lateness is counted on. */
export const needLine = (front: Front, need: NeedSeen, today: string, lang: Lang): NeedLine => {
  const { tables } = front;
  const { asked, committed, delivered, unit } = need;
  const amount = (quantity: number) => amountIn(quantity, unit, tables, lang);
  const over = asked === null ? 0 : committed + delivered - asked;
  const given = hundredths(delivered, asked ?? committed + delivered);
  return {
    id: need.id,
    number: need.number,
    shown: front.showNumber(need.number),
    enterprise: nameOf(need, lang),
    item: itemIn(need.item, tables, lang),
    area: areaName(front, need.area, lang),
    asked: asked === null ? '' : amount(asked),
    committed: amount(committed),
    delivered: amount(delivered),
    missing: need.missing ? amount(need.missing) : '',
    over: over > 0 ? amount(over) : '',
    day: dayIn(need.criticalOn, lang),
    late: need.state === 'open' && need.missing !== 0 ? lateBy(need.criticalOn, today) : 0,
    state: need.state,
    reason: need.missing === 0 ? '' : unmetIn(need.reason, lang),
    shares: [given, Math.min(100 - given, hundredths(committed, asked ?? committed + delivered))],
  };
};

const factsOf = (front: Front, lot: LotSeen, lang: Lang): string =>
  [
    areaName(front, lot.area, lang) + (lot.place === '' ? '' : ` ${lot.place}`),
    say(lotWords.arrived, lang, { day: dayIn(lot.arrivedOn, lang) }),
    ...(lot.expiresOn === '' ? [] : [say(lotWords.expires, lang, { day: lot.expiresOn })]),
  ].join(' · ');

/** A lot in words. */
export const lotLine = (front: Front, lot: LotSeen, lang: Lang): LotLine => {
  const amount = (quantity: number) => amountIn(quantity, lot.unit, front.tables, lang);
  const given = hundredths(lot.delivered + lot.lost, lot.quantity);
  return {
    id: lot.id,
    item: itemIn(lot.item, front.tables, lang),
    spec: lot.spec,
    source: sourceNames[lot.source][lang],
    left: amount(lot.left),
    free: lot.left > 0,
    quantity: amount(lot.quantity),
    committed: amount(lot.committed),
    delivered: amount(lot.delivered),
    lost: amount(lot.lost),
    facts: factsOf(front, lot, lang),
    origin: lot.origin,
    originShown: lot.origin === '' ? '' : front.showNumber(lot.origin),
    shares: [given, Math.min(100 - given, hundredths(lot.committed, lot.quantity))],
  };
};

export const unitName = (front: Front, unit: string, lang: Lang): string =>
  front.tables.units.find(one => one.code === unit)?.name[lang] ?? unit;

/** A lot as the pages that set it aside name it. */
export const lotShown = (front: Front, lot: LotSeen, lang: Lang): LotShown => ({
  id: lot.id,
  name: [itemIn(lot.item, front.tables, lang), lot.spec].filter(Boolean).join(' · '),
  left: amountIn(lot.left, lot.unit, front.tables, lang),
  free: lot.left > 0,
  unit: unitName(front, lot.unit, lang),
});

const typed = (quantity: number, unit: string): string =>
  quantity > 0 ? String(called(quantity, unit)) : '';

/** What was promised, in words, and how much each act may move. */
export const allocationLine = (front: Front, one: AllocationSeen, lang: Lang): AllocationLine => {
  const unit = one.lot?.unit ?? '';
  const amount = (quantity: number) => amountIn(quantity, unit, front.tables, lang);
  return {
    id: one.id,
    amount: amount(one.quantity),
    name: one.lot?.spec || itemIn(one.lot?.item ?? '', front.tables, lang),
    lotId: one.lotId,
    open: amount(one.open),
    delivered: amount(one.delivered),
    cancelled: amount(one.cancelled),
    returned: amount(one.returned),
    most: {
      delivered: typed(one.open, unit),
      cancelled: typed(one.open, unit),
      returned: typed(one.kept, unit),
    },
  };
};

export const stateIn = (front: Front, one: AllocationSeen, lang: Lang): string => {
  const { open, delivered, cancelled, returned } = allocationLine(front, one, lang);
  return say(needWords.state, lang, { open, delivered, cancelled, returned });
};

/** What a need has by each criterion of the order. */
export const standingIn = (has: Turn['has'], lang: Lang): readonly string[] =>
  has.map(({ by, value }) => {
    const words = standingWords[by];
    if (by === 'key-enterprise' || by === 'reopened') return words[value === '0' ? 'yes' : 'no'][lang];
    return value === '9'
      ? words.no[lang]
      : say(words.yes, lang, { day: by === 'waiting' ? shortDayOf(value, lang) : dayIn(value, lang) });
  });

/** By what a need stands before the next. */
export const beforeIn = (order: ReturnType<Supplies['order']>, before: Turn['before'], lang: Lang): string =>
  order.find(row => row.by === before)?.name[lang] ?? '';

/** Why something is suggested. */
export const reasonIn = (front: Front, reason: Reason, unit: string, lang: Lang): string => {
  switch (reason.why) {
    case 'spec':
      return say(matchWords.spec, lang, { words: reason.words });
    case 'part':
      return say(matchWords.part, lang, { amount: amountIn(reason.quantity, unit, front.tables, lang) });
    case 'expires':
      return say(matchWords.expires, lang, { n: reason.days });
    default:
      return matchWords[reason.why][lang];
  }
};

/** What came of an act, on top of the page. */
export const toldOf = (tag: Acted['tag'] | '', lang: Lang): View => {
  if (tag === '') return nothing;
  return tag === 'done' || tag === 'again'
    ? doneView(ledgerTold[tag][lang])
    : noticeView(ledgerTold[tag][lang]);
};

/** What was done a moment ago, as the address says. */
export const toldIn = ({ url, lang }: Ask): View => {
  const done = url.searchParams.get('done');
  return done === 'done' || done === 'again' ? toldOf(done, lang) : nothing;
};

/** Whether somebody may act on a need: on its case, by the table of roles. */
export const handOf = ({ desk }: Front, { staff }: SignedIn): Hand => ({
  login: staff.login,
  may: need => desk.may(staff, 'allocate', scopeOf({ ...need, complaint: 0, state: need.caseState }, [])),
});

/** What narrows somebody's lists: an officer has the cases of their own department. */
export const departmentOf = ({ staff }: SignedIn): string =>
  // No department has this name: an officer of none has no cases.
  staff.role === 'officer' ? staff.department || '-' : '';

/** Whether somebody sees a need. */
export const sees = (signed: SignedIn, need: Need): boolean => {
  const department = departmentOf(signed);
  return department === '' || need.handler === department;
};

/** What is wrong with an amount that was typed for somebody. */
export const wrongAmount = (name: string, lang: Lang): string =>
  say(allocateWords.wrongAmount, lang, { name });
