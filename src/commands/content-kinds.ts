import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import {
  address,
  choice,
  choices,
  field,
  notBefore,
  proposed,
  type Question,
  several,
  unsure,
  words,
} from '#src/commands/content-question.ts';
import { faqCategories } from '#src/i18n/faq.ts';
import { w } from '#src/i18n/words.ts';
import { faq } from '#src/shelves/faq.ts';
import { hotline, hotlineGroups } from '#src/shelves/hotline.ts';
import { notice } from '#src/shelves/notice.ts';
import { accesses, kinds, levels, policy, topics } from '#src/shelves/policy.ts';

export type Given = Readonly<Record<string, unknown>>;
export type Made = {
  readonly file: string;
  readonly text: string;
  readonly page: string;
  /** The day from which it is on the site, where it is not at once. */ readonly from?: string;
};

/** A kind of entry that an editor may begin: what is asked, and the file that the answers make. */
export type Kind = {
  readonly name: string;
  /** `taken`: names on the shelf; `today` as 2020-03-20. */
  readonly questions: (taken: readonly string[], today: string) => readonly Question[];
  readonly make: (given: Given, today: string, root: string) => Made;
};

const sure = {
  high: w('核对过原文', 'Checked against the original'),
  medium: w('还没核对，页面会写“待核对原文”', 'Not checked yet'),
} as const;

/** By the older YAML, which takes a date for a date: one that is text then stands in quotes, as Astro's loader needs it. */
const front = (data: Given): string => stringify(data, { version: '1.1', lineWidth: 0, singleQuote: true });
const file = (data: Given, body: string): string => `---\n${front(data)}---\n\n${body}\n`;
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
const isItem = (line: string | undefined): boolean => /^(-|\d+\.) /.test(line ?? '');

/** Each line a paragraph, items of a list one below the other. */
const paragraphs = (text: string): string =>
  linesOf(text).reduce((all, line, index, lines) => {
    if (index === 0) return line;
    return `${all}${isItem(line) && isItem(lines[index - 1]) ? '\n' : '\n\n'}${line}`;
  }, '');

const bullets = (text: string): string =>
  linesOf(text)
    .map(line => (isItem(line) ? line : `- ${line}`))
    .join('\n');

const next = (prefix: string, taken: readonly string[]): string => {
  const last = taken
    .filter(name => name.startsWith(`${prefix}-`))
    .map(name => Number(/-(\d+)$/.exec(name)?.[1] ?? 0));
  return `${prefix}-${String(Math.max(0, ...last) + 1).padStart(2, '0')}`;
};

const noticeKind: Kind = {
  name: '通知',
  questions: (taken, today) => [
    field('title', '通知的标题', notice.shape.title),
    proposed('published', '哪天发布', today, notice.shape.published),
    words('body', '通知的正文，用短句'),
    address('slug', '给文件起个名字', `${today}-notice`, taken),
  ],
  make: ({ slug, body, title, published }) => ({
    file: `content/notices/${slug}.md`,
    text: file({ title, published, sample: false }, paragraphs(String(body))),
    page: `/notices/${slug}/`,
    from: String(published),
  }),
};

const faqKind: Kind = {
  name: '常见问题',
  questions: taken => [
    field('question', '问题，照大家的说法写', faq.shape.question),
    choice('category', '属于哪一类', faqCategories),
    words('body', '答复，用短句'),
    choice('confidence', '核对过吗', sure),
    address('slug', '给文件起个名字', next('faq', taken), taken),
  ],
  make: ({ slug, body, question, category, confidence }) => ({
    file: `content/faq/${slug}.md`,
    text: file(
      { question, category, policies: [], guides: [], confidence, note: null },
      paragraphs(String(body)),
    ),
    page: `/faq/#${slug}`,
  }),
};

const directory = 'content/hotlines/directory.yaml';
const idOf = (numbers: unknown): string =>
  String((numbers as readonly string[])[0] ?? '').replace(/[^0-9-]/g, '-');

