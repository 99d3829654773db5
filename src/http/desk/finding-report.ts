import type { FindingRow } from '#src/findings/store.ts';
import { amountIn, itemIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { severityWords, standWords, fileWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { shortDay, shortTime } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { type ReportPage, reportView } from '#src/views/desk/finding-file.ts';
import { nothing } from '#src/views/html.ts';
import { type FindingHands, findingScope } from './findings.ts';
import { deskPage } from './frame.ts';
import { type Names, namesOf } from './rows.ts';
import { notFound } from './seat.ts';
import type { SignedIn } from './session.ts';

/** Versions on one page. */
const perPage = 20;

const wholeIn = (text: string | null): number => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0);

const standText = (
  front: Front,
  { stand, to }: { stand: keyof typeof standWords; to: string },
  lang: Lang,
) =>
  stand === 'handed'
    ? say(words.handedTo, lang, { to: front.department(to)[lang] })
    : standWords[stand][lang];

const saidOf = (
  front: Front,
  { saidIn }: FindingHands['findings'],
  row: FindingRow,
  lang: Lang,
): Pick<ReportPage, 'supplies' | 'lines' | 'turns'> => {
  const { supplies, lines, turns } = saidIn(row);
  const { tables } = front;
  return {
    supplies: supplies.map(({ item, unit, quantity }) => ({
      item: itemIn(item, tables, lang),
      amount: amountIn(quantity, unit, tables, lang),
    })),
    lines: lines.map(line => ({
      id: line.id,
      what: line.what,
      facts: [
        line.enterprise,
        severityWords[line.severity][lang],
        line.due === '' ? '' : say(words.dueBy, lang, { day: shortDay(line.due, lang) }),
        standText(front, line, lang),
        line.wanted ? words.wanted[lang] : '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    turns: turns.map(turn => ({ id: turn.id, what: turn.what, stand: standText(front, turn, lang) })),
  };
};

const versionsOf = (
  rows: readonly FindingRow[],
  here: number,
  { names, now, lang }: { names: Names; now: Date; lang: Lang },
): ReportPage['versions'] =>
  rows.map(({ version, actor, at }) => ({
    version,
    facts: [names.get(actor) ?? actor, shortTime(at, now, lang)].join(deskWords.comma[lang]),
    here: version === here,
  }));

/** A version of a department's report as it was sent; the newest where none is named. */
export const findingReport = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { findings, now }: FindingHands,
): Promise<Response> => {
  const { lang, url } = ask;
  const { searchParams: asked } = url;
  const where = { department: asked.get('department') ?? '', day: asked.get('day') ?? '' };
  if (!front.desk.may(signed.staff, 'see-finding', findingScope(where.department)))
    return notFound(ask, signed);
  const newest = await findings.store.newestFinding(where);
  if (!newest) return notFound(ask, signed);
  const version = wholeIn(asked.get('version')) || newest.version;
  const before = wholeIn(asked.get('before')) || newest.version + 1;
  const [[row], rows] = await Promise.all([
    findings.store.findingVersions({ ...where, before: version + 1, limit: 1 }),
    findings.store.findingVersions({ ...where, before, limit: perPage + 1 }),
  ]);
  if (row?.version !== version) return notFound(ask, signed);
  const shown = rows.slice(0, perPage);
  const names = await namesOf(front, [row.actor, ...shown.map(one => one.actor)]);
  const department = front.department(where.department)[lang];
  const title = say(words.title, lang, { department, day: shortDay(where.day, lang) });
  const mayFile =
    findings.departmentsFor(where.day).includes(where.department) &&
    front.desk.may(signed.staff, 'file-findings', findingScope(where.department));
  const who = names.get(row.actor) ?? row.actor;
  const view = reportView({
    lang,
    ...where,
    title,
    lead: say(words.versionLead, lang, { n: version, who, at: shortTime(row.at, now, lang) }),
    isOld: version !== newest.version,
    mayFile,
    told: asked.has('done') ? doneView(words.done[lang]) : nothing,
    state: words[row.state][lang],
    places: row.places,
    ...saidOf(front, findings, row, lang),
    versions: versionsOf(shown, version, { names, now, lang }),
    older: rows.length > perPage ? (shown.at(-1)?.version ?? 0) : 0,
  });
  return deskPage(ask, 200, title, view, { ...signed, here: 'findings' });
};
