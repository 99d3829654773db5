import type { App } from '#src/app.ts';
import type { FindingTyped, LineTyped } from '#src/findings/said.ts';
import { addDays, type Day } from '#src/rules/day.ts';

/** A problem as somebody fills it in. */
export const lineOf = (day: Day, set: Partial<LineTyped> = {}): LineTyped => ({
  id: '',
  version: 0,
  what: '车间入口没有测温点',
  enterprise: '',
  creditCode: '',
  severity: 'minor',
  due: addDays(day, 3),
  wanted: false,
  stand: 'open',
  to: '',
  ...set,
});

/** A department's report of a day through the room itself, at the app's own time; problems that were open stay as they are. */
export const fileReport = async (
  { findings }: App,
  department: string,
  day: Day,
  set: Partial<FindingTyped> = {},
): Promise<void> => {
  const { newest, held } = await findings.draft({ department, day });
  const turns = held.map(({ problem: { id, version } }) => ({ id, version, stand: 'open', to: '' }));
  const lines = set.lines ?? [];
  const state = lines.length > 0 ? 'problem' : 'normal';
  const typed = { state, places: '4', supplies: [], turns, ...set, lines };
  const filing = { id: findings.draftId(), department, day, was: newest?.version ?? 0, typed, login: 'zhao' };
  const result = await findings.file(filing);
  if (result.tag !== 'done') throw new Error(`${department} ${day}: ${JSON.stringify(result)}`);
};
