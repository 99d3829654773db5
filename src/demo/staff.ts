import type { Desk } from '#src/staff/desk.ts';
import type { Crew, Member } from './crew.ts';
import type { Firm } from './firms.ts';
import { newPassword } from './keys.ts';

/** An account that somebody may sign in with. */
export type Ready = Pick<Member, 'login' | 'name' | 'role' | 'department'> & { readonly password: string };

/** Of every role one gets a password; of officers one whose department has much to do. */
const ready: readonly string[] = ['demo-admin', 'dispatcher-1', 'supplies-1', 'demo-auditor', 'demo-viewer'];

const isReady = ({ login, role }: Member, members: readonly Member[]): boolean =>
  ready.includes(login) || (role === 'liaison' && members.find(one => one.role === role)?.login === login);

/**
 * Makes the accounts of the crew, through the desk's own doors: invited, and those that are told with a password joined. Their second
 * factor is set up at the first sign-in, as everybody's. Who is there already stays as they are.
 */
export const hire = async (desk: Desk, { members }: Crew): Promise<readonly Ready[]> => {
  const hired = members.map(async (member): Promise<readonly Ready[]> => {
    const { login, name, role, department, areas } = member;
    const invited = await desk.accounts.add(login, { name, role, department, areas }, 'demo');
    if (invited.tag !== 'invited' || !isReady(member, members)) return [];
    const password = newPassword();
    const joined = await desk.signIn.join(invited.token, password, { address: '', agent: '', device: '' });
    return joined.tag === 'half' ? [{ login, name, role, department, password }] : [];
  });
  return (await Promise.all(hired)).flat();
};

type Place = { readonly code: string; readonly office: string };
type Known = Parameters<Desk['roster']['plan']>[1];

/** Puts the liaison officers on the roster: one for each area, and one for the largest enterprises of each. */
export const enrol = async (
  desk: Desk,
  { members }: Crew,
  {
    areas,
    firms,
    known,
    since,
  }: {
    readonly areas: readonly Place[];
    readonly firms: readonly Firm[];
    readonly known: Known;
    readonly since: string;
  },
): Promise<number> => {
  const liaisons = members.filter(member => member.role === 'liaison');
  const large = [...firms].filter(firm => firm.creditCode !== '').sort((a, b) => b.staff - a.staff);
  const usual = { until: '', awayFrom: '', awayUntil: '', standIn: '' };
  const rows = liaisons.flatMap(({ login, name, department, areas: own }, index) => {
    const phone = (line: number): string => `0300-80000${String(index * 10 + line).padStart(2, '0')}`;
    const codes = large
      .filter(firm => own.includes(firm.area))
      .slice(0, 12)
      .map(firm => firm.creditCode);
    const partner = members.find(member => member.role === 'officer' && member.department === department);
    const second = partner && { login: partner.login, name: partner.name };
    return [
      {
        row: 0,
        login,
        name,
        department,
        phone: phone(1),
        areas: own.join('、'),
        enterprises: '',
        since,
        ...usual,
      },
      ...(second && codes.length > 0
        ? [
            {
              row: 0,
              ...second,
              department,
              phone: phone(2),
              areas: '',
              enterprises: codes.join('、'),
              since,
              ...usual,
            },
          ]
        : []),
    ];
  });
  const typed = rows.map((row, index) => ({ ...row, row: index + 2 }));
  const { version } = await desk.roster.state();
  const plan = await desk.roster.plan(typed, known);
  const [fault] = plan.faults;
  if (fault || areas.length === 0)
    throw new Error(`演示数据：名册不对：${fault?.message['zh-Hans'] ?? '没有片区'}`);
  const put = await desk.roster.apply(plan.difference, 'demo-admin', version, newPassword());
  if (put !== 'stored') throw new Error(`演示数据：名册没有存上：${put}`);
  return typed.length;
};
