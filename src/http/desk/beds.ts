import type { BedDesk } from '#src/beds/desk.ts';
import type { SiteKind } from '#src/beds/store.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { siteKindNames, bedWords as words } from '#src/i18n/desk-beds.ts';
import { say } from '#src/i18n/words.ts';
import { bedsView, siteFields } from '#src/views/desk/beds.ts';
import { type Typed, untyped } from '#src/views/desk/fields.ts';
import { countIn, siteLine, toldIn, waitLine } from './bed-lines.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { departmentOf } from './funding-lines.ts';
import { enterpriseOf } from './rows.ts';
import { within } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

/** What the pages of beds need beside who asks. */
export type BedSeat = { readonly beds: BedDesk; readonly store: CaseStore; readonly today: string };

const perPage = 30;

/** A cursor in an address: an id, then what is sorted by. */
const pairIn = (text: string): readonly [string, string] | null => {
  const at = text.indexOf('~');
  return at > 0 && text.length <= 120 ? [text.slice(0, at), text.slice(at + 1)] : null;
};

const areaChoices = ({ tables }: Front) => tables.areas.map(({ code, name }) => [code, name] as const);

/** The case that beds are looked for, where it is theirs and waits. */
const placingOf = async (ask: Ask, front: Front, signed: SignedIn, { beds, store }: BedSeat) => {
  const number = ask.url.searchParams.get('for') ?? '';
  const found = await within(store, front, signed, number, 'lodge');
  const wish = found && (await beds.wish(found.row));
  return wish && wish.waiting > 0 ? wish : null;
};

const sitesOf = async (ask: Ask, { beds }: BedSeat, kind: SiteKind | '') => {
  const after = pairIn(ask.url.searchParams.get('after') ?? '');
  return beds.sites({ kind, after: after && { id: after[0], name: after[1] }, limit: perPage });
};

const isKind = (kind: string): kind is SiteKind => Object.hasOwn(siteKindNames, kind);

/** The kind of site that an address asks for; '' for every one. */
export const kindIn = (url: URL): SiteKind | '' => {
  const kind = url.searchParams.get('kind') ?? '';
  return isKind(kind) ? kind : '';
};

const listPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  seat: BedSeat,
  typed: Typed = untyped,
): Promise<Response> => {
  const { lang, url } = ask;
  const { beds } = seat;
  const after = pairIn(url.searchParams.get('wait') ?? '');
  const placing = await placingOf(ask, front, signed, seat);
  const kind = kindIn(url);
  const [totals, sites, waits] = await Promise.all([
    beds.totals(),
    sitesOf(ask, seat, placing?.kind ?? kind),
    beds.waiting({ department: departmentOf(signed), after: after && { id: after[0], key: after[1] } }),
  ]);
  const placingName = enterpriseOf({ enterprise: placing?.enterprise ?? '', complaint: 0 }, lang);
  const isWrong = Object.keys(typed.problems).length > 0;
  const view = bedsView({
    lang,
    csrf: signed.csrf,
    totals: say(words.totals, lang, { ...totals }),
    waits: waits.rows.map(wait => waitLine(front, wait, lang)),
    nextWait: waits.next ? `${waits.next.id}~${waits.next.key}` : '',
    sites: sites.rows.map(site => siteLine(front, site, lang)),
    nextSite: sites.next ? `${sites.next.id}~${sites.next.name}` : '',
    kind,
    placing: placing?.number ?? '',
    placingFor: say(words.placing, lang, { enterprise: placingName, waiting: placing?.waiting ?? 0 }),
    mayKeep: front.desk.may(signed.staff, 'keep-beds'),
    mayPlace: front.desk.may(signed.staff, 'keep-beds'),
    areas: areaChoices(front),
    draft: beds.draftId(),
    typed,
    told: toldIn(ask),
  });
  return deskPage(ask, isWrong ? 422 : 200, words.title[lang], view, { ...signed, here: 'ledger' });
};

const add = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  seat: BedSeat,
  { fields }: DeskPost,
): Promise<Response> => {
  const value = (name: string) => textIn(fields, name).trim();
  const capacity = countIn(value('capacity'));
  const problems = {
    ...(value('capacity') !== '' && capacity === null && { capacity: words.wrongCount[ask.lang] }),
    ...problemsIn(siteFields(areaChoices(front)), fields, ask.lang),
  };
  const kind = value('kind');
  if (Object.keys(problems).length > 0 || capacity === null || !isKind(kind))
    return listPage(ask, front, signed, seat, { values: fields, problems });
  const site = {
    id: value('id'),
    name: value('name'),
    kind,
    area: value('area'),
    capacity,
    state: 'open',
  } as const;
  const { tag } = await seat.beds.addSite(site, signed.staff.login);
  return deskWay(ask, `/desk/beds/?done=${tag}#done`);
};

/** Beds: sites and who waits, or a site registered. */
export const bedsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  seat: BedSeat,
): Promise<Response> => {
  if (ask.request.method !== 'POST') return listPage(ask, front, signed, seat);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'keep-beds')) return deskProblem(ask, 'not-yours');
  if (!seat.beds.isDraftId(textIn(post.fields, 'id'))) return deskProblem(ask, 'not-found');
  return add(ask, front, signed, seat, post);
};
