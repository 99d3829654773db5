import type { Letter, Way } from '#src/cases/contacts.ts';
import type { Keys } from '#src/cases/keys.ts';
import { showNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { newId } from '#src/cases/random.ts';
import { caseKey, isErased, open, seal } from '#src/cases/seal.ts';
import type { Kind } from '#src/cases/state.ts';
import type { CaseRow, OutboxRow } from '#src/cases/store.ts';
import { newsWords, type TellKind, tellWords } from '#src/i18n/tell.ts';
import { say } from '#src/i18n/words.ts';
import { dayInWords, dayOf, timeOf } from '#src/rules/day.ts';
import { phone } from '#src/rules/phone.ts';

/** What is told in words, before it is put into a row. */
type Said = { readonly kind: TellKind; readonly text: string; readonly urgent?: boolean };

const usual: Pick<OutboxRow, 'caseId' | 'target' | 'text' | 'sealed' | 'urgent'> = {
  caseId: null,
  target: '',
  text: '',
  sealed: null,
  urgent: 0,
};

/** Lines for bots wait a moment, so that several go in one message. */
const gathering = 30_000;

/** A row for each place where a department, or `duty`, is told. */
export const toOfficers = (
  office: Pick<Office, 'contacts'>,
  target: string,
  { kind, text, urgent = false }: Said,
  at: Date,
  { caseId = null, id = newId(at) }: { readonly caseId?: string | null; readonly id?: string } = {},
): readonly OutboxRow[] =>
  office.contacts.of(target).map((contact, index) => ({
    ...usual,
    ...contact,
    id: `${id}.${index}`,
    caseId,
    kind,
    text,
    urgent: urgent ? 1 : 0,
    at: at.toISOString(),
    nextAt: new Date(at.getTime() + (urgent ? 0 : gathering)).toISOString(),
  }));

/** A case as officers are told of it: its number, its form, its department, when it is due. */
export const named = (
  { forms, departments }: Pick<Office, 'forms' | 'departments'>,
  row: Pick<CaseRow, 'number' | 'form' | 'handler' | 'due'>,
): Record<string, string> => {
  const due = new Date(row.due);
  return {
    number: showNumber(row.number),
    form: forms.find(one => one.id === row.form)?.title['zh-Hans'] ?? row.form,
    department: departments[row.handler]?.['zh-Hans'] ?? row.handler,
    due: `${dayInWords(dayOf(due))}${timeOf(due)}`,
  };
};

/** The officer on duty is told of an urgent case at once. */
export const tellDuty = (office: Office, row: CaseRow, at: Date): readonly OutboxRow[] =>
  row.urgent === 1
    ? toOfficers(
        office,
        'duty',
        { kind: 'urgent', text: say(tellWords.urgent, 'zh-Hans', named(office, row)), urgent: true },
        at,
        { caseId: row.id },
      )
    : [];

/** What concerns the department that has the case from now on. */
const departmental: Partial<Record<Kind, 'assigned' | 'back' | 'pressed'>> = {
  assigned: 'assigned',
  forwarded: 'assigned',
  ordered: 'assigned',
  unmerged: 'assigned',
  replied: 'back',
  relayed: 'back',
  unresolved: 'back',
  reopened: 'back',
  pressed: 'pressed',
};

/** Whom a complaint is about is not told of it. */
const tellDepartment = (office: Office, row: CaseRow, kind: Kind, at: Date): readonly OutboxRow[] => {
  const code = departmental[kind];
  if (!code || row.handler === row.against) return [];
  const text = say(tellWords[code], 'zh-Hans', named(office, row));
  return toOfficers(office, row.handler, { kind: code, text }, at, { caseId: row.id });
};

/** What its enterprise is told of, where it asked for it; 14 days after the end it is asked whether the matter is solved. */
const newsworthy: readonly Kind[] = [
  'answered',
  'returned',
  'extended',
  'closed',
  'asked',
  'cleared',
  'rectifying',
  'suspended',
  'fast-tracked',
  'paper-issued',
  'paper-revoked',
  'appointment-changed',
];

/** How and where the enterprise wants to be told; null where it does not, or where the time of its contact is over. */
const wanted = (keys: Keys, row: CaseRow): { readonly way: Way; readonly to: string } | null => {
  const way: unknown = JSON.parse(row.answers).contact?.tell;
  if (way !== 'sms' && way !== 'mail') return null;
  const sealed = open(caseKey(keys, row), row.id, 'answers', row.sealed).toString('utf8');
  const { contact } = JSON.parse(sealed);
  const to = way === 'sms' ? phone(contact?.phone ?? '')?.national : contact?.email;
  return to ? { way, to } : null;
};

const placeOf = (id: string): string => `outbox ${id}`;

/** Opens the letter of a row; null where its case is gone or erased. */
export const letterIn = async (
  { keys, store }: Pick<Office, 'keys' | 'store'>,
  { id, caseId, sealed }: Pick<OutboxRow, 'id' | 'caseId' | 'sealed'>,
): Promise<Letter | null> => {
  const row = caseId === null ? null : await store.caseById(caseId);
  if (!row || !sealed || isErased(row)) return null;
  return JSON.parse(open(caseKey(keys, row), row.id, placeOf(id), sealed).toString('utf8'));
};

/**
 * A notice for the enterprise of a case by the way it chose, `kind` news; none where it chose no way, or is erased. With an `id` of its
 * own it is put once, however often it is made.
 */
export const toEnterprise = (
  office: Pick<Office, 'contacts' | 'keys'>,
  row: CaseRow,
  said: Pick<Letter, 'subject' | 'text'>,
  at: Date,
  id = newId(at),
): readonly OutboxRow[] => {
  const want = isErased(row) ? null : wanted(office.keys, row);
  if (!want) return [];
  const { contacts, keys } = office;
  const letter: Letter = { to: want.to, ...said };
  const news: OutboxRow = {
    ...usual,
    id,
    caseId: row.id,
    kind: 'news' satisfies TellKind,
    channel: contacts.by(want.way),
    sealed: seal(caseKey(keys, row), row.id, placeOf(id), JSON.stringify(letter)),
    at: at.toISOString(),
    nextAt: at.toISOString(),
  };
  return [news];
};

const tellEnterprise = (office: Office, row: CaseRow, kind: Kind, at: Date): readonly OutboxRow[] => {
  if (!newsworthy.includes(kind)) return [];
  const values = { number: showNumber(row.number), site: office.contacts.site };
  const text = say(newsWords.text, 'zh-Hans', values);
  return toEnterprise(office, row, { subject: newsWords.subject['zh-Hans'], text }, at);
};

/**
 * Who is told of an event: the enterprise that something happened, never what; the department that now has the case; the officer
 * on duty where a correction made it urgent. `was` is the case before, `row` after.
 */
export const tell = (
  office: Office,
  was: CaseRow,
  row: CaseRow,
  kind: Kind,
  at: Date,
): readonly OutboxRow[] => {
  if (isErased(row)) return [];
  const urgent = was.urgent === 1 ? [] : tellDuty(office, row, at);
  return [...urgent, ...tellEnterprise(office, row, kind, at), ...tellDepartment(office, row, kind, at)];
};
