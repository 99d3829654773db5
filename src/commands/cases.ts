import type { KeyObject } from 'node:crypto';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { type App, openApp } from '#src/app.ts';
import { answer, longestAnswer, renewPin } from '#src/cases/act.ts';
import { readNumber, showNumber } from '#src/cases/number.ts';
import { cases, fault, openAnswers } from '#src/cases/review.ts';
import { caseKey, isErased, openText } from '#src/cases/seal.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import { config } from '#src/config.ts';
import { headings, rows } from '#src/forms/columns.ts';
import { formOf } from '#src/forms/index.ts';
import { phone } from '#src/rules/phone.ts';
import { exportFaq } from './case-faq.ts';
import { caseFiles } from './case-files.ts';
import { Mistake, print, run } from './run.ts';

const usage = `用法：
  npm run cases -- list                      列出全部件
  npm run cases -- show 编号                  看一件的内容和过程
  npm run cases -- answer 编号 "答复"         答复；企业在查询页上看到
  npm run cases -- new-pin 编号               重发查询密码（先回拨登记的电话核实）
  npm run cases -- files 编号 --to 文件夹     列出附件，写到文件夹里；不写 --to 只列出
  npm run cases -- notice 编号                同意时看到的告知文本（编号见办件或表单页脚）
  npm run cases -- export 表单 > 文件.csv     导出一张表（materials、consultation）
  npm run cases -- faq --to content/faq      把发布的常见问题写成内容文件；改过的文件不动，--force 才覆盖
  --as 姓名                                  谁办的，默认 office
答复以短横线开头的，前面加 -- ，例如 answer 编号 -- "-5℃以下停工"
`;

const find = async ({ office }: App, typed: string | undefined): Promise<CaseRow> => {
  const number = readNumber(typed ?? '');
  if (!number) throw new Mistake(`编号不对：${typed ?? '（没有写）'}。编号是13位数字，最后一位是校验位。`);
  const row = await office.store.caseByNumber(number);
  if (!row) throw new Mistake(`没有这个编号：${showNumber(number)}`);
  return row;
};

const list = async ({ office }: App): Promise<void> => {
  for await (const row of cases(office, null)) {
    print(
      [showNumber(row.number), row.form, row.state, row.handler, `到期 ${row.due}`, row.enterprise].join(
        '  ',
      ),
    );
  }
};

const eventLine = (key: KeyObject | null, event: EventRow): string =>
  `  ${event.at}  ${event.kind}  ${event.actor}  ${key ? openText(key, event) : ''}`;

const show = async (app: App, row: CaseRow): Promise<void> => {
  const { office } = app;
  const form = formOf(row.form);
  if (!form) throw new Mistake(`程序里没有这张表：${row.form}`);
  const answers = openAnswers(office, form, row);
  const typed = phone(answers.contact.phone);
  const names = headings(form, 'zh-Hans');
  print(
    `${showNumber(row.number)}  ${form.title['zh-Hans']}  ${row.state}  承办 ${row.handler}  到期 ${row.due}`,
  );
  for (const values of rows(form, answers, office.tables, 'zh-Hans')) {
    for (const [index, value] of values.entries()) if (value !== '') print(`  ${names[index]}：${value}`);
  }
  if (typed) print(`  拨打：${typed.national}${typed.extension ? ` 转 ${typed.extension}` : ''}`);
  if (row.notice) print(`  告知文本：${row.notice}`);
  const key = isErased(row) ? null : caseKey(office.keys, row);
  for (const event of await office.store.events(row.id)) print(eventLine(key, event));
  print(`  事件链：${(await fault(office, row)) ?? '完整'}`);
};

const done = (result: { readonly tag: string; readonly state?: string }, said: string): void => {
  if (result.tag === 'done') {
    print(said);
    return;
  }
  throw new Mistake(
    result.tag === 'impossible' ? `这一件的状态是 ${result.state}，不能这样办。` : '没有这个编号。',
  );
};

