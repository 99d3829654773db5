import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BackedUp, backUp } from '#src/backup/backup.ts';
import { openPlace } from '#src/backup/place.ts';
import { config } from '#src/config.ts';
import { Mistake, phraseIn, print, run, watch } from './run.ts';

const usage = `用法：
  npm run backup -- --to 文件夹     把数据库、附件和锚备份成一个文件；服务不用停
    --keep 份数                     只留最新的几份，旧的删掉
    --passphrase-file 文件          用文件第一行的口令加密
主密钥不在备份里：master.key（或 REOPENDESK_KEY）请另外保管，和备份分开放。
`;

const wish = () => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { to: text, keep: text, 'passphrase-file': text } });
    const keep = values.keep === undefined ? null : Number(values.keep);
    if (values.to === undefined || (keep !== null && !(Number.isInteger(keep) && keep >= 1))) return null;
    return { to: values.to, keep, phraseFile: values['passphrase-file'] };
  } catch {
    return null;
  }
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const tell = ({ file, size, tables, files, bytes, pruned }: BackedUp): void => {
  print(`备份好了：${file}，${megabytes(size)}`);
  for (const [name, rows] of Object.entries(tables)) if (rows > 0) print(`  ${name} ${rows}行`);
  print(`  附件和锚 ${files}个文件，${megabytes(bytes)}`);
  if (pruned.length > 0) print(`  旧的删了${pruned.length}份`);
};

await run(async () => {
  const wished = wish();
  if (!wished) throw new Mistake(usage);
  const seconds = watch();
  const settings = config();
  const place = await openPlace(settings);
  try {
    const { to, keep, phraseFile } = wished;
    const done = await backUp(place, { to, keep, phrase: phraseIn(phraseFile), now: new Date() });
    tell(done);
    print(`用了${seconds()}秒。主密钥不在里面，请另外保管。`);
    if (statSync(to).dev === statSync(settings.data).dev)
      print('备份和数据在同一块盘上：请再拷一份到别的机器。');
    if (done.missing > 0) console.error(`有${done.missing}个附件找不到文件，没有备份到。`);
    return done.missing > 0 ? 1 : 0;
  } finally {
    await place.rows.close();
  }
});
