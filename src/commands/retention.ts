import { parseArgs } from 'node:util';
import { openApp } from '#src/app.ts';
import { retain } from '#src/cases/retention.ts';
import { config } from '#src/config.ts';

const usage = `用法：
  npm run retention               删除已到保存期的个人信息和文字说明，统计数字留着
  npm run retention -- --dry-run  只数一数，不删
  npm run retention -- --vacuum   删完重写数据库文件，不留空隙（SQLite；期间不能提交，放在夜里，每月一次）
`;

type Wish = { readonly dry: boolean; readonly whole: boolean };

const wish = (): Wish | null => {
  const off = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({ options: { 'dry-run': off, vacuum: off } });
    return { dry: values['dry-run'], whole: values.vacuum };
  } catch {
    return null;
  }
};

const run = async ({ dry, whole: vacuum }: Wish): Promise<number> => {
  const { office } = await openApp(config(), { migrate: true });
  try {
    const { cases, whole, fields, failed } = await retain(office, { dry, whole: vacuum });
    const verb = dry ? '到期未删' : '已删除';
    process.stdout.write(
      `${verb}：${cases}件，其中全部删除${whole}件，其余${cases - whole}件共${fields}栏。\n`,
    );
    if (failed > 0) console.error(`有${failed}件打不开，没有处理：请核对主密钥（npm run keys -- list）。`);
    return failed > 0 ? 1 : 0;
  } finally {
    await office.store.close();
  }
};

const wished = wish();
if (wished === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  process.exitCode = await run(wished).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  });
}
