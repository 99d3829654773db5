import { parseArgs } from 'node:util';
import { openApp } from '#src/app.ts';
import { restore } from '#src/backup/restore.ts';
import { config } from '#src/config.ts';
import { auditAll } from './audit-all.ts';
import { Mistake, phraseIn, print, run, watch } from './run.ts';

const usage = `用法：
  npm run restore -- 备份文件       恢复到空的地方：空的数据文件夹，或 DATABASE_URL 指的空数据库
    --passphrase-file 文件          备份加密时用的口令
先把 master.key 放进数据文件夹（或设好 REOPENDESK_KEY）。恢复以后逐件核对，报出数目和用时。
`;

const wish = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'passphrase-file': { type: 'string' } },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file, phraseFile: values['passphrase-file'] };
  } catch {
    return null;
  }
};

await run(async () => {
  const wished = wish();
  if (!wished) throw new Mistake(usage);
  const seconds = watch();
  const settings = config();
  const { file, phraseFile } = wished;
  const { tables, files, made } = await restore(settings, { file, phrase: phraseIn(phraseFile) });
  print(`恢复好了：${made} 的备份，校验和都对，用了${seconds()}秒`);
  for (const [name, rows] of Object.entries(tables)) if (rows > 0) print(`  ${name} ${rows}行`);
  print(`  附件和锚 ${files}个文件`);
  const app = await openApp(settings, { migrate: true });
  try {
    const code = await auditAll(app);
    print(`一共用了${seconds()}秒，最多用了${Math.round(process.resourceUsage().maxRSS / 1024)} MB 内存。`);
    return code;
  } finally {
    await app.office.store.close();
  }
});
