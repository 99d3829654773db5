import { parseArgs } from 'node:util';
import { type App, openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import { Mistake, print, run } from './run.ts';

const usage = `用法：
  npm run notify -- list           没有发出去的通知，和原因
  npm run notify -- resend 编号     再发一次；写 all 全部再发
  npm run notify -- test 方式 [给谁]  马上试发一条：sms 手机号、mail 邮箱、wecom、dingtalk、feishu、webhook、log
`;

async function* letters({ outbox }: App) {
  for (let after = ''; ; ) {
    const page = await outbox.deadLetters({ after, limit: 200 });
    yield* page.rows;
    if (page.next === null) return;
    after = page.next;
  }
}

const list = async (app: App): Promise<void> => {
  print(
    `已设的方式：${app.outbox.channels.join('、')}${app.outbox.channels.length === 1 ? '（只记日志，谁也收不到）' : ''}`,
  );
  for await (const one of letters(app))
    print(
      [one.id, one.at, one.kind, one.channel, one.target, `试了${one.attempts}次`, one.lastError].join('  '),
    );
};

const resend = async (app: App, id: string | undefined): Promise<void> => {
  if (!id) throw new Mistake('请写编号，或者 all。');
  const ids: string[] = [];
  if (id === 'all') for await (const one of letters(app)) ids.push(one.id);
  else ids.push(id);
  for (const one of ids)
    if (!(await app.outbox.resend(one)) && id !== 'all')
      throw new Mistake(`没有这个编号，或者不用再发：${one}`);
  const { sent, later, dead } = await app.outbox.run();
  print(`再发${ids.length}条。这次共发出${sent}条，稍后再试${later}条，没有发出去${dead}条。`);
};

const test = async (app: App, channel: string | undefined, to = ''): Promise<void> => {
  if (!channel || !app.outbox.channels.includes(channel))
    throw new Mistake(
      `没有设这个方式：${channel ?? '（没有写）'}。已设的：${app.outbox.channels.join('、')}`,
    );
  if ((channel === 'sms' || channel === 'mail') && to === '') throw new Mistake('请写发给谁。');
  const result = await app.outbox.test(channel, to);
  if (result.tag !== 'sent') throw new Mistake(`没有发出去：${result.code}`);
  print('已发出。');
};

const perform = async (app: App, [what, ...rest]: readonly string[]): Promise<void> => {
  if (what === 'list') return list(app);
  if (what === 'resend') return resend(app, rest[0]);
  if (what === 'test') return test(app, rest[0], rest[1]);
  throw new Mistake(usage);
};

await run(async () => {
  const app = await openApp(config(), { migrate: true });
  try {
    await perform(app, parseArgs({ allowPositionals: true, options: {} }).positionals);
    return 0;
  } finally {
    await app.outbox.stop();
    await app.office.store.close();
  }
});
