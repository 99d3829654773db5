import type { z } from 'zod';

/** One mistake in content, for the editor who made it: where, what is wrong, what to write instead. */
export type Problem = {
  /** Path from the root of the site. */ readonly file: string;
  /** Counted from 1; null where the mistake has no line. */ readonly line: number | null;
  readonly field: string;
  readonly wrong: string;
  readonly fix: string;
};

type Path = readonly PropertyKey[];

const typesInWords: Record<string, string> = {
  string: '写文字；像数字或日期的要加引号',
  number: '写数字，不加引号',
  int: '写整数，不加引号',
  boolean: '写 true（是）或 false（否），不加引号',
  array: '写成列表，例如 [甲, 乙]',
  object: '分栏目写，每个栏目一行',
  record: '分栏目写，每个栏目一行',
};

/** How many letters differ between two names. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The names most like the one typed, best first, at most three; names that share no more than a letter or two are left out. */
export const near = (typed: string, names: readonly string[]): string[] => {
  const far = (name: string) => distance(typed.toLowerCase(), name.toLowerCase());
  const close = names.filter(name => far(name) <= Math.max(2, Math.floor(name.length / 3)));
  return close.sort((a, b) => far(a) - far(b)).slice(0, 3);
};

/** 是不是“甲”？ or what there is to choose from. */
export const choose = (typed: string, names: readonly string[], what: string): string => {
  const found = near(typed, names);
  if (found.length > 0) return `是不是“${found.join('”“')}”？`;
  return names.length > 0 && names.length <= 40
    ? `${what}：${names.join('、')}`
    : `先在 content 里建好，再写到这里`;
};

const shapeOf = (inst: unknown): string[] => {
  const def = (inst as { _zod?: { def?: { shape?: Record<string, unknown> } } } | undefined)?._zod?.def;
  return Object.keys(def?.shape ?? {});
};

/** What to write instead, for every issue whose schema says nothing itself: zod's own English never reaches an editor. */
export const fixes: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'unrecognized_keys':
      // One text for several keys; `problemsOf` splits it by line.
      return issue.keys.map(key => choose(key, shapeOf(issue.inst), '这里可以写的栏目')).join('\n');
    case 'invalid_type':
      return typesInWords[issue.expected] ?? '换一种写法，照着同一栏目的其他文件写';
    case 'invalid_value':
      return `只能写：${issue.values.join('、')}`;
    case 'too_small':
      if (issue.origin === 'array') return `至少写 ${issue.minimum} 项`;
      return issue.origin === 'string' ? `至少写 ${issue.minimum} 个字` : `不能小于 ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `最多写 ${issue.maximum} 项`;
      return issue.origin === 'string' ? `最多写 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`;
    default:
      return '照着同一栏目的其他文件写';
  }
};

/** The value at a path of what was read; undefined where nothing was written. */
const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw);

/** What may stand in a field when there is nothing to say: tried out, since a schema does not tell. */
const nothing = (schema: z.ZodType, raw: unknown, path: Path): string => {
  const fits = (value: unknown): boolean => {
    const copy = structuredClone(raw);
    const parent = valueAt(copy, path.slice(0, -1));
    if (typeof parent !== 'object' || parent === null) return false;
    Reflect.set(parent, path.at(-1) ?? '', value);
    const issues = schema.safeParse(copy).error?.issues ?? [];
    return !issues.some(issue => fieldName(issue.path) === fieldName(path));
  };
  if (fits(null)) return '；没有就写 null';
  return fits([]) ? '；没有就写 []' : '';
};

const shown = (value: unknown): string => {
  if (value instanceof Date) return `没有加引号的日期 ${value.toISOString().slice(0, 10)}`;
  if (value === null) return 'null（空）';
  if (Array.isArray(value)) return value.length === 0 ? '空列表 []' : '一个列表';
  if (typeof value === 'object') return '一组栏目';
  const text = String(value);
  if (text.trim() === '') return '空白';
  const short = text.length > 40 ? `${text.slice(0, 40)}……` : text;
  return typeof value === 'string'
    ? `“${short}”`
    : `${short}（没有加引号的${typeof value === 'number' ? '数字' : '值'}）`;
};

/** `ends 第1项 date` */
export const fieldName = (path: Path): string =>
  path.map(key => (typeof key === 'number' ? `第${key + 1}项` : String(key))).join(' ') || '（整个文件）';

export type Found = { readonly path: Path; readonly wrong: string; readonly fix: string };

/** Checks what was read against its schema. Gives every mistake, in order; empty when it fits. */
export const problemsOf = (schema: z.ZodType, raw: unknown): Found[] => {
  const result = schema.safeParse(raw, { error: fixes });
  return (result.error?.issues ?? []).flatMap((issue): Found[] => {
    if (issue.code === 'unrecognized_keys') {
      const hints = issue.message.split('\n');
      return issue.keys.map((key, i) => ({
        path: [...issue.path, key],
        wrong: '没有这个栏目',
        fix: hints[i] ?? '',
      }));
    }
    const value = valueAt(raw, issue.path);
    if (value !== undefined)
      return [{ path: issue.path, wrong: `现在写的是${shown(value)}`, fix: issue.message }];
    const fix = issue.message + nothing(schema, raw, issue.path);
    return [{ path: issue.path, wrong: '少了这个栏目', fix }];
  });
};