/** A cell a spreadsheet would run as a formula is led by an apostrophe (ASVS 1.2.10). */
const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const exportForm = async ({ office }: App, id: string | undefined): Promise<void> => {
  const form = formOf(id ?? '');
  if (!form) throw new Mistake(`没有这张表：${id ?? '（没有写）'}`);
  const head = ['登记编号', '收到时间', '状态', '承办', '到期', ...headings(form, 'zh-Hans')];
  process.stdout.write(`\ufeff${stringify([head])}`);
  for await (const row of cases(office, form.id)) {
    const known = [showNumber(row.number), row.receivedAt, row.state, row.handler, row.due];
    const lines = rows(form, openAnswers(office, form, row), office.tables, 'zh-Hans');
    process.stdout.write(stringify(lines.map(line => [...known, ...line].map(safe))));
  }
};

/** The privacy notice of a hash, as it was agreed to. */
const showNotice = async ({ office }: App, hash: string | undefined): Promise<void> => {
  const notice = await office.store.notice(hash ?? '');
  if (!notice) throw new Mistake(`没有这个告知文本：${hash ?? '（没有写）'}`);
  print(`${notice.form}  ${notice.lang}  ${notice.firstAt}\n${notice.text}`);
};

const faq = async (app: App, to: string | undefined, force: boolean): Promise<void> => {
  if (!to) throw new Mistake('写到哪个文件夹？例如 --to content/faq');
  const { lines, kept } = await exportFaq(app, to, force);
  for (const line of lines) print(line);
  if (kept > 0) throw new Mistake(`有${kept}个文件有人改过，没有动；要按发布的内容覆盖，加 --force。`);
};

/** How many words follow each verb. */
const words: Readonly<Record<string, number>> = {
  list: 0,
  show: 1,
  answer: 2,
  'new-pin': 1,
  files: 1,
  notice: 1,
  export: 1,
  faq: 0,
};

const howToAnswer = `请在编号后面写答复，1到${longestAnswer}个字，用引号括起来。`;

type Typed = {
  readonly command: readonly string[];
  readonly actor: string;
  readonly to: string | undefined;
  readonly force: boolean;
};

/** What was typed, looked at before anything is opened: an answer without quotation marks would go out as its first word. */
const readCommand = (): Typed => {
  let typed: { values: { as: string; to?: string; force: boolean }; positionals: string[] };
  try {
    typed = parseArgs({
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'office' },
        to: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new Mistake(usage);
  }
  const [verb = '', ...rest] = typed.positionals;
  const allowed = Object.hasOwn(words, verb) ? words[verb] : undefined;
  if (allowed === undefined) throw new Mistake(usage);
  if (rest.length > allowed) throw new Mistake(verb === 'answer' ? howToAnswer : usage);
  const { as: actor, to, force } = typed.values;
  return { command: typed.positionals, actor, to, force };
};

const work = async (app: App, { command, actor, to, force }: Typed): Promise<void> => {
  const [verb, subject, text] = command;
  switch (verb) {
    case 'list':
      return list(app);
    case 'show':
      return show(app, await find(app, subject));
    case 'answer': {
      if (!text?.trim() || text.length > longestAnswer) throw new Mistake(howToAnswer);
      const { number } = await find(app, subject);
      return done(await answer(app.office, number, text, actor), `已答复 ${showNumber(number)}`);
    }
    case 'new-pin': {
      const { number } = await find(app, subject);
      const result = await renewPin(app.office, number, actor);
      return done(result, `${showNumber(number)} 的新查询密码：${result.pin}`);
    }
    case 'files': {
      for (const line of await caseFiles(app, await find(app, subject), to)) print(line);
      return;
    }
    case 'notice':
      return showNotice(app, subject);
    case 'export':
      return exportForm(app, subject);
    case 'faq':
      return faq(app, to, force);
    default:
      throw new Mistake(usage);
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
