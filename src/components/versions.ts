import { diffArrays } from 'diff';
import { versionWords as words } from '#src/i18n/policy.ts';
import { say } from '#src/i18n/words.ts';
import { dayInWords } from '#src/rules/day.ts';
import { type End, endsOn, firstDay, knownFrom } from '#src/rules/validity.ts';
import { sectionsOf } from '#src/search/entries/markdown.ts';
import { historyOf } from './history.ts';
import { type PolicyRow, policiesByName } from './policies.ts';

/** A policy as it stood from a day on: its sentences under their headings. */
export type Version = { readonly from: string | null; readonly lines: readonly Line[] };
export type Line = { readonly heading: string; readonly text: string };

const sentences = (heading: string, text: string): readonly Line[] =>
  text
    .split(/(?<=[。！？])/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => ({ heading, text: part }));

/**
 * The versions of a policy, the oldest first: as issued, then one for each day on which a later document set another end, changed or replaced
 * it. All from the dated facts of the entries; the words under the five questions are those of the document as issued.
 */
export const versionsOf = async (row: PolicyRow): Promise<readonly Version[]> => {
  const { data, body = '' } = row.entry;
  const { amendedBy, supersededBy } = await historyOf(row);
  const rows = await policiesByName();
  const known = knownFrom(data);
  const issued = known && firstDay(known);
  const nameOf = (by: string) => {
    const other = rows.get(by)?.entry.data;
    return other?.number ?? other?.title ?? (by === '本文件' ? say(words.own, 'zh-Hans') : by);
  };
  const replaced = data.supersededBy;
  const days = [
    ...data.ends.map(end => end.announced),
    ...amendedBy.map(({ from }) => from),
    ...(replaced ? [replaced.from] : []),
  ].filter(day => issued !== null && day > issued);
  const text = sectionsOf(body).flatMap(({ heading, text }) => sentences(heading, text));
  const endLine = (end: End) =>
    say(words.endLine, 'zh-Hans', {
      scope: end.scope ? `${end.scope}：` : '',
      date: dayInWords(end.date),
      by: nameOf(end.by),
      announced: dayInWords(end.announced),
    });
  const endsBy = (day: string): readonly Line[] => {
    const ends = endsOn(data.ends, day).map(endLine);
    const heading = say(words.end, 'zh-Hans');
    return (ends.length > 0 ? ends : [say(words.endNone, 'zh-Hans')]).map(text => ({ heading, text }));
  };
  const changesBy = (day: string): readonly Line[] => {
    const changes = amendedBy
      .filter(({ from }) => from <= day)
      .map(({ row: by, from, what }) =>
        say(words.changeLine, 'zh-Hans', {
          date: dayInWords(from),
          what,
          by: by.entry.data.number ?? by.entry.data.title,
        }),
      );
    const end =
      replaced && supersededBy && replaced.from <= day
        ? [
            say(words.superseded, 'zh-Hans', {
              date: dayInWords(replaced.from),
              by: supersededBy.entry.data.title,
            }),
          ]
        : [];
    return [...changes, ...end].map(text => ({ heading: say(words.change, 'zh-Hans'), text }));
  };
  const first = issued ?? '';
  return [null, ...[...new Set(days)].sort()].map(from => ({
    from,
    lines: [...text, ...endsBy(from ?? first), ...changesBy(from ?? first)],
  }));
};

/** A sentence that both versions have, or one alone. */
export type Changed = Line & { readonly kind: 'same' | 'removed' | 'added' };

const sign = '\u0000';

/** What changed between two versions, sentence by sentence, in the order of reading: removed before added. */
export const changesOf = (before: Version, after: Version): readonly Changed[] => {
  const key = ({ heading, text }: Line) => heading + sign + text;
  return diffArrays(before.lines.map(key), after.lines.map(key)).flatMap(({ value, added, removed }) =>
    value.map(line => {
      const [heading = '', text = ''] = line.split(sign);
      return { heading, text, kind: added ? 'added' : removed ? 'removed' : 'same' } as const;
    }),
  );
};
