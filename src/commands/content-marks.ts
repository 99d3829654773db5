import type { Entry } from '#src/commands/content-files.ts';
import { choose, type Problem } from '#src/commands/content-words.ts';

/** A mark, opened or closed, or a sign that means something to the page and not to the editor. */
const signs = /<(\/?)([A-Za-z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*(\/?)>|[<{]/g;

/**
 * The marks of an .mdx entry: only those that its pages know, each closed, in their order; and no bare `<` or `{`, which would stop the
 * build in the words of its parser.
 */
export const markProblems = (entry: Entry<unknown>, known: readonly string[]): Problem[] => {
  const open: { readonly name: string; readonly at: number }[] = [];
  const found: Problem[] = [];
  const say = (at: number, wrong: string, fix: string) => found.push(entry.inBody(at, wrong, fix));
  for (const { 0: sign, 1: end, 2: name, 4: alone, index } of entry.body.matchAll(signs)) {
    if (name === undefined)
      say(index, `正文里有 ${sign}，网页会当成标记`, '写成文字：“<500”写“不到500”；括号用（）或【】');
    else if (!known.includes(name)) {
      const fix = known.length > 0 ? choose(name, known, '可以用的') : '这里不用标记，删掉';
      if (!end) say(index, `没有 <${name}> 这个标记`, fix);
    } else if (end) {
      const last = open.pop();
      if (!last) say(index, `</${name}> 前面没有 <${name}>`, '删掉它，或者在前面补上');
      else if (last.name !== name) {
        say(last.at, `<${last.name}> 还没有写 </${last.name}>，先写了 </${name}>`, '后开的标记先关');
        return found;
      }
    } else if (!alone) open.push({ name, at: index });
  }
  return [
    ...found,
    ...open.map(({ name, at }) =>
      entry.inBody(at, `<${name}> 后面没有 </${name}>`, `在圈住的字后面写 </${name}>`),
    ),
  ];
};
