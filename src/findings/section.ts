import type { Lead, ReportSection } from '#src/figures/figure.ts';
import { amountIn, itemIn } from '#src/forms/goods.ts';
import { standingWords, findingSection as words } from '#src/i18n/desk-findings.ts';
import { say, type Words, w } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';
import { dayOfFindings, unsaidIn } from './day.ts';
import type { Findings } from './room.ts';

const named = ({ office }: Findings, code: string): Words => office.departments[code] ?? w(code, code);

const list = (room: Findings, codes: readonly string[]): Words =>
  codes.length === 0
    ? words.nobody
    : w(
        codes.map(code => named(room, code)['zh-Hans']).join('、'),
        codes.map(code => named(room, code).en).join(', '),
      );

/** What departments reported on a day, for the daily report: a row a department, and the sum of them. */
export const findingsSection = async (room: Findings, day: Day): Promise<ReportSection> => {
  const found = await dayOfFindings(room, day);
  const { due, ranks, places, open } = found;
  const isFiled = found.lines.some(line => line.finding !== null);
  const rows = found.lines.map(({ department, standing, finding, counts }) => [
    named(room, department),
    standing === 'beside' && !finding ? null : standingWords[standing],
    // Who said nothing looked at nobody knows how many.
    finding ? finding.places : null,
    counts.found,
    counts.solved,
    counts.open,
  ]);
  // The report itself says what was looked at and found.
  const leads = found.lines.map(({ department, finding }): readonly (Lead | null)[] => {
    const report = finding && { at: 'finding/', query: { department, day } };
    return [null, report, report, report];
  });
  const ofDay = { at: 'findings/', query: { day } };
  const came = { due, came: ranks.filed + ranks.late };
  const all = w(say(words.came, 'zh-Hans', came), say(words.came, 'en', came));
  return {
    title: words.title,
    columns: words.columns,
    rows: [...rows, [words.all, all, isFiled ? places : null, found.found, found.solved, open]],
    leads: [...leads, [null, ofDay, ofDay, ofDay, ofDay, ofDay]],
    note: words.note,
  };
};

/** Supplies on hand at the departments for the daily report, and of whom nothing is known. */
export const onHandSection = async (room: Findings, day: Day): Promise<ReportSection> => {
  const found = await dayOfFindings(room, day);
  const { tables } = room.office;
  const missing = list(room, unsaidIn(found));
  return {
    title: words.onHand,
    columns: words.onHandColumns,
    rows: found.onHand.map(({ item, unit, quantity, by }) => [
      w(itemIn(item, tables, 'zh-Hans'), itemIn(item, tables, 'en')),
      w(amountIn(quantity, unit, tables, 'zh-Hans'), amountIn(quantity, unit, tables, 'en')),
      by,
    ]),
    leads: found.onHand.map(() => [null, null, { at: 'findings/', query: { day } }]),
    note: w(
      say(words.onHandNote, 'zh-Hans', { missing: missing['zh-Hans'] }),
      say(words.onHandNote, 'en', { missing: missing.en }),
    ),
  };
};
