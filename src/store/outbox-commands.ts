import type { CaseStore, OutboxRow } from '#src/cases/store.ts';
import type { OutboxStore } from '#src/notify/port.ts';
import { changes, type Program, rows, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type OutboxWrites = Pick<
  OutboxStore,
  'claimNotices' | 'settleNotice' | 'resendNotice' | 'sweepNotices'
> &
  Pick<CaseStore, 'putNotices'>;
type Kind = keyof OutboxWrites;
type Of<K extends Kind> = Parameters<OutboxWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<OutboxWrites[K]>>;
type OutboxCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

/** Kept with an event; a command that is run again was rolled back before. */
export const puts = (notices: readonly OutboxRow[] = []): readonly Statement[] =>
  notices.map(row => statement('insertOutbox', row));

const sum = (changed: readonly number[]): number => changed.reduce((all, one) => all + one, 0);

function* putNotices({ rows: sent }: Of<'putNotices'>): Program<number> {
  return sent.length === 0 ? 0 : sum(yield* changes(...sent.map(row => statement('putOutbox', row))));
}

function* settleNotice(command: Of<'settleNotice'>): Program<boolean> {
  const [settled = 0] = yield* changes(statement('settleOutbox', command));
  if (settled > 0 && command.state === 'sent') yield* changes(statement('emptySent', { id: command.id }));
  return settled > 0;
}

function* resendNotice(command: Of<'resendNotice'>): Program<boolean> {
  return sum(yield* changes(statement('resendOutbox', command))) > 0;
}

function* sweepNotices({ sentBefore, deadBefore }: Of<'sweepNotices'>): Program<number> {
  const sent = statement('sweepSent', { before: sentBefore });
  return sum(yield* changes(sent, statement('sweepDead', { before: deadBefore })));
}

export const outboxProgram = (command: OutboxCommand): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'putNotices':
      return putNotices(command.of);
    case 'claimNotices':
      return rows('claimOutbox', command.of);
    case 'settleNotice':
      return settleNotice(command.of);
    case 'resendNotice':
      return resendNotice(command.of);
    case 'sweepNotices':
      return sweepNotices(command.of);
  }
};

/** Two claims meet the same rows; what is settled is its holder's alone. */
export const outboxTouched = (command: OutboxCommand): readonly string[] =>
  command.kind === 'settleNotice' ? [`told ${command.of.id}`] : ['outbox'];
