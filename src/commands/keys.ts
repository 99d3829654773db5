import { setTimeout as sleep } from 'node:timers/promises';
import { keyFileOf } from '#src/adapters/keys.ts';
import { type App, openApp, reloadKeys } from '#src/app.ts';
import { indexAll } from '#src/cases/look-up.ts';
import { rotate } from '#src/cases/rotate.ts';
import { config } from '#src/config.ts';
import { Mistake, print, run } from './run.ts';

const usage = `用法：
  npm run keys -- list     列出装着的主密钥，每把封着多少件
  npm run keys -- index    给从前收的件补上查找用的索引（升级后运行一次）；中途断了，再运行一次
  npm run keys -- rotate   换一把新的主密钥；中途断了，再运行一次接着换
换密钥时服务不用停。主密钥放在 REOPENDESK_KEY 里的，先把它改成“新的,旧的”并重启服务，再运行 rotate，最后去掉旧的。
几台服务器共用一个数据库的，请用 REOPENDESK_KEY。
`;

const list = async ({ office }: App): Promise<void> => {
  const { keys, store } = office;
  const uses = new Map((await store.keyUse()).map(({ keyId, cases }) => [keyId, cases]));
  for (const id of keys.ring.keys())
    print(`${id}  封着${uses.get(id) ?? 0}件${id === keys.id ? '，新收的用这把' : ''}`);
  for (const [id, cases] of uses)
    if (id !== '' && !keys.ring.has(id)) print(`${id}  封着${cases}件，没有装上，打不开`);
  if (uses.has('')) print(`（密钥已销毁）  ${uses.get('')}件`);
};

/** A running server looks at the key file every second: by then it has the new key, and opens with both. */
const patience = 3000;

/** Sees to it that two keys are loaded, the new one first: made now, or left from a run that was broken off. */
const begin = async (app: App): Promise<void> => {
  if (app.office.keys.ring.size > 1) return print('接着上次没换完的。');
  const file = keyFileOf(app.config);
  if (!file) throw new Mistake('REOPENDESK_KEY 里只有一把。请改成“新的,旧的”，重启服务，再运行一次。');
  file.add();
  await sleep(patience);
  await reloadKeys(app);
};

const rotateAll = async (app: App): Promise<void> => {
  const { office, attachments } = app;
  await begin(app);
  const before = [...office.keys.ring.keys()].filter(id => id !== office.keys.id);
  const cases = await rotate(office.store, office.keys, done => {
    if (done > 0) print(`已换${done}件`);
  });
  const files = await attachments.rewrap();
  const file = keyFileOf(app.config);
  file?.keepFirst();
  print(`换好了：${cases}件，附件${files}个，新密钥 ${office.keys.id}。`);
  print(
    file
      ? `旧密钥 ${before.join('、')} 已从 ${file.file} 去掉。请备份新的密钥文件；从前的备份要用旧密钥才打得开。`
      : `请从 REOPENDESK_KEY 里去掉旧密钥 ${before.join('、')}，重启服务。从前的备份要用旧密钥才打得开。`,
  );
};

const index = async ({ office }: App): Promise<void> => print(`补好了：${await indexAll(office)}件。`);

const verbs = { list, index, rotate: rotateAll } as const;

await run(async () => {
  const [verb = '', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || !Object.hasOwn(verbs, verb)) throw new Mistake(usage);
  const app = await openApp(config(), { migrate: true });
  try {
    await verbs[verb as keyof typeof verbs](app);
    return 0;
  } finally {
    await app.office.store.close();
  }
});
