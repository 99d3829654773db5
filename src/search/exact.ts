import type { Fold } from './fold.ts';

/** `exact.json`: short facts with figures in them (document numbers, phone numbers), and the fact that has each. */
export type ExactFile = readonly (readonly [fact: number, text: string])[];

/** What is worth a place in `exact.json`. */
export const isExact = (text: string): boolean => /\d{3}|\d号/.test(text) && text.length <= 40;

const bare = (text: string): string => text.replace(/[^a-z0-9\u3400-\u9fff]/g, '');

type Number = { readonly issuer: string; readonly year: string; readonly serial: string };

const numeral = '零一二三四五六七八九';

/** A numeral up to 999 in figures: 十五 is 15. */
const figures = (text: string): string => {
  let [sum, digit] = [0, 0];
  for (const character of text) {
    const value = numeral.indexOf(character);
    if (value >= 0) digit = value;
    else {
      sum += (digit || 1) * (character === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return String(sum + digit);
};

/** Numerals before 号 in figures: readers type 六号 for 6号; also a numeral that stands beside letters or figures (n九5). */
export const inFigures = (folded: string): string =>
  folded
    .replace(/[零一二三四五六七八九十百]+(?=号)/g, figures)
    .replace(/(?<=[a-z])[零一二三四五六七八九]|[零一二三四五六七八九](?=\d+[^\d年月日])/g, digit =>
      String(numeral.indexOf(digit)),
    );

const written =
  /([\u3400-\u9fff]*)[^a-z0-9\u3400-\u9fff]*((?:19|20)\d{2})?[年\s〔〕[\]()【】﹝﹞第-]*?0*([1-9]\d{0,3})\s*号/;

const numberIn = (folded: string): Number | null => {
  const [, issuer = '', year = '', serial = ''] = written.exec(folded) ?? typed.exec(folded) ?? [];
  return serial ? { issuer: issuer.replace(/第$|公告$/, ''), year, serial } : null;
};

/** Without 号: 人社部发2020 11. */
const typed =
  /([\u3400-\u9fff]{2,})[^a-z0-9\u3400-\u9fff]*((?:19|20)\d{2})[年\s〔〕[\]()【】﹝﹞第-]+0*([1-9]\d{0,3})(?!\d)/;

/** The share of the asked issuer that stands, in order, in the known one, counted from its end: 联防联控发 in 联防联控机制发. */
const likeness = (asked: string, known: string): number => {
  if (asked === known) return 1;
  let [at, held] = [known.length - 1, 0];
  for (let i = asked.length - 1; i >= 0; i--) {
    const place = known.lastIndexOf(asked.charAt(i), at);
    if (place < 0) break;
    held++;
    at = place - 1;
  }
  return held / Math.max(2, Math.min(asked.length, known.length));
};

const likeNumber = (asked: Number, text: string): number => {
  const known = numberIn(text);
  if (!known || known.serial !== asked.serial || (asked.year && known.year !== asked.year)) return 0;
  if (!asked.issuer) return asked.year ? 0.6 : 0;
  // What stands before the issuer belongs to the question: 请问人社部发.
  const own = asked.issuer.slice(-Math.max(known.issuer.length, 2));
  // 国办发 stands in 国办发明电 too: what is the same comes before what is alike.
  const same = known.issuer !== '' && own.endsWith(known.issuer);
  const share = likeness(asked.issuer, known.issuer);
  if (same) return 1;
  return share >= 0.6 ? Math.min(0.9, share) : 0;
};

/** The runs of figures that may be a phone number or code: without the blanks and dashes between figures, and without +86. */
const runsIn = (folded: string): string[] =>
  // A code in groups, and nothing else: 9135 0200 MA2X NTQN 1B.
  (/^[a-z0-9\s-]{15,30}$/.test(folded.trim()) ? folded.replace(/[\s-]/g, '') : folded)
    .replace(/(?<=\d)[\s()-]+(?=\d)/g, '')
    .replace(/\+?86(?=1[3-9]\d{9}|0\d{9,})/g, '')
    .match(/[a-z0-9]{3,}/g)
    ?.filter(run => /\d{3}/.test(run)) ?? [];

const likeFigures = (runs: readonly string[], text: string): number => {
  const own = bare(text);
  if (runs.includes(own)) return 1;
  // A number without its area code, a number in a longer fact.
  return runs.some(run => run.length >= 7 && own.endsWith(run)) ? 0.8 : 0;
};

/** The facts that a question names outright by document number, phone number or code, with how surely, 0 to 1. */
export const named = (question: string, rows: ExactFile, fold: Fold): ReadonlyMap<number, number> => {
  const folded = inFigures(fold(question));
  const number = numberIn(folded);
  const runs = runsIn(folded);
  const found = new Map<number, number>();
  if (!number && runs.length === 0) return found;
  for (const [fact, text] of rows) {
    const other = fold(text);
    const sure = Math.max(number ? likeNumber(number, other) : 0, likeFigures(runs, other));
    if (sure > 0) found.set(fact, Math.max(sure, found.get(fact) ?? 0));
  }
  return found;
};

/** Whether a question may name something outright. */
export const mayName = (folded: string): boolean => /\d{3}|\d\s*号|[一二三四五六七八九十]号/.test(folded);
