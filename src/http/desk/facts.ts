import type { Attachment } from '#src/attachments/kept.ts';
import type { Late } from '#src/cases/clock.ts';
import type { QueueRow } from '#src/cases/queue.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { channelWords, deskWords, heldWords, outcomeWords, pressureWords } from '#src/i18n/desk.ts';
import { caseWords as words } from '#src/i18n/desk-case.ts';
import { positionWords } from '#src/i18n/desk-deeds.ts';
import { liaisonWords } from '#src/i18n/desk-roster.ts';
import { fileFlags, fileScans } from '#src/i18n/files.ts';
import { say, type Words } from '#src/i18n/words.ts';
import { shortTime } from '#src/views/desk/clock.ts';
import type { Beside, FactsPage } from '#src/views/desk/facts.ts';
import { untyped } from '#src/views/desk/fields.ts';
import type { Found, Told } from './found.ts';
import { areaName, formTitle, isRunning, type Names, stateOf } from './rows.ts';
import type { SignedIn } from './session.ts';

const lateWho = (front: Front, { what, department }: Late, lang: Ask['lang']): string => {
  const key = { accept: words.lateAccept, lead: words.lateLead, assist: words.lateAssist };
  if (what === 'dispatch' || what === 'approve')
    return (what === 'dispatch' ? words.lateDispatch : words.lateApprove)[lang];
  return say(key[what], lang, { department: front.department(department)[lang] });
};

const lateOf = (front: Front, late: readonly Late[], lang: Ask['lang']) =>
  late.map(one => ({ who: lateWho(front, one, lang), since: one.since }));

type Made = { readonly told: Told; readonly names: Names; readonly now: Date };

/** Reasons in words; a code that has none stands as it is. */
export const heldReasons = (heldFor: string, lang: Ask['lang']): readonly string[] =>
  (JSON.parse(heldFor) as string[]).map(
    code => (heldWords as Readonly<Record<string, Words>>)[code]?.[lang] ?? code,
  );

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** A case's files by their places, which stand in the address in place of a name. */
const filesOf = (files: readonly Attachment[], mayFetch: boolean, { lang }: Ask): FactsPage['files'] =>
  files.map((file, index) => ({
    id: String(index + 1),
    name: file.name,
    size: sizeOf(file.size),
    note: [fileScans[file.scanned], ...file.flags.map(flag => fileFlags[flag])]
      .map(one => one[lang])
      .join(deskWords.comma[lang]),
    fetchable: mayFetch && file.state === 'kept',
  }));

const routingOf = (front: Front, { desk }: Found, { lang }: Ask): readonly string[] => {
  const { reason, alsoTo = [] } = desk.routing;
  const also = alsoTo.map(code => front.department(code)[lang]).join(deskWords.between[lang]);
  return [
    ...(reason ? [reason[lang]] : []),
    ...(also === '' ? [] : [say(words.alsoTo, lang, { departments: also })]),
    ...heldReasons(desk.case.heldFor, lang).map(
      one => `${words.heldFor[lang]}${deskWords.colon[lang]}${one}`,
    ),
  ];
};

const besideOf = (
  front: Front,
  rows: readonly QueueRow[],
  { lang }: Ask,
  seen: (row: QueueRow) => boolean,
): readonly Beside[] =>
  rows.map(row => ({
    number: row.number,
    shown: front.showNumber(row.number),
    told: [formTitle(front, row.form, lang), front.department(row.handler)[lang], stateOf(row, lang)].join(
      ' · ',
    ),
    open: seen(row),
  }));

/** Not shown already: as sent together with this one, or as merged into it. */
const isElsewhere =
  ({ linked, merged }: Found['desk']) =>
  ({ number }: QueueRow): boolean =>
    [...linked, ...merged].every(one => one.number !== number);

const notesOf = ({ desk }: Found, now: Date, { lang }: Ask): readonly string[] => {
  const { case: row, clock } = desk;
  const { daysLeft } = clock;
  return [
    ...(daysLeft !== null && daysLeft > 0 ? [say(words.officeDays, lang, { n: daysLeft })] : []),
    ...(clock.acceptBy === ''
      ? []
      : [say(words.acceptBy, lang, { at: shortTime(clock.acceptBy, now, lang) })]),
    ...(row.extension === 'granted' ? [words.extended[lang]] : []),
    ...(row.extension === 'asked' ? [words.extensionAsked[lang]] : []),
    ...(row.pressed === '' ? [] : [say(words.pressed, lang, { pressure: pressureWords[row.pressed][lang] })]),
    ...(row.laterBy === '' ? [] : [say(words.laterBy, lang, { date: row.laterBy })]),
  ];
};

