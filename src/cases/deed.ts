/**
 * What an officer does to a case, as data: a page of the desk sends one, `perform` does it. The words are those of an office:
 * 签收, 退单, 转办, 协办, 一次性告知, 容缺受理, 延期, 催办, 答复, 办结, 回访.
 */

/** How a case came in. */
export const channels = ['web', 'phone', 'counter', 'wechat', 'visit', 'hotline', 'leader'] as const;
export type Channel = (typeof channels)[number];

/** How a case ends (办结口径). `upward` goes on being followed and does not count as closed. */
export const outcomes = [
  'solved',
  'partly',
  'policy',
  'upward',
  'outside',
  'duplicate',
  'withdrawn',
  'unreachable',
] as const;
export type Outcome = (typeof outcomes)[number];

/** How hard a case is pressed: a reminder, 催办, 督办, 通报. Each is a record of its own. */
export const pressures = ['reminder', 'urge', 'supervise', 'report'] as const;
export type Pressure = (typeof pressures)[number];

/** What a department beside says to the lead; `rectify` (需整改) is of a review. */
export type Position = 'agree' | 'object' | 'rectify' | 'done' | 'cannot';

export type Deed =
  /** 签收: the lead department takes it; `later` lists parts that follow (容缺受理) and the day by which. */
  | {
      readonly deed: 'accept';
      readonly officer: string;
      readonly later: readonly string[];
      readonly laterBy: string;
    }
  /** 退单, once and within a working day: why, and which department instead. */
  | { readonly deed: 'decline'; readonly reason: string; readonly suggest: string }
  /** 转办 (`pass`) or 交办 (`order`) to a lead department; who held it answers for it until the new one accepts. */
  | {
      readonly deed: 'assign';
      readonly way: 'pass' | 'order';
      readonly department: string;
      readonly officer: string;
      readonly reason: string;
    }
  /** 协办: departments asked to help, to answer the lead by `due` (a day before the lead's own). */
  | {
      readonly deed: 'assist';
      readonly departments: readonly string[];
      readonly ask: string;
      readonly due: string;
    }
  /** An assisting department's position, given to the lead. */
  | {
      readonly deed: 'assist-answer';
      readonly position: Position;
      readonly text: string;
    }
  /** 退回补正: everything missing at once. A second return needs the reason and a dispatcher. */
  | { readonly deed: 'return'; readonly missing: readonly string[]; readonly text: string }
  | { readonly deed: 'answer'; readonly text: string }
  /** Told by phone or face to face: when, to whom, what. `reached` false counts towards 三次联系不上. */
  | {
      readonly deed: 'contact';
      readonly reached: boolean;
      readonly at: string;
      readonly whom: string;
      readonly text: string;
    }
  /** Only after the enterprise was told. */
  | { readonly deed: 'close'; readonly outcome: Outcome; readonly text: string }
  | { readonly deed: 'reopen'; readonly text: string }
  /** 延期, once, asked before the due time; granted by a dispatcher; the reason is told. */
  | { readonly deed: 'ask-extension'; readonly until: string; readonly reason: string }
  | { readonly deed: 'decide-extension'; readonly granted: boolean; readonly reason: string }
  | { readonly deed: 'press'; readonly pressure: Pressure; readonly text: string }
  /** Seen by officers only. */
  | { readonly deed: 'note'; readonly text: string }
  /** 并单: this one goes into another of the same enterprise; a case without credit code is never the same by its name alone. */
  | { readonly deed: 'merge'; readonly into: string; readonly reason: string }
  | { readonly deed: 'unmerge'; readonly reason: string }
  /** A held case is in order and goes on. */
  | { readonly deed: 'release' }
  /** Personal fields were opened: why. */
  | { readonly deed: 'open'; readonly reason: string }
  /** A new query password, after calling back the stored phone. */
  | { readonly deed: 'renew-pin' }
  /** 回访 of a bad rating, by somebody other than who handled it. */
  | { readonly deed: 'revisit'; readonly result: 'content' | 'redo' | 'explained'; readonly text: string }
  /** How long a coordination may take: 3 or 5 working days. */
  | { readonly deed: 'complex'; readonly complex: boolean }
  /** 复工告知: the one answer to a filing: the enterprise may open from that day on. */
  | { readonly deed: 'clear'; readonly from: string; readonly text: string }
  /** 限期整改: what is to be mended, all at once, and by which day. */
  | {
      readonly deed: 'rectify';
      readonly items: readonly string[];
      readonly until: string;
      readonly text: string;
    }
  /** 暂停开工, by a superior: why, and by which day it is looked at again. */
  | { readonly deed: 'suspend'; readonly reason: string; readonly until: string }
  /** 抽查, after opening: a check of the site by a department, due on a day. */
  | { readonly deed: 'inspect'; readonly department: string; readonly due: string }
  /** 绿色通道, by a superior: into it or out of it, and why. The due time stays as it is. */
  | { readonly deed: 'fast-track'; readonly fast: boolean; readonly reason: string };
export type DeedName = Deed['deed'];

/** Who does it: what `perform` needs of a member of staff. */
export type Doer = {
  readonly login: string;
  readonly department: string;
  /** May decide what needs a superior: extensions, second returns, final assignment. */ readonly superior: boolean;
};

export type DeedResult =
  | { readonly tag: 'done'; readonly head: number; readonly pin?: string }
  | { readonly tag: 'unknown' }
  /** Somebody was faster: the case stands at another event than the page that sent this. */
  | { readonly tag: 'stale'; readonly head: number }
  /** The rule that forbids it, as a code of `src/i18n/desk.ts`. */
  | { readonly tag: 'forbidden'; readonly rule: string };
