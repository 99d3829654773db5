import type { TrayStore } from '#src/staff/tray.ts';
import type { SignedIn } from './session.ts';

/** For so long somebody counts as looking at a case; their own look is written down anew twice in that time. */
const life = 2 * 60_000;

const before = (now: Date, by: number): string => new Date(now.getTime() - by).toISOString();

/** Notes that somebody looks at a case, and gives back the names of the others who do. */
export const looking = async (
  tray: TrayStore,
  { staff }: SignedIn,
  caseId: string,
  now: Date,
): Promise<readonly string[]> => {
  const looks = await tray.looksAt({ caseId, since: before(now, life) });
  const mine = looks.find(look => look.staffId === staff.id);
  if (!mine || mine.at < before(now, life / 2)) {
    const look = { caseId, staffId: staff.id, name: staff.name, at: now.toISOString() };
    await tray.noteLook({ ...look, since: before(now, life) });
  }
  return looks.filter(look => look.staffId !== staff.id).map(look => look.name);
};
