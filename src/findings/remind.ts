import { toOfficers } from '#src/cases/tell.ts';
import { tellWords } from '#src/i18n/tell.ts';
import { say } from '#src/i18n/words.ts';
import { dayInWords, dayOf, timeOf } from '#src/rules/day.ts';
import { dayOfFindings } from './day.ts';
import type { Findings } from './room.ts';

const hour = 3_600_000;

/**
 * Tells each department, from an hour before its time is over, that its report of the day is not there; once, however often and on however
 * many servers this runs. Gives back how many notices were put into the outbox.
 */
export const remindFindings = async (room: Findings): Promise<number> => {
  const { office } = room;
  const at = office.now();
  const { day, lines } = await dayOfFindings(room, dayOf(at));
  const rows = lines.flatMap(({ department, deadline, finding }) => {
    if (finding || !deadline || at.getTime() < deadline.getTime() - hour) return [];
    const name = office.departments[department]?.['zh-Hans'] ?? department;
    const values = { department: name, day: dayInWords(day), time: timeOf(deadline) };
    const text = say(tellWords.findings, 'zh-Hans', values);
    return toOfficers(office, department, { kind: 'findings', text }, at, {
      id: `findings.${day}.${department}`,
    });
  });
  return office.store.putNotices({ rows });
};