const liaisonOf = (front: Front, { liaison }: Found, { lang }: Ask): string => {
  if (!liaison) return '';
  const { name, department, phone, standsInFor } = liaison;
  const instead = standsInFor && say(liaisonWords.standsIn, lang, { name: standsInFor });
  return [name, instead, front.department(department)[lang], phone].filter(Boolean).join(' · ');
};

const plainOf = (front: Front, found: Found, { names, now }: Made, ask: Ask): FactsPage['plain'] => {
  const { lang } = ask;
  const { case: row } = found.desk;
  const entered =
    row.enteredBy === ''
      ? ''
      : say(words.enteredBy, lang, { name: names.get(row.enteredBy) ?? row.enteredBy });
  const line = front.tables.lines.find(one => one.code === row.line)?.name[lang] ?? row.line;
  const pairs: (readonly [string, string])[] = [
    [words.number[lang], front.showNumber(row.number)],
    [words.received[lang], shortTime(row.receivedAt, now, lang)],
    [
      words.channel[lang],
      [channelWords[row.channel][lang], entered].filter(Boolean).join(deskWords.comma[lang]),
    ],
    [words.creditCode[lang], row.creditCode],
    [words.area[lang], areaName(front, row.area, lang)],
    [words.line[lang], line],
    [liaisonWords.label[lang], liaisonOf(front, found, ask)],
    [words.outcome[lang], row.outcome === '' ? '' : outcomeWords[row.outcome][lang]],
  ];
  return pairs.filter(([, value]) => value !== '');
};

const personalOf = (
  { desk: { may } }: Front,
  { staff }: SignedIn,
  found: Found,
  told: Told,
): FactsPage['personal'] => {
  if (told.answers) return 'shown';
  const mayOpen = found.desk.possible.includes('open') && may(staff, 'open', found.scope);
  return mayOpen && found.desk.answers !== null ? 'masked' : 'none';
};

/** What stands at the side of a case's page. */
export const factsPage = (ask: Ask, front: Front, signed: SignedIn, found: Found, made: Made): FactsPage => {
  const { lang } = ask;
  const { desk, scope } = found;
  const { case: row, clock } = desk;
  const { may } = front.desk;
  const seen = (one: QueueRow) => may(signed.staff, 'see-case', { ...scope, ...one, assists: [] });
  const { told, now } = made;
  return {
    lang,
    csrf: signed.csrf,
    number: row.number,
    head: told.head ?? desk.head,
    now,
    clock: {
      due: row.due,
      running: isRunning(row),
      stopped: clock.standsSince !== '',
      notes: notesOf(found, now, ask),
      late: lateOf(front, clock.late, lang),
    },
    lead: front.department(row.handler)[lang],
    officer: made.names.get(row.officer) ?? row.officer,
    holder: front.department(row.holder)[lang],
    parts: desk.parts.map(part => ({
      department: front.department(part.department)[lang],
      position: part.position === '' ? '' : positionWords[part.position][lang],
      due: part.state === 'asked' ? shortTime(part.due, now, lang) : '',
      late: part.state === 'asked' && part.due < now.toISOString(),
    })),
    routing: routingOf(front, found, ask),
    plain: plainOf(front, found, made, ask),
    personal: personalOf(front, signed, found, told),
    typed: told.deed === 'open' && told.typed ? told.typed : untyped,
    files: filesOf(found.files, may(signed.staff, 'see-files', scope), ask),
    linked: besideOf(front, desk.linked, ask, seen),
    merged: besideOf(front, desk.merged, ask, seen),
    mergedInto:
      row.mergedInto === ''
        ? null
        : { number: row.mergedInto, shown: front.showNumber(row.mergedInto), told: '', open: true },
    others: besideOf(front, desk.others.filter(isElsewhere(desk)), ask, seen),
  };
};
