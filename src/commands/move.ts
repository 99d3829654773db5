import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { move, takeBack } from '#src/backup/move.ts';
import { openPlace, openRows } from '#src/backup/place.ts';
import { config } from '#src/config.ts';
import { Mistake, print, run, watch } from './run.ts';

const usage = `用法（先停服务）：
  npm run move -- --to postgres://…   把数据库搬到空的 Postgres
  npm run move -- --to 文件夹         把数据库搬成文件夹里的 reopendesk.sqlite
  npm run move -- --take-back         搬走以后又想用回原来的
从现在设置的数据库搬起；断了再运行一次，接着搬。附件、锚和密钥不动。
`;

const wish = () => {
  try {
    const { values } = parseArgs({
      options: { to: { type: 'string' }, 'take-back': { type: 'boolean', default: false } },
    });
    return values['take-back'] === (values.to !== undefined) ? null : values;
  } catch {
    return null;
  }
};

await run(async () => {
  const wished = wish();
  if (!wished) throw new Mistake(usage);
  const seconds = watch();
  const from = await openPlace(config());
  if (wished.to === undefined) {
    const back = await takeBack(from).finally(from.rows.close);
    print(back ? `${from.rows.place} 又可以用了。` : `${from.rows.place} 没有搬走过。`);
    return 0;
  }
  const isUrl = /^postgres(ql)?:\/\//.test(wished.to);
  const to = await openRows({
    url: isUrl ? wished.to : null,
    file: join(resolve(wished.to), 'reopendesk.sqlite'),
  });
  try {
    const moved = await move(from, to, new Date());
    for (const { table, rows, brought, sha256 } of moved)
      print(`  ${table} ${rows}行（这次${brought}行），逐行核对一致，${sha256.slice(0, 16)}`);
    print(`搬好了：${from.rows.place} → ${to.rows.place}，用了${seconds()}秒。`);
    print(
      isUrl
        ? '请把 DATABASE_URL 设成新地址，再开服务。'
        : `请去掉 DATABASE_URL，把 REOPENDESK_DATA 设成 ${wished.to}，再开服务；附件、锚和密钥也要在那里。`,
    );
    return 0;
  } finally {
    await to.rows.close();
    await from.rows.close();
  }
});
