import type { Contacted, Round, RoundNote } from '#src/cases/rounds.ts';
import type { CaseStore } from '#src/cases/store.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { type RoundRule, roundRules } from '#src/i18n/desk-rounds.ts';
import { type Typed, untyped } from '#src/views/desk/fields.ts';
import { roundFields, roundView } from '#src/views/desk/round.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { roundLine, roundScope } from './rounds.ts';
import { namesOf } from './rows.ts';
import { notFound, scopeOf, within } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';
import { newKey } from './visits.ts';

/** What the page of one enterprise does, handed in by the function. */
export type RoundHands = {
  readonly now: Date;
  readonly store: Pick<CaseStore, 'caseByNumber' | 'caseById' | 'parts'>;
  readonly look: (creditCode: string) => Promise<Round | null>;
  readonly contacts: (
    creditCode: string,
    cursor: string,
  ) => Promise<{ readonly rows: readonly Contacted[]; readonly next: string }>;
  readonly contact: (round: Round, typed: RoundNote) => Promise<RoundRule | null>;
};

type Told = { readonly status: number; readonly typed: Typed; readonly key: string };

/** The cases that contacts are about, by their ids, where this officer may open them. */
const casesOf = async (
  front: Front,
  { staff }: SignedIn,
  rows: readonly Contacted[],
  { store }: RoundHands,
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(rows.map(row => row.caseId))].filter(id => id !== '');
  const found = await Promise.all(ids.map(id => store.caseById(id)));
  return new Map(
    found.flatMap(row =>
      row && front.desk.may(staff, 'see-case', scopeOf(row, [])) ? [[row.id, row.number] as const] : [],
    ),
  );
};

const roundPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Round,
  hands: RoundHands,
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang, url } = ask;
  const cursor = (url.searchParams.get('after') ?? '').slice(0, 80);
  const { rows, next } = await hands.contacts(found.member.creditCode, cursor);
  const names = await namesOf(front, [found.lastBy, ...rows.map(row => row.actor)]);
  const cases = await casesOf(front, signed, rows, hands);
  const main = roundView({
    lang,
    csrf: signed.csrf,
    now: hands.now,
    line: roundLine(front, found, names, lang),
    mayRecord: front.desk.may(signed.staff, 'round', roundScope(found)),
    key: told.key ?? newKey(),
    typed: told.typed ?? untyped,
    isSaved: url.searchParams.has('done'),
    contacts: rows.map(row => {
      const number = cases.get(row.caseId);
      return {
        at: row.at,
        who: names.get(row.actor) ?? row.actor,
        note: row.note,
        about: number ? { number, shown: front.showNumber(number) } : null,
      };
    }),
    next,
    isFirst: cursor === '',
  });
  return deskPage(ask, told.status ?? 200, found.member.name, main, { ...signed, here: 'rounds' });
};

/** The id of the case of this enterprise that was named, where this officer may open it; '' where none was; null where it is not so. */
const caseIn = async (
  typed: string,
  front: Front,
  signed: SignedIn,
  { member }: Round,
  { store }: RoundHands,
): Promise<string | null> => {
  const number = typed.replace(/[\s-]/g, '');
  if (number === '') return '';
  const found = await within(store, front, signed, number);
  const isTheirs = found?.row.creditCode === member.creditCode && found.row.complaint === 0;
  return found && isTheirs ? found.row.id : null;
};

const recorded = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Round,
  hands: RoundHands,
): Promise<Response> => {
  const { lang } = ask;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const key = (post.controls.get('_key') ?? '').slice(0, 128);
  if (key.length < 22) return deskProblem(ask, 'bad-key');
  const refused = (problems: Readonly<Record<string, string>>): Promise<Response> =>
    roundPage(ask, front, signed, found, hands, {
      status: 422,
      key,
      typed: { values: post.fields, problems },
    });
  const problems = problemsIn(roundFields, post.fields, lang);
  if (Object.keys(problems).length > 0) return refused(problems);
  const caseId = await caseIn(textIn(post.fields, 'case', 40), front, signed, found, hands);
  if (caseId === null) return refused({ case: roundRules.case[lang] });
  const note = textIn(post.fields, 'note', 4000);
  const rule = await hands.contact(found, { note, caseId, key, by: signed.staff.login });
  if (rule) return refused({ note: roundRules[rule][lang] });
  return deskWay(ask, `/desk/rounds/${found.member.creditCode}/?done=1#done`);
};

/** One enterprise's page; a contact that came with the request is written down first. What is not theirs is not there. */
export const round = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: RoundHands,
): Promise<Response> => {
  const code = lastPart(ask.url);
  const found = /^[0-9A-Z]{15,18}$/.test(code) ? await hands.look(code) : null;
  const isPost = ask.request.method === 'POST';
  const act = isPost ? 'round' : 'see-round';
  if (!found || !front.desk.may(signed.staff, act, roundScope(found))) return notFound(ask, signed);
  return isPost ? recorded(ask, front, signed, found, hands) : roundPage(ask, front, signed, found, hands);
};
