import { parseArgs } from 'node:util';
import { type Config, config } from '#src/config.ts';
import { doctorWords as words } from '#src/i18n/doctor.ts';
import { type Lang, langs, say } from '#src/i18n/words.ts';
import type { Finding } from './doctor-finding.ts';
import { machine } from './doctor-machine.ts';
import { proxy, site } from './doctor-site.ts';
import { channels, store } from './doctor-store.ts';
import { Mistake, print, run } from './run.ts';

const usage = `用法：
  npm run doctor                    看这台机器和服务哪里不对，各怎么办
    --url https://…                 也从外面试；不写就用 REOPENDESK_URL
    --lang en                       in English
`;

const wish = (): { readonly lang: Lang; readonly url: string | null } | null => {
  try {
    const { values } = parseArgs({ options: { lang: { type: 'string' }, url: { type: 'string' } } });
    const lang = langs.find(one => one.startsWith(values.lang ?? 'zh'));
    return lang ? { lang, url: values.url ?? null } : null;
  } catch {
    return null;
  }
};

const marks = { well: '✓', warn: '!', wrong: '✗' } as const;

const tell = ({ name, state, said, todo, values }: Finding, lang: Lang): void => {
  print(
    `${marks[state]} ${words[name][lang]}${lang === 'en' ? ': ' : '：'}${say(words[said], lang, values)}`,
  );
  if (todo) print(`    → ${say(words[todo], lang, values)}`);
};

/** What nobody changed says nothing about how readers reach the site. */
const addressOf = (settings: Config): string | null =>
  settings.siteUrl === config({}).siteUrl ? null : settings.siteUrl;

await run(async () => {
  const wished = wish();
  if (!wished) throw new Mistake(usage);
  const { lang, url } = wished;
  const settings = config();
  const findings = [
    ...machine(process.cwd(), settings),
    ...(await store(settings)),
    channels(settings),
    proxy(settings),
    ...(await site(url ?? addressOf(settings))),
  ];
  for (const finding of findings) tell(finding, lang);
  const count = (state: Finding['state']) => findings.filter(finding => finding.state === state).length;
  const [wrong, warn] = [count('wrong'), count('warn')];
  print(wrong + warn === 0 ? words.well[lang] : say(words.sum, lang, { wrong, warn }));
  return wrong > 0 ? 1 : 0;
});
