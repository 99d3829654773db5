import type { Content } from '#src/papers/content.ts';
import type { PaperKind } from '#src/papers/store.ts';
import { dayInWords } from '#src/rules/day.ts';

/** A paper as it is read: plain words, in Chinese, as offices write them. */
export type Sheet = {
  readonly title: string;
  /** `某市某区人民政府：`; '' for none. */ readonly addressee: string;
  /** A table of what is what; empty for none. */ readonly rows: readonly (readonly [string, string])[];
  readonly paragraphs: readonly string[];
  /** In small print at the end; ''. */ readonly note: string;
};

/** What stands where nothing was filled in. */
const blank = '＿＿＿＿＿＿';

const reader = (content: Content) => ({
  text: (id: string): string => content[id] || blank,
  day: (id: string): string => {
    const day = content[id] ?? '';
    return /^\d{4}-\d\d-\d\d$/.test(day) ? dayInWords(day) : blank;
  },
  /** The enterprise, with its code where there is one. */
  firm: (): string => {
    const code = content.creditCode ? `（统一社会信用代码${content.creditCode}）` : '';
    return `${content.enterprise || blank}${code}`;
  },
});

const pass = (content: Content): Sheet => {
  const { text, day } = reader(content);
  const rows: readonly (readonly [string, string])[] = [
    ['使用单位', text('enterprise')],
    ['车牌', text('plate')],
    ...(content.trailer ? [['挂车号', content.trailer] as const] : []),
    ['驾驶员', text('driver')],
    ['从哪里到哪里', `${text('from')}至${text('to')}`],
    ['货物', [text('goods'), content.quantity ?? ''].filter(Boolean).join('，')],
    ['有效期', `${day('validFrom')}至${day('validTo')}`],
  ];
  const note = '一车一证，随车携带，在本区内使用，过期作废。跨省应急通行证由省级交通部门发放。';
  return { title: '车辆通行证', addressee: '', rows, paragraphs: [], note };
};

const notice = (content: Content): Sheet => {
  const { text, day, firm } = reader(content);
  return {
    title: '复工告知书',
    addressee: `${firm()}：`,
    rows: [],
    paragraphs: [
      `你单位报送的复工材料已经收到并看过，自${day('validFrom')}起可以开工。`,
      ...text('terms').split('\n'),
      '特此告知。',
    ],
    note: '',
  };
};

const certificate = (content: Content): Sheet => {
  const { text, day, firm } = reader(content);
  return {
    title: text('title'),
    addressee: '',
    rows: [],
    paragraphs: [
      `兹证明${firm()}：`,
      ...text('matter').split('\n'),
      `本证明自${day('validFrom')}至${day('validTo')}有效。`,
    ],
    note: '',
  };
};

const letter = (content: Content): Sheet => {
  const { text } = reader(content);
  return {
    title: '关于请求协助产业链企业复工复产的函',
    addressee: `${text('addressee')}：`,
    rows: [],
    paragraphs: [...text('matter').split('\n'), '特此函商，盼复。'],
    note: '',
  };
};

const sheets: Readonly<Record<PaperKind, (content: Content) => Sheet>> = {
  pass,
  notice,
  certificate,
  letter,
};

/** What is printed of a paper. */
export const sheetOf = (kind: PaperKind, content: Content): Sheet => sheets[kind](content);
