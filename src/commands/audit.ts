import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type App, openApp } from '#src/app.ts';
import { anchorsOf } from '#src/backup/anchors.ts';
import type { Anchor } from '#src/cases/anchor.ts';
import { config } from '#src/config.ts';
import { auditAll } from './audit-all.ts';
import { Mistake, print, run, watch } from './run.ts';

const usage = `用法：
  npm run audit                       核对每一件的记录和每天的锚，说出第一处断开的地方
    --anchor                          先补今天的锚（服务每天自己做；用 Netlify 的请每天运行一次）
    --export 文件                     把每天的锚各写一行，请存到别处
    --against 文件                    和从前存到别处的比
`;

const wish = () => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: { anchor: { type: 'boolean', default: false }, export: text, against: text },
    }).values;
  } catch {
    return null;
  }
};

const lineOf = ({ day, cases, root, hash }: Anchor): string => `${day} ${cases} ${root} ${hash}`;

/** What differs from the lines that were kept elsewhere; null where nothing does. */
const against = (list: readonly Anchor[], kept: string): string | null => {
  const here = new Map(list.map(anchor => [anchor.day, lineOf(anchor)]));
  for (const line of kept.split('\n').filter(text => text.trim() !== '')) {
    const day = line.slice(0, 10);
    const own = here.get(day);
    if (own === undefined) return `${day} 的锚不见了`;
    if (own !== line.trim()) return `${day} 的锚和存到别处的不一样`;
  }
  return null;
};

const work = async (app: App, wished: NonNullable<ReturnType<typeof wish>>): Promise<number> => {
  const seconds = watch();
  if (wished.anchor) print((await app.upkeep.anchor()) ? '今天的锚做好了。' : '今天的锚已经有了。');
  const whole = await auditAll(app);
  const { list } = await anchorsOf(app.config.data);
  const differs = wished.against === undefined ? null : against(list, readFileSync(wished.against, 'utf8'));
  if (differs !== null) console.error(differs);
  if (wished.export !== undefined) {
    writeFileSync(wished.export, list.map(anchor => `${lineOf(anchor)}\n`).join(''));
    print(`锚写到了 ${wished.export}，请存到别的机器或打印出来。`);
  }
  print(`用了${seconds()}秒。`);
  return differs === null ? whole : 1;
};

await run(async () => {
  const wished = wish();
  if (!wished) throw new Mistake(usage);
  const app = await openApp(config(), { migrate: true });
  try {
    return await work(app, wished);
  } finally {
    await app.office.store.close();
  }
});
