import { moneyIn } from '#src/forms/money.ts';
import type { FundingDesk } from '#src/funding/desk.ts';
import type { LineRow, Money } from '#src/funding/store.ts';
import type { Ask } from '#src/http/ask.ts';
import { fundingTold, stageNames, fundingCaseWords as words } from '#src/i18n/desk-funding.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import type { BankLine } from '#src/views/desk/funding-case.ts';
import { nothing, type View } from '#src/views/html.ts';
import type { SignedIn } from './session.ts';

const hundredths = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.min(100, Math.round((100 * part) / whole));

/** Shares of what was asked: paid out, then approved and still to come. */
export const sharesOf = ({ approved, disbursed }: Money, asked: number): readonly [number, number] => {
  const paid = hundredths(disbursed, asked);
  return [paid, Math.min(100 - paid, hundredths(approved - disbursed, asked))];
};

/** A bank's part of a case in words. */
export const bankLine = (line: LineRow & { readonly steps: BankLine['steps'] }, lang: Lang): BankLine => {
  const money = (yuan: number) => moneyIn(yuan, lang);
  const { passed, approved, disbursed, lapsed } = line;
  const gone = lapsed > 0 ? say(words.lapsed, lang, { lapsed: money(lapsed) }) : '';
  return {
    bank: line.bank,
    stage: stageNames[line.stage][lang],
    days: say(words.days, lang, { day: shortDay(line.passedOn, lang) }),
    sums:
      say(words.sums, lang, {
        passed: money(passed),
        approved: money(approved),
        disbursed: money(disbursed),
        left: money(approved - disbursed),
      }) + gone,
    steps: line.steps,
    shares: sharesOf(line, passed),
  };
};

type Told = Awaited<ReturnType<FundingDesk['step']>>;

/** What came of an act, on top of the page. */
export const toldOf = (result: Told, lang: Lang): View => {
  if (result.tag === 'done') return doneView(fundingTold.done[lang]);
  return noticeView(fundingTold[result.tag === 'stale' ? 'stale' : result.why][lang]);
};

/** What was done a moment ago, as the address says. */
export const toldIn = ({ url, lang }: Ask): View => {
  const done = url.searchParams.get('done');
  return done === 'done' || done === 'followed' ? doneView(fundingTold[done][lang]) : nothing;
};

/** A bank's name as it is kept; '' for what is none: too short or long, strange signs, or a phone number in it. */
export const bankIn = (typed: string): string => {
  const name = typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return /^[\p{L}\p{N}()·&. -]{2,40}$/u.test(name) && !/\d{5}/.test(name) ? name : '';
};

/** What narrows somebody's lists: an officer has the cases of their own department. */
export const departmentOf = ({ staff }: SignedIn): string =>
  // No department has this name: an officer of none has no cases.
  staff.role === 'officer' ? staff.department || '-' : '';
