import type { z } from 'zod';
import type { Words } from '#src/i18n/words.ts';

/** What an editor typed, read: the value for the file, or what is wrong with it in a line. */
export type Read = { readonly value: unknown } | { readonly wrong: string };

/** One question of `npm run content -- new`. */
export type Question = {
  /** The field of the file. */ readonly name: string;
  readonly ask: string;
  /** Many lines, ended by a line with a dot alone. */ readonly isLong?: true;
  /** `given`: what was answered before. */ readonly read: (
    typed: string,
    given: Readonly<Record<string, unknown>>,
  ) => Read;
};

const firstIssue = (error: z.ZodError): string => error.issues[0]?.message ?? '照着提示写';

/** Text, a date, a number of a document: whatever the shelf's own schema says of the field. */
export const field = (name: string, ask: string, schema: z.ZodType): Question => ({
  name,
  ask,
  read: typed => {
    const { success, data, error } = schema.safeParse(typed);
    return success ? { value: data } : { wrong: firstIssue(error) };
  },
});

/** The same, where an empty line says that it is not known: `null`. */
export const unsure = (name: string, ask: string, schema: z.ZodType): Question => {
  const asked = field(name, `${ask}（不知道就直接回车）`, schema);
  return { ...asked, read: (typed, given) => (typed === '' ? { value: null } : asked.read(typed, given)) };
};

/** The same, where an empty line takes what is proposed. */
export const proposed = (name: string, ask: string, value: string, schema: z.ZodType): Question => {
  const asked = field(name, `${ask}（直接回车：${value}）`, schema);
  return { ...asked, read: (typed, given) => asked.read(typed === '' ? value : typed, given) };
};

const separator = /\s*[、，,；;]\s*|\s{2,}/;
const parts = (typed: string): readonly string[] => typed.split(separator).filter(part => part !== '');

/** Several, set off by 、 or a comma. */
export const several = (name: string, ask: string, schema: z.ZodType): Question =>
  ({
    ...field(name, `${ask}（几个的用顿号隔开）`, schema),
    read: typed => {
      const { success, data, error } = schema.safeParse(parts(typed));
      return success ? { value: data } : { wrong: firstIssue(error) };
    },
  }) satisfies Question;

const isWhole = (day: unknown): day is string => typeof day === 'string' && day.length === 10;

/** The same, and no day before one that was given for these; a day that is known to the month only is not compared. */
export const notBefore = (question: Question, names: readonly string[]): Question => ({
  ...question,
  read: (typed, given) => {
    const read = question.read(typed, given);
    const day = 'value' in read ? read.value : null;
    const later = names.map(name => given[name]).find(other => isWhole(day) && isWhole(other) && day < other);
    return later ? { wrong: `${String(day)} 早于前面写的 ${String(later)}` } : read;
  },
});

const listed = (table: Readonly<Record<string, Words>>): string =>
  Object.values(table)
    .map((words, index) => `  ${index + 1} ${words['zh-Hans']}`)
    .join('\n');

const keyFor = (table: Readonly<Record<string, Words>>, typed: string): string | undefined =>
  Object.keys(table)[Number(typed) - 1] ??
  Object.keys(table).find(key => key === typed || table[key]?.['zh-Hans'] === typed);

/** One of a table, by its number, its words or its key. */
export const choice = (name: string, ask: string, table: Readonly<Record<string, Words>>): Question => ({
  name,
  ask: `${ask}\n${listed(table)}\n写前面的数字`,
  read: typed => {
    const key = keyFor(table, typed);
    return key ? { value: key } : { wrong: `写1到${Object.keys(table).length}里的一个数` };
  },
});

/** One or more of a table. */
export const choices = (name: string, ask: string, table: Readonly<Record<string, Words>>): Question => ({
  name,
  ask: `${ask}\n${listed(table)}\n写前面的数字，几个的用顿号隔开`,
  read: typed => {
    const keys = parts(typed).map(part => keyFor(table, part));
    return keys.length > 0 && keys.every(key => key !== undefined)
      ? { value: [...new Set(keys)] }
      : { wrong: `写1到${Object.keys(table).length}里的数，至少一个` };
  },
});

/** Words of any length under the front matter. */
export const words = (name: string, ask: string): Question => ({
  name,
  ask: `${ask}（可以写几行；写完另起一行，只打一个句点 . 再回车）`,
  isLong: true,
  read: typed => (typed.trim() === '' ? { wrong: '不能空着' } : { value: typed.trim() }),
});

/** A name for the file, which is its address: not one that is there already. */
export const address = (name: string, ask: string, proposal: string, taken: readonly string[]): Question => ({
  name,
  ask: `${ask}\n文件名就是网址的一部分，发布以后不要改；只用小写字母、数字、短横线（直接回车：${proposal}）`,
  read: typed => {
    const slug = typed === '' ? proposal : typed;
    if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug)) return { wrong: '只用小写字母、数字、短横线，最多80个' };
    return taken.includes(slug) ? { wrong: `${slug} 已经有了，换一个` } : { value: slug };
  },
});
