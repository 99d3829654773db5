import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '#src/commands/content.ts';
import { staleLines } from '#src/commands/content-guides.ts';
import { type LinkProblems, linkProblems, linksInWords } from '#src/commands/site-links.ts';
import { type Day, dayInWords, dayOf, daysBetween, isDay } from '#src/rules/day.ts';
import { validityOn } from '#src/rules/validity.ts';
import { readZone, today } from '#src/zone/zone.ts';

type Content = ReturnType<typeof readContent>;

/** What an editor should look at again. None of it stops the build; what does is told by `npm run build`. */
export type Review = {
  /** Checked longer ago than so many days. */ readonly overdue: readonly Line[];
  /** Policies in force that end soon, the soonest first. */ readonly ending: readonly Line[];
  /** Translated passages whose Chinese has changed since. */ readonly stale: readonly Line[];
  /** Links in the words to pages that are no government's or public body's. */ readonly unofficial: readonly Line[];
};
type Line = { readonly file: string; readonly says: string };

/** Where a public body publishes: gov.cn, and what `source` of an entry has declared official. */
const official = /(^|\.)gov\.cn$/;

const foreignLinks = (all: Content): readonly Line[] => {
  const written = [all.policies, all.guides, all.faq, all.notices, all.practices].flatMap(shelf => [
    ...shelf.entries,
  ]);
  const declared = new Set(
    all.policies.entries.flatMap(({ data }) => (data.source ? [new URL(data.source.url).hostname] : [])),
  );
  return written.flatMap(({ file, body }) =>
    [...body.matchAll(/https?:\/\/[^\s)<>"]+/g)].flatMap(([url]) => {
      const host = new URL(url).hostname;
      return official.test(host) || declared.has(host) ? [] : [{ file, says: url }];
    }),
  );
};

/** Looks through the content: what ends soon as of `day`, what was checked more than `older` days before `now`. */
export const review = (all: Content, day: Day, now: Day, older: number): Review => {
  const checked = [...all.policies.entries, ...all.hotlines.entries];
  const overdue = checked
    .filter(({ data }) => daysBetween(data.checkedOn, now) > older)
    .map(({ file, slug, data }) => ({ file, says: `${slug}：${dayInWords(data.checkedOn)}核对` }));
  const ending = all.policies.entries
    .map(({ file, data }) => ({ file, validity: validityOn(data, day) }))
    .filter(({ validity }) => validity.state === 'ending')
    .sort((a, b) => (a.validity.daysLeft ?? 0) - (b.validity.daysLeft ?? 0))
    .map(({ file, validity }) => ({
      file,
      says: `${dayInWords(validity.next?.date ?? day)}截止，还剩${validity.daysLeft}天`,
    }));
  const stale = staleLines(all.translations.entries, all.guides.entries).map(({ file, id, now }) => ({
    file,
    says: `${id}：中文现在是“${now}”`,
  }));
  return { overdue, ending, stale, unofficial: foreignLinks(all) };
};

const section = (title: string, lines: readonly Line[]): string =>
  [`${title}：${lines.length}处`, ...lines.map(({ file, says }) => `  ${file}  ${says}`)].join('\n');

/** The whole review in words; `links` null where the site is not built. */
export const reviewInWords = (found: Review, links: LinkProblems | null, older: number): string =>
  [
    section(`超过${older}天没有再核对`, found.overdue),
    section('30天内截止的政策', found.ending),
    section('英文指南要跟着改', found.stale),
    section('链接到非官方网页', found.unofficial),
    links === null
      ? '还没有建站，站内链接没有查：先运行 npm run build'
      : linksInWords(links) || '站内链接都能打开，每个页面都有链接到',
  ].join('\n\n');

const options = { asof: { type: 'string' }, older: { type: 'string', default: '180' } } as const;

const main = (): void => {
  const root = process.cwd();
  const { asof, older } = parseArgs({ options }).values;
  const day = asof ?? today(readZone(root), new Date());
  if (!isDay(day)) throw new Error('--asof 写成 2020-04-15 这样的日期');
  if (!/^\d{1,4}$/.test(older)) throw new Error('--older 写天数，例如 180');
  const dist = join(root, 'dist');
  const links = existsSync(join(dist, '.built')) ? linkProblems(dist) : null;
  console.log(
    `按${dayInWords(day)}看：\n\n${reviewInWords(review(readContent(root), day, asof ?? dayOf(new Date()), Number(older)), links, Number(older))}`,
  );
};

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
