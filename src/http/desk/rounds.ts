import type { Round } from '#src/cases/rounds.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { roundWords as words } from '#src/i18n/desk-rounds.ts';
import type { Scope } from '#src/staff/staff.ts';
import { type RoundLine, roundsView } from '#src/views/desk/rounds.ts';
import { deskPage } from './frame.ts';
import { areaName, type Names, namesOf } from './rows.ts';
import type { SignedIn } from './session.ts';

/** Enterprises on one page. */
const pageSize = 50;

/** What decides whose round it is: the department that looks after the enterprise stands for the lead. */
export const roundScope = ({ member }: Pick<Round, 'member'>): Scope => ({
  form: '',
  state: '',
  area: member.area,
  creditCode: member.creditCode,
  handler: member.department,
  assists: [],
  against: '',
});

/** A round as a page shows it. */
export const roundLine = (front: Front, round: Round, names: Names, lang: Ask['lang']): RoundLine => {
  const { member, tier, standing, lastAt, lastBy } = round;
  return {
    creditCode: member.creditCode,
    enterprise: member.name,
    tier: tier.name[lang],
    every: tier.every,
    state: standing.state,
    due: standing.due,
    lastAt,
    lastBy: names.get(lastBy) ?? lastBy,
    department: front.department(member.department)[lang],
    area: areaName(front, member.area, lang),
  };
};

type Found = {
  readonly now: Date;
  readonly tiers: readonly Round['tier'][];
  readonly rounds: readonly Round[];
};

/** Everybody on a list whom this officer looks after; a dispatcher sees all. */
export const roundsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { now, tiers, rounds }: Found,
): Promise<Response> => {
  const { lang, url } = ask;
  const theirs = rounds.filter(one => front.desk.may(signed.staff, 'see-round', roundScope(one)));
  const view = url.searchParams.get('view') === 'all' ? 'all' : 'due';
  const tier = tiers.find(one => one.code === url.searchParams.get('tier'))?.code ?? '';
  const due = theirs.filter(one => one.isWanted);
  const listed = (view === 'all' ? theirs : due).filter(one => tier === '' || one.tier.code === tier);
  const last = Math.max(1, Math.ceil(listed.length / pageSize));
  const page = Math.min(last, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
  const shown = listed.slice((page - 1) * pageSize, page * pageSize);
  const names = await namesOf(
    front,
    shown.map(one => one.lastBy),
  );
  const main = roundsView({
    lang,
    now,
    view,
    tier,
    tiers: tiers.map(({ code, name }) => [code, name[lang]] as const),
    rows: shown.map(one => roundLine(front, one, names, lang)),
    page,
    last,
    all: theirs.length,
    due: due.length,
    late: due.filter(one => one.standing.state === 'late').length,
  });
  return deskPage(ask, 200, words.title[lang], main, { ...signed, here: 'rounds' });
};
