import type { TrayStore } from '#src/staff/tray.ts';
import { changes, type Program, rows, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type TrayWrites = Pick<TrayStore, 'saveView' | 'dropView' | 'noteLook'>;
type Kind = keyof TrayWrites;
type Of<K extends Kind> = Parameters<TrayWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<TrayWrites[K]>>;
export type TrayCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

function* saveView({ row, most }: Of<'saveView'>): Program<boolean> {
  const kept = yield* rows('viewsOfStaff', { staffId: row.staffId });
  if (kept.length >= most) return false;
  yield* changes(statement('insertView', row));
  return true;
}

function* dropView(view: Of<'dropView'>): Program<boolean> {
  const [dropped = 0] = yield* changes(statement('dropView', view));
  return dropped > 0;
}

function* noteLook({ since, ...look }: Of<'noteLook'>): Program<void> {
  yield* changes(statement('forgetLooks', { since }), statement('putLook', look));
}

const kinds = { saveView: true, dropView: true, noteLook: true } as const satisfies Record<Kind, true>;

export const isTrayCommand = (command: { readonly kind: string }): command is TrayCommand =>
  Object.hasOwn(kinds, command.kind);

export const trayProgram = (command: TrayCommand): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'saveView':
      return saveView(command.of);
    case 'dropView':
      return dropView(command.of);
    case 'noteLook':
      return noteLook(command.of);
  }
};

/** What each reads before it writes: see `touched`. Old looks of any case are forgotten. */
export const trayTouched = (command: TrayCommand): readonly string[] =>
  command.kind === 'noteLook' ? ['looks'] : [`views ${staffOf(command)}`];

const staffOf = (command: Exclude<TrayCommand, { kind: 'noteLook' }>): string =>
  command.kind === 'saveView' ? command.of.row.staffId : command.of.staffId;
