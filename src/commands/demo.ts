import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type App, openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import { countCases } from '#src/demo/count.ts';
import { type Made, makeDemo } from '#src/demo/make.ts';
import { viewWords } from '#src/i18n/desk.ts';
import { roleWords } from '#src/i18n/desk-staff.ts';
import { dayInWords, instant, isDay } from '#src/rules/day.ts';
import { Mistake, print, run, watch } from './run.ts';

const usage = `用法：
  npm run demo                        做一个演示园区：2000家企业、20000件，要几分钟
    --enterprises 2000                几家企业
    --cases 20000                     多少件；先试一试写 --cases 500
    --seed 1                          换一个数，换一批企业和内容；数和截止日都一样，做出来就一样
    --until 2020-03-20                做到哪一天下班；不写就做到现在，工作台上才像正在办
只能在空的库里做。里面的企业、人、电话都是编的，不能和真的数据放在一起。
`;

const fewest = 60;
const mostCases = 200_000;
const mostFirms = 20_000;

/** As the desk calls them. */
const stageNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(viewWords).map(([code, name]) => [code, name['zh-Hans']])),
  doing: '办理中',
  withdrawn: '已撤回',
};

type Wanted = {
  readonly enterprises: number;
  readonly cases: number;
  readonly seed: string;
  readonly until: string;
};

const numberIn = (
  name: string,
  typed: string | undefined,
  usual: number,
  most: number,
  least: number,
): number => {
  const found = Number(typed ?? usual);
  if (!Number.isSafeInteger(found) || found < least || found > most)
    throw new Mistake(`--${name} 写${least}到${most}的整数，不能是：${typed}`);
  return found;
};

const readCommand = (): Wanted => {
  const text = { type: 'string' } as const;
  let typed: { enterprises?: string; cases?: string; seed?: string; until?: string };
  try {
    typed = parseArgs({ options: { enterprises: text, cases: text, seed: text, until: text } }).values;
  } catch {
    throw new Mistake(usage);
  }
  const cases = numberIn('cases', typed.cases, 20_000, mostCases, fewest);
  const few = Math.min(2000, Math.max(20, Math.round(cases / 10)));
  const { seed = '1', until = '' } = typed;
  if (until !== '' && (!isDay(until) || instant(until, '17:00') > new Date()))
    throw new Mistake(`--until 写已经过完的一天，例如 2020-03-20，不能是：${until}`);
  const enterprises = numberIn('enterprises', typed.enterprises, few, mostFirms, 10);
  return { enterprises, cases, seed, until };
};

/** Demonstration data beside real cases could not be told apart any more. */
const refuseFull = async ({ office, desk, supplies }: App): Promise<void> => {
  const page = await office.store.list({ form: null, after: null, limit: 1 });
  const lots = await supplies.lots({ item: '', before: '', limit: 1 });
  const { version } = await desk.roster.state();
  if (page.rows.length > 0 || lots.rows.length > 0 || version > 0)
    throw new Mistake(
      '库里已经有件、物资或联络员名册，演示数据不能放进来。请换一个空的数据文件夹再做：\nREOPENDESK_DATA=演示文件夹 npm run demo\n或者把 DATABASE_URL 指到一个空的数据库。',
    );
};

const sizeOf = ({ config: { data, databaseUrl } }: App): string => {
  if (databaseUrl) return '';
  const bytes = ['', '-wal'].reduce(
    (sum, end) =>
      sum + (statSync(join(data, `reopendesk.sqlite${end}`), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return `，库${(bytes / 1_000_000).toFixed(0)} MB`;
};

const thousands = (count: number): string => count.toLocaleString('en-US');

const listed = (counts: ReadonlyMap<string, number>, named: (code: string) => string): string =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `${named(code)} ${thousands(count)}`)
    .join('、');

const tellAccounts = ({ accounts }: Made): void => {
  print('');
  print(
    accounts.length > 0
      ? '可以用这些账号登录（密码只显示这一次；第一次登录时设验证器）：'
      : '账号都已经有了，没有新的密码。',
  );
  for (const { login, name, role, password } of accounts)
    print(`  ${login.padEnd(20)} ${password}  ${roleWords[role]['zh-Hans']} ${name}`);
};

/** How it stands, and whether it adds up. */
const tellStock = async (app: App, made: Made): Promise<void> => {
  const stock = await countCases(app.office);
  const { forms, departments } = app.office;
  const stages = [...stock.stages.values()].reduce((sum, count) => sum + count, 0);
  if (stages !== stock.cases)
    throw new Error(`演示数据：件数对不上，${stock.cases}件，各阶段合计${stages}件`);
  print(
    `${thousands(made.enterprises)}家企业，${thousands(stock.cases)}件，${thousands(stock.events)}条记录${sizeOf(app)}。`,
  );
  print(
    `各表：${listed(stock.forms, code => forms.find(form => form.id === code)?.title['zh-Hans'] ?? code)}`,
  );
  print(`办到哪里：${listed(stock.stages, code => stageNames[code] ?? code)}`);
  print(`还没办结的，按部门：${listed(stock.open, code => departments[code]?.['zh-Hans'] ?? code)}`);
};

/** What is counted and put into ledgers from the cases is brought up to them, so that every page is whole when it is first opened. */
const settled = async (app: App): Promise<void> => {
  const narrow = { item: '', area: '', department: '' };
  print('台账和统计正在算好……');
  while ((await app.supplies.needs({ which: 'unmet', narrow, after: null, limit: 1 })).behind);
  while (!(await app.firms.catchUp()));
  while (!(await app.figures.catchUp()));
  await app.funding.sums();
};

const work = async (app: App, wanted: Wanted): Promise<void> => {
  await refuseFull(app);
  const seconds = watch();
  const { zone, office } = app;
  print('这是演示数据：企业、人、电话都是编的，只用来看样子，不能和真的数据放在一起。');
  const made = await makeDemo({
    office,
    supplies: app.supplies,
    funding: app.funding,
    beds: app.beds,
    papers: app.papers,
    findings: app.findings,
    vacancies: app.vacancies,
    slots: app.slots,
    desk: app.desk,
    offices: zone.areas.map(({ code, office: department }) => ({ code, office: department })),
    keyCodes: [...new Set(zone.keyEnterprises.map(one => one.creditCode))],
    hours: zone.office,
    checkList: zone.siteCheck.map(({ id }) => id),
    asOf: zone.asOf,
    seed: wanted.seed,
    enterprises: wanted.enterprises,
    cases: wanted.cases,
    end: wanted.until === '' ? new Date() : instant(wanted.until, zone.office.to),
    passed: (day, index, days) =>
      print(`${String(index + 1).padStart(2)}/${days}  ${dayInWords(day)}  ${seconds()}秒`),
  });
  await settled(app);
  await tellStock(app, made);
  tellAccounts(made);
  print(
    `\n用了${seconds()}秒。打开：npm start，再到 /desk/。不要了：停服务，删掉数据文件夹 ${app.config.data}。`,
  );
};

await run(async () => {
  const wanted = readCommand();
  const app = await openApp(config(), { migrate: true });
  try {
    await work(app, wanted);
    return 0;
  } finally {
    await app.office.store.close();
  }
});
