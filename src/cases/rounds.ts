import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import type { RoundLast, RoundRow } from '#src/cases/round-store.ts';
import { open, seal } from '#src/cases/seal.ts';
import type { RoundRule } from '#src/i18n/desk-rounds.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';
import {
  isWanted,
  type Lists,
  type Member,
  membersOn,
  roundOf,
  type Standing,
  type Tier,
} from '#src/rules/rounds.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';

/** An enterprise on a list, with its list, how its round stands, and who asked after it last. Times are ISO 8601; '' is never. */
export type Round = {
  readonly member: Member;
  readonly tier: Tier;
  readonly standing: Standing;
  /** Somebody is to ask after it today. */ readonly isWanted: boolean;
  readonly lastAt: string;
  /** Login of who did. */ readonly lastBy: string;
};

/** One contact as its page shows it. */
export type Contacted = Pick<RoundRow, 'id' | 'at' | 'actor' | 'caseId'> & { readonly note: string };

/** A contact as somebody writes it down: `key` is the page's, so that pressing twice records one. */
export type RoundNote = {
  readonly note: string;
  /** The id of the case that it was about; '' for none. */ readonly caseId: string;
  readonly key: string;
  readonly by: string;
};

/** A note is short: what was said in two or three sentences. */
const longestNote = 500;
/** For so many days a contact is kept. */
const keepDays = 365;
/** A visit further back than the longest cadence says nothing about today. */
const lookBack = 120;
const pageSize = 500;

/** Every row of a list that comes in pages by credit code. */
const all = async (
  page: (query: { readonly after: string; readonly limit: number }) => Promise<readonly RoundLast[]>,
): Promise<readonly RoundLast[]> => {
  const found: RoundLast[] = [];
  for (let after = ''; ; ) {
    const rows = await page({ after, limit: pageSize });
    found.push(...rows);
    const end = rows.at(-1);
    if (rows.length < pageSize || !end) return found;
    after = end.creditCode;
  }
};

/** The newest contact of each enterprise: a visit that was made counts like a call. */
const lastOf = async ({ store }: Office, today: Day): Promise<ReadonlyMap<string, RoundLast>> => {
  const since = instant(addDays(today, -lookBack)).toISOString();
  const [contacts, visits] = await Promise.all([
    all(query => store.roundLasts(query)),
    all(query => store.visitedSince({ ...query, since })),
  ]);
  const last = new Map(contacts.map(row => [row.creditCode, row]));
  for (const row of visits) if (row.at > (last.get(row.creditCode)?.at ?? '')) last.set(row.creditCode, row);
  return last;
};

const rank = { late: 0, never: 1, today: 2, later: 3 } as const;

/** Late first, the longest late before the others; then those never asked after, those of today, those of later days. */
const inOrder = (a: Round, b: Round): number => {
  const by = rank[a.standing.state] - rank[b.standing.state];
  const keys = ({ standing, tier, member }: Round) =>
    `${standing.due} ${String(tier.every).padStart(2, '0')} ${member.creditCode}`;
  return by || (keys(a) < keys(b) ? -1 : 1);
};

/**
 * Everybody on a list today and how each round stands, late ones first. Who is on a list goes by the day of the dated tables, when a
 * round is due by the real clock, as with cases.
 */
export const rounds = async (office: Office, lists: Lists): Promise<readonly Round[]> => {
  const today = dayOf(office.now());
  const last = await lastOf(office, today);
  const tiers = new Map(lists.tiers.map(tier => [tier.code, tier]));
  return membersOn(lists, office.ruleDay())
    .flatMap((member): readonly Round[] => {
      const tier = tiers.get(member.tier);
      if (!tier) return [];
      const { at = '', actor = '' } = last.get(member.creditCode) ?? {};
      const day = at === '' ? '' : dayOf(new Date(at));
      const standing = roundOf(office.calendar, tier.every, day, today);
      return [{ member, tier, standing, isWanted: isWanted(standing), lastAt: at, lastBy: actor }];
    })
    .sort(inOrder);
};

/** How one enterprise's round stands; null for one that is on no list today. */
export const roundWith = async (office: Office, lists: Lists, creditCode: string): Promise<Round | null> =>
  (await rounds(office, lists)).find(({ member }) => member.creditCode === creditCode) ?? null;

const placeOf = (id: string): string => `round ${id}`;

const noteOf = ({ keys }: Pick<Office, 'keys'>, { id, sealed }: RoundRow): string =>
  sealed === null ? '' : open(keys.visits, placeOf(id), 'note', sealed).toString('utf8');

/** The cursor of the next page of contacts; null for what is none of ours. */
const before = (cursor: string): { readonly at: string; readonly id: string } | null => {
  const [, at = '', id = ''] = /^(\d{4}-[\dT:.-]+Z)~([\w-]{24})$/.exec(cursor) ?? [];
  return id === '' ? null : { at, id };
};

/** An enterprise's contacts, newest first; `next` is the cursor of the page after, '' at the end. */
export const contactsWith = async (
  office: Office,
  creditCode: string,
  cursor: string,
  limit: number,
): Promise<{ readonly rows: readonly Contacted[]; readonly next: string }> => {
  const found = await office.store.roundsOf({ creditCode, before: before(cursor), limit: limit + 1 });
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(row => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      caseId: row.caseId,
      note: noteOf(office, row),
    })),
    next: end ? `${end.at}~${end.id}` : '',
  };
};

const ruleOf = (note: string): RoundRule | null => {
  if (note === '') return 'note';
  if (!isPlain(note)) return 'plain';
  return length(note) > longestNote ? 'long' : null;
};

/** Writes down that somebody asked after an enterprise on a list, once a press; or the rule that its note breaks. */
export const contact = async (
  office: Office,
  { member }: Pick<Round, 'member'>,
  typed: RoundNote,
): Promise<RoundRule | null> => {
  const note = tidy(typed.note, true);
  const rule = ruleOf(note);
  if (rule) return rule;
  const at = office.now();
  const id = mac(office.keys.dedupe, 'round', typed.by, member.creditCode, typed.key)
    .toString('base64url')
    .slice(0, 24);
  await office.store.putRound({
    id,
    creditCode: member.creditCode,
    tier: member.tier,
    at: at.toISOString(),
    actor: typed.by,
    caseId: typed.caseId,
    sealed: seal(office.keys.visits, placeOf(id), 'note', note),
    keepUntil: addDays(dayOf(at), keepDays),
  });
  return null;
};