const hotlineKind: Kind = {
  name: '电话',
  questions: () => [
    field('name', '电话的名称，例如：市人社局咨询', hotline.shape.name),
    field('operator', '哪个单位接', hotline.shape.operator),
    choice('group', '放在哪一组', hotlineGroups),
    proposed('region', '管哪里', '全国', hotline.shape.region),
    several('numbers', '号码，带区号，例如 0431-85530623', hotline.shape.numbers.min(1, '至少写一个号码')),
    several('answers', '答哪些事，例如：社保减免、稳岗返还', hotline.shape.answers.min(1, '至少写一件事')),
    unsure('hours', '接听时间，照原文写', z.string()),
    choice('confidence', '打过、核对过吗', sure),
  ],
  make: (given, today, root) => {
    const id = idOf(given.numbers);
    const { name, operator, group, region, numbers, answers, hours, confidence } = given;
    const row = { id, name, operator, group, region, numbers, fax: null, answers, hours, shifts: [] };
    const entry = [{ ...row, since: null, note: null, confidence, checkedOn: today }];
    const text = readFileSync(join(root, directory), 'utf8').trimEnd();
    return {
      file: directory,
      text: `${text}\n${front(entry as unknown as Given)}`,
      page: `/hotlines/#${id}`,
    };
  },
};

/** The five headings of every policy. */
const sections = [
  ['gets', '能得到什么'],
  ['who', '谁能享受'],
  ['how', '怎么申请'],
  ['until', '什么时候截止'],
  ['call', '找谁咨询'],
] as const;

const policyKind: Kind = {
  name: '政策',
  questions: (taken, today) => [
    field('title', '政策的标题，照原文', policy.shape.title),
    field('summary', '一句话：读者能得到什么、要做什么（不超过80字）', policy.shape.summary),
    choice('kind', '是什么', kinds),
    unsure('number', '发文字号，例如 国办发明电〔2020〕6号', policy.shape.number.unwrap()),
    several('issuers', '发文机构', policy.shape.issuers),
    choice('level', '哪一级', levels),
    field('region', '管哪里，例如 全国、吉林省长春市', policy.shape.region),
    unsure('issued', '成文日期，例如 2020-03-20', policy.shape.issued.unwrap()),
    notBefore(unsure('published', '公开日期', policy.shape.published.unwrap()), ['issued']),
    unsure('effectiveFrom', '从哪天起施行', policy.shape.effectiveFrom.unwrap()),
    notBefore(unsure('end', '到哪天截止（文件写了才填）', policy.shape.published.unwrap()), [
      'issued',
      'effectiveFrom',
    ]),
    choices('topics', '哪些主题', topics),
    several('audience', '谁能享受，例如 中小微企业', policy.shape.audience.min(1, '至少写一类')),
    choice('access', '怎么享受', accesses),
    notBefore(unsure('applyBy', '申报截止日期', policy.shape.applyBy.unwrap()), ['issued', 'effectiveFrom']),
    unsure('url', '官方网页的地址', z.url('写完整网址，以 https:// 或 http:// 开头')),
    choice('confidence', '核对过原文吗', sure),
    ...sections.map(([name, title]) => words(name, `正文“${title}”，每行一条`)),
    address('slug', '给文件起个名字', next(`policy-${today.slice(0, 4)}`, taken), taken),
  ],
  make: ({ slug, url, end, ...given }, today) => {
    const body = sections
      .map(([name, title]) => `## ${title}\n\n${bullets(String(given[name]))}`)
      .join('\n\n');
    const { title, summary, kind, number, issuers, level, region, issued, published } = given;
    const announced = published ?? (typeof issued === 'string' && issued.length === 10 ? issued : today);
    const { effectiveFrom, topics: about, audience, access, applyBy, confidence } = given;
    const data = {
      ...{ title, summary, kind, number, numberConfidence: confidence, issuers, level, region },
      ...{ issued, published, effectiveFrom },
      ends: end === null ? [] : [{ date: end, announced, by: '本文件', scope: null }],
      ...{ validity: null, topics: about, audience, access, applyBy, howToApply: null, statusNote: null },
      source: url === null ? null : { url, kind: 'official' },
      ...{ confidence, checkedOn: today },
    };
    return {
      file: `content/policies/${level}/${slug}.mdx`,
      text: file(data, body),
      page: `/policies/${level}/${slug}/`,
    };
  },
};

/** By the word that is typed behind `new`. */
export const contentKinds: Readonly<Record<string, Kind>> = {
  policy: policyKind,
  hotline: hotlineKind,
  notice: noticeKind,
  faq: faqKind,
};
