import type { Append, Appended, CaseStore, Count, Counted, SecretRow } from '#src/cases/store.ts';
import { type AcknowledgeWrites, acknowledging } from '#src/store/acknowledge-commands.ts';
import { type BedWrites, beds } from '#src/store/bed-commands.ts';
import { type DeskWrites, deskProgram, deskTouched } from '#src/store/desk-commands.ts';
import { type DonationWrites, donationCommand } from '#src/store/donation-commands.ts';
import { type FiguresWrites, figures } from '#src/store/figures-commands.ts';
import { type FindingWrites, findings } from '#src/store/finding-commands.ts';
import { type FirmWrites, firms } from '#src/store/firm-commands.ts';
import { forgotten, sweep } from '#src/store/forget.ts';
import { type FundingWrites, fundingCommand } from '#src/store/funding-commands.ts';
import { type LedgerWrites, ledger } from '#src/store/ledger-commands.ts';
import { type ListWrites, lists } from '#src/store/list-commands.ts';
import { type OutboxWrites, outboxProgram, outboxTouched, puts } from '#src/store/outbox-commands.ts';
import { Overtaken } from '#src/store/overtaken.ts';
import { type PaperWrites, papers } from '#src/store/paper-commands.ts';
import { changes, type Program, row, type Statement, statement } from '#src/store/program.ts';
import { mustLook, receive, receiveHopefully } from '#src/store/receive-command.ts';
import {
  isRosterCommand,
  type RosterWrites,
  rosterProgram,
  rosterTouched,
} from '#src/store/roster-commands.ts';
import { releaseOf, type SlotWrites, slotMark, slots } from '#src/store/slot-commands.ts';
import { isStaffCommand, type StaffWrites, staffProgram, staffTouched } from '#src/store/staff-commands.ts';
import { isTrayCommand, type TrayWrites, trayProgram, trayTouched } from '#src/store/tray-commands.ts';
import { unset } from '#src/store/unset.ts';
import {
  bindings,
  type UploadWrites,
  unbindable,
  uploadProgram,
  uploadTouched,
} from '#src/store/upload-commands.ts';
import { unlisted } from '#src/store/vacancy-commands.ts';
import { isVisitCommand, type VisitWrites, visitProgram, visitTouched } from '#src/store/visit-commands.ts';

/** The port's writes as data: what a queue holds and what a thread is sent. */
type Writes = Pick<
  CaseStore,
  'receive' | 'append' | 'count' | 'sweep' | 'keepNotice' | 'keepSecret' | 'rewrap'
> &
  UploadWrites &
  OutboxWrites &
  DeskWrites &
  StaffWrites &
  TrayWrites &
  AcknowledgeWrites &
  LedgerWrites &
  FiguresWrites &
  PaperWrites &
  FundingWrites &
  DonationWrites &
  FirmWrites &
  BedWrites &
  SlotWrites &
  FindingWrites &
  RosterWrites &
  ListWrites &
  VisitWrites;
export type Kind = keyof Writes;
export type Of<K extends Kind> = Parameters<Writes[K]>[0];
export type Answer<K extends Kind> = Awaited<ReturnType<Writes[K]>>;
export type Command = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

function* append(command: Append): Program<Appended> {
  const { caseId, head, event, state, set } = command;
  const to = { ...unset, ...set, state, head: event.seq, headMac: event.mac };
  const bind = { hashes: [], form: '', ...command.uploads, at: event.at };
  // Who was faster may have bound them: that it was so is told first.
  const isFirst = bind.hashes.length === 0 || (yield* row('caseById', { id: caseId }))?.head === head;
  const missing = isFirst ? yield* unbindable(bind) : null;
  if (missing) return missing;
  const [moved] = yield* changes(statement('moveCase', { caseId, was: head, ...to }));
  if (moved === 0) return { tag: (yield* row('caseById', { id: caseId })) ? 'stale' : 'unknown' };
  const { content, blanked = [], forget } = command;
  const added = [statement('insertEvent', event), ...bindings(bind, caseId)];
  if ((yield* changes(...added)).includes(0)) throw new Overtaken('An upload was taken meanwhile.');
  const sent: Statement[] = blanked.map(seq => statement('blankEvent', { caseId, seq }));
  if (content) sent.push(statement('rewriteCase', { ...content, caseId }));
  if (command.lookups !== undefined) sent.push(statement('dropLookups', { caseId }));
  if (command.lookups) sent.push(statement('insertLookups', command.lookups));
  sent.push(...(command.parts ?? []).map(part => statement('putPart', part)));
  if (command.frees) yield* releaseOf(command);
  if (command.faq) sent.push(statement('putFaq', command.faq));
  if (command.visit) sent.push(statement('insertVisit', command.visit));
  sent.push(...unlisted(command));
  if (command.destroyKey) sent.push(...forgotten(caseId));
  if (forget) sent.push(statement('forgetFingerprints', { caseId }));
  if (forget === 'all') sent.push(statement('forgetKeys', { caseId }));
  sent.push(...puts(command.notices));
  if (sent.length > 0) yield* changes(...sent);
  return { tag: 'stored' };
}

/** What expires later than twice the step from now was counted before the clock was put back: nobody waits for that. */
const latestOf = ({ at, expiresAt }: Count): string =>
  new Date(2 * Date.parse(expiresAt) - Date.parse(at)).toISOString();

