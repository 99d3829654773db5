import type { KeyObject } from 'node:crypto';
import { open, seal } from '#src/cases/seal.ts';
import type { PaperKind, PaperRow } from '#src/papers/store.ts';
import { addDays, isDay } from '#src/rules/day.ts';
import { plate } from '#src/rules/plate.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';

/** What is filled in on a paper, by field; days among it. */
export type Content = Readonly<Record<string, string>>;

/** One thing on a paper. `personal`: masked for whoever only looks. */
export type PaperField = {
  readonly id: string;
  readonly kind: 'line' | 'text' | 'plate' | 'day';
  readonly max: number;
  readonly required: boolean;
  readonly personal: boolean;
};

const field = (
  id: string,
  max: number,
  { kind = 'line', required = true, personal = false }: Partial<Omit<PaperField, 'id' | 'max'>> = {},
): PaperField => ({ id, kind, max, required, personal });
const day = (id: string): PaperField => field(id, 10, { kind: 'day' });
const enterprise = field('enterprise', 80);
const creditCode = field('creditCode', 18, { required: false });

/** What stands on each kind of paper, in its order. */
export const paperFields: Readonly<Record<PaperKind, readonly PaperField[]>> = {
  pass: [
    enterprise,
    field('plate', 20, { kind: 'plate', personal: true }),
    field('trailer', 20, { kind: 'plate', required: false, personal: true }),
    field('driver', 40, { personal: true }),
    field('from', 80),
    field('to', 80),
    field('goods', 80),
    field('quantity', 40, { required: false }),
    day('validFrom'),
    day('validTo'),
  ],
  notice: [enterprise, creditCode, day('validFrom'), field('terms', 600, { kind: 'text' })],
  certificate: [
    field('title', 20),
    enterprise,
    creditCode,
    field('matter', 600, { kind: 'text', personal: true }),
    day('validFrom'),
    day('validTo'),
  ],
  letter: [
    field('addressee', 80),
    enterprise,
    field('supplier', 80),
    field('matter', 800, { kind: 'text', personal: true }),
  ],
};

/** The longest time that a paper is good for, in days. */
const longestValid: Readonly<Partial<Record<PaperKind, number>>> = { pass: 30, certificate: 90 };

export type ContentFault = 'required' | 'long' | 'plain' | 'plate' | 'day' | 'order' | 'span';

const wrongKind = ({ kind, id }: PaperField, text: string): ContentFault | null => {
  if (kind === 'day') return isDay(text) ? null : 'day';
  if (kind !== 'plate') return null;
  const read = plate(text);
  return read.tag === 'valid' && (read.kind === 'trailer') === (id === 'trailer') ? null : 'plate';
};

const wrongIn = (one: PaperField, text: string): ContentFault | null => {
  if (text === '') return one.required ? 'required' : null;
  if (!isPlain(text)) return 'plain';
  return length(text) > one.max ? 'long' : wrongKind(one, text);
};

const wrongDays = (kind: PaperKind, { validFrom = '', validTo = '' }: Content): ContentFault | null => {
  const most = longestValid[kind];
  if (most === undefined) return null;
  if (validTo < validFrom) return 'order';
  return validTo >= addDays(validFrom, most) ? 'span' : null;
};

/** What is wrong with a paper's content, by field; nothing where it can be checked. */
export const contentFaults = (kind: PaperKind, content: Content): Readonly<Record<string, ContentFault>> => {
  const found = paperFields[kind].flatMap(one => {
    const fault = wrongIn(one, content[one.id] ?? '');
    return fault ? [[one.id, fault] as const] : [];
  });
  const faults = Object.fromEntries(found);
  const ofDays = faults.validFrom || faults.validTo ? null : wrongDays(kind, content);
  return ofDays ? { ...faults, validTo: ofDays } : faults;
};

/** What was typed as it is kept: the kind's own fields alone, tidied, a plate as plates are written. */
export const contentOf = (kind: PaperKind, typed: Readonly<Record<string, unknown>>): Content =>
  Object.fromEntries(
    paperFields[kind].map(one => {
      const value = typed[one.id];
      const text = tidy(typeof value === 'string' ? value.slice(0, 2000) : '', one.kind === 'text');
      const read = one.kind === 'plate' && text !== '' ? plate(text) : null;
      return [one.id, read?.tag === 'valid' ? read.plate : text];
    }),
  );

const hidden = '＊＊＊';

/** The content for whoever only looks: what is personal is not shown. */
export const masked = (kind: PaperKind, content: Content): Content =>
  Object.fromEntries(
    paperFields[kind].map(({ id, personal }) => {
      const text = content[id] ?? '';
      return [id, personal && text !== '' ? hidden : text];
    }),
  );

type Part = 'content' | 'code' | 'answer';

const placeOf = (paperId: string, part: Part): string => `paper ${paperId} ${part}`;

/** Seals a part of a paper with its case's key, in a place of its own. */
export const sealPart = (key: KeyObject, caseId: string, id: string, part: Part, text: string): Uint8Array =>
  seal(key, caseId, placeOf(id, part), text);

/** Opens a part of a paper; '' where there is none. */
export const openPart = (key: KeyObject, row: Pick<PaperRow, 'id' | 'caseId' | Part>, part: Part): string => {
  const sealed = row[part];
  return sealed ? open(key, row.caseId, placeOf(row.id, part), sealed).toString('utf8') : '';
};

/** What a paper says; null once its case was erased. */
export const openContent = (
  key: KeyObject | null,
  row: Pick<PaperRow, 'id' | 'caseId' | Part>,
): Content | null => (key && row.content ? (JSON.parse(openPart(key, row, 'content')) as Content) : null);
