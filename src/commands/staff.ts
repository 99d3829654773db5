import { parseArgs } from 'node:util';
import { type App, openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import { roleWords } from '#src/i18n/desk-staff.ts';
import type { Invited, Profile } from '#src/staff/accounts.ts';
import type { StaffRow } from '#src/staff/store.ts';
import { Mistake, print, run } from './run.ts';

const usage = `用法：
  npm run staff -- list                     列出全部账号
  npm run staff -- add 登录名 --name 姓名 --role 角色
      --department 部门代码                 经办人要写
      --areas 片区代码,片区代码             联络员要写
  npm run staff -- reset 登录名             作废密码、验证器、通行密钥，重新邀请；停用的恢复
  npm run staff -- disable 登录名           停用，马上退出登录
角色：${Object.entries(roleWords)
  .map(([code, name]) => `${code}（${name['zh-Hans']}）`)
  .join('、')}
add 和 reset 给出一个邀请链接，72小时内有效，只能用一次：交给本人，接在网址后面打开。
`;

/** Who stands in the log of accounts for what was done here. */
const by = 'console';

const stateOf = (row: StaffRow): string => {
  if (row.state === 'disabled') return '已停用';
  return row.invite !== '' ? '等本人设置密码' : '在用';
};

const list = async ({ desk }: App): Promise<void> => {
  let after = '';
  for (;;) {
    const look = await desk.accounts.look({ login: '', after });
    const rows = look.tag === 'list' ? look.rows : [];
    for (const row of rows) {
      const places = [row.department, ...(JSON.parse(row.areas) as string[])].filter(Boolean).join('、');
      print([row.login, row.name, roleWords[row.role]['zh-Hans'], places, stateOf(row)].join('  '));
    }
    after = rows.at(-1)?.login ?? '';
    if (after === '') return;
  }
};

type Typed = {
  readonly verb: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly department: string;
  readonly areas: readonly string[];
};

const text = { type: 'string', default: '' } as const;

const readCommand = (): Typed => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { name: text, role: text, department: text, areas: text },
    });
    const [verb = '', login = '', ...rest] = positionals;
    const isSound = verb === 'list' ? login === '' : login !== '' && rest.length === 0;
    if (!['list', 'add', 'reset', 'disable'].includes(verb) || !isSound) throw new Mistake(usage);
    return { verb, login, ...values, areas: values.areas.split(/[,，、]/).filter(Boolean) };
  } catch {
    throw new Mistake(usage);
  }
};

/** Codes are those of the zone: a misspelt department would see nothing, and nobody would know why. */
const profileOf = ({ front, desk }: App, typed: Typed): Profile => {
  const { name, role, department, areas } = typed;
  const known = front.tables.areas.map(area => area.code);
  const strange = areas.filter(area => !known.includes(area));
  if (name === '' || name.length > 40) throw new Mistake('请写 --name 姓名，最多40个字。');
  if (!desk.accounts.rules.isRole(role)) throw new Mistake(`没有这个角色：${role || '（没有写）'}\n${usage}`);
  if (department !== '' && !front.departments.includes(department))
    throw new Mistake(`没有这个部门：${department}。有：${front.departments.join('、')}`);
  if (strange.length > 0) throw new Mistake(`没有这个片区：${strange.join('、')}。有：${known.join('、')}`);
  if (role === 'officer' && department === '') throw new Mistake('经办人请写 --department 部门代码。');
  if (role === 'liaison' && areas.length === 0) throw new Mistake('联络员请写 --areas 片区代码。');
  return { name, role, department, areas };
};

const tell = (invited: Invited): void => {
  if (invited.tag !== 'invited')
    throw new Mistake(invited.tag === 'taken' ? '这个登录名已经有了。' : '没有这个账号。');
  print(`${invited.login} 的邀请，72小时内有效，只能用一次。接在网址后面打开：`);
  print(`/desk/join/?invite=${invited.token}`);
};

const work = async (app: App, typed: Typed): Promise<void> => {
  const { accounts } = app.desk;
  const login = accounts.rules.foldLogin(typed.login);
  switch (typed.verb) {
    case 'list':
      return list(app);
    case 'add':
      if (!accounts.rules.isLogin(login))
        throw new Mistake(`登录名要2到64个字母、数字，中间可以有 . _ @ - ，不能是：${login}`);
      return tell(await accounts.add(login, profileOf(app, typed), by));
    case 'reset':
      return tell(await accounts.reset(login, by));
    default:
      if ((await accounts.disable(login, by)).tag !== 'done') throw new Mistake('没有这个账号。');
      return print(`已停用 ${login}`);
  }
};

await run(async () => {
  const typed = readCommand();
  const app = await openApp(config(), { migrate: true });
  try {
    await work(app, typed);
    return 0;
  } finally {
    await app.office.store.close();
  }
});