function* count(command: Count): Program<Counted> {
  const counted = yield* row('countUp', { ...command, latest: latestOf(command) });
  if (!counted) throw new Error(`Counter ${command.name} gave no row back.`);
  return counted;
}

function* keepSecret({ was, ...secret }: Of<'keepSecret'>): Program<SecretRow> {
  // No key has the empty id: where nothing is to be replaced, nothing is.
  yield* changes(statement('putSecret', { ...secret, was: was ?? '' }));
  const kept = yield* row('secretByName', { name: secret.name });
  if (!kept) throw new Error(`Secret ${secret.name} was not kept.`);
  return kept;
}

function* rewrap({ rows }: Of<'rewrap'>): Program<number> {
  if (rows.length === 0) return 0;
  const changed = yield* changes(...rows.map(one => statement('rewrapCase', one)));
  return changed.reduce((sum, one) => sum + one, 0);
}

function* keepNotice(notice: Of<'keepNotice'>): Program<void> {
  yield* changes(statement('insertNotice', notice));
}

/** Whether the hopeful program of a command is one step that either succeeds or fails: nothing to decide before the commit. */
export const isOneStep = (command: Command): boolean =>
  command.kind === 'receive' ? !mustLook(command.of) : command.kind === 'count';

/** The program of a command: the hopeful one for a first try, the careful one where a first try failed. */
export const programOf = (command: Command, how: 'hopeful' | 'careful'): Program<Answer<Kind>> => {
  if (isStaffCommand(command)) return staffProgram(command);
  if (isTrayCommand(command)) return trayProgram(command);
  if (ledger.is(command)) return ledger.program(command, append);
  if (firms.is(command)) return firms.program(command);
  if (figures.is(command)) return figures.program(command);
  if (papers.is(command)) return papers.program(command, append);
  if (fundingCommand.is(command)) return fundingCommand.program(command);
  if (donationCommand.is(command)) return donationCommand.program(command);
  if (beds.is(command)) return beds.program(command, append);
  if (slots.is(command)) return slots.program(command, append);
  if (findings.is(command)) return findings.program(command);
  if (isRosterCommand(command)) return rosterProgram(command);
  if (isVisitCommand(command)) return visitProgram(command);
  if (lists.is(command)) return lists.program(command);
  if (acknowledging.is(command)) return acknowledging.program(command);
  switch (command.kind) {
    case 'receive':
      return how === 'hopeful' && !mustLook(command.of) ? receiveHopefully(command.of) : receive(command.of);
    case 'append':
      return append(command.of);
    case 'count':
      return count(command.of);
    case 'sweep':
      return sweep(command.of.at);
    case 'keepNotice':
      return keepNotice(command.of);
    case 'keepSecret':
      return keepSecret(command.of);
    case 'rewrap':
      return rewrap(command.of);
    case 'logLookup':
    case 'putLookups':
      return deskProgram(command);
    case 'putNotices':
    case 'claimNotices':
    case 'settleNotice':
    case 'resendNotice':
    case 'sweepNotices':
      return outboxProgram(command);
    default:
      return uploadProgram(command);
  }
};

/**
 * What a command reads before it writes, or writes for another to read: two commands without a name in common give the same
 * answers in either order, or step by step together. Null: it touches everything. A count is one statement, so counts of
 * one name keep their order anyway.
 */
export const touched = (command: Command): readonly string[] | null => {
  if (isStaffCommand(command)) return staffTouched(command);
  if (isTrayCommand(command)) return trayTouched(command);
  if (ledger.is(command)) return ledger.touched(command);
  if (firms.is(command)) return firms.touched(command);
  if (figures.is(command)) return figures.touched(command);
  if (papers.is(command)) return papers.touched(command);
  if (fundingCommand.is(command)) return fundingCommand.touched(command);
  if (donationCommand.is(command)) return donationCommand.touched(command);
  if (beds.is(command)) return beds.touched(command);
  if (slots.is(command)) return slots.touched(command);
  if (findings.is(command)) return findings.touched(command);
  if (isRosterCommand(command)) return rosterTouched();
  if (isVisitCommand(command)) return visitTouched(command);
  if (lists.is(command)) return lists.touched(command);
  if (acknowledging.is(command)) return acknowledging.touched(command);
  switch (command.kind) {
    case 'receive': {
      const { key, fingerprint, linked, uploads = [], place } = command.of;
      const rows = [command.of, ...linked].map(one => one.case);
      const names = [
        ...rows.flatMap(row => [`case ${row.id}`, `number ${row.number}`]),
        `key ${key.hash}`,
        ...uploads.map(hash => `upload ${hash}`),
        ...(place ? [slotMark] : []),
      ];
      return fingerprint ? [...names, `fingerprint ${fingerprint.hash}`] : names;
    }
    case 'append':
      // What it forgets, another submission may be looking for.
      if (command.of.forget) return null;
      return [`case ${command.of.caseId}`, ...(command.of.frees ? [slotMark] : [])];
    case 'rewrap':
      return command.of.rows.map(row => `case ${row.id}`);
    case 'keepNotice':
      return [`notice ${command.of.hash}`];
    case 'keepSecret':
      return [`secret ${command.of.name}`];
    case 'count':
      return [];
    case 'sweep':
      return null;
    case 'logLookup':
    case 'putLookups':
      return deskTouched(command);
    case 'putNotices':
    case 'claimNotices':
    case 'settleNotice':
    case 'resendNotice':
    case 'sweepNotices':
      return outboxTouched(command);
    default:
      return uploadTouched(command);
  }
};
