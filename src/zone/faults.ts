import type { z } from 'zod';
import type { Day } from '#src/rules/day.ts';
import { type ModeRow, modeFaults } from '#src/rules/modes.ts';
import { type PriorityRow, priorityFaults } from '#src/rules/priority.ts';
import { type OrderRow, orderFaults } from '#src/rules/reopening.ts';
import { type ReturnRule, returnClashes } from '#src/rules/returns.ts';
import { areaOffice, type Route } from '#src/rules/routing.ts';
import { type Clash, clashes, gaps } from '#src/rules/routing-check.ts';
import { containers, contentsOf, isContainer } from '#src/rules/units.ts';
import type { answersFile, itemsFile, notifyFile, zoneFile } from '#src/zone/schema.ts';

type ZoneFile = z.infer<typeof zoneFile>;
type Dated = { readonly from: Day; readonly to: Day | null };

const codesOf = (rows: readonly { readonly code: string }[]) => new Set(rows.map(row => row.code));

/** The last day that rows are asked for: tables hold without end. */
const everAfter = '9999-12-31';

/**
 * Areas whose office is no department, and a department that takes the name of all offices. Like every fault here: an indented line,
 * what is wrong and what to do parted by “；”.
 */
export const zoneFaults = (zone: ZoneFile): readonly string[] => {
  const departments = codesOf(zone.departments);
  return [
    ...zone.areas
      .filter(area => !departments.has(area.office))
      .map(area => `  ${area.code}：office 没有这个部门 ${area.office}；写 departments 里有的代码`),
    ...zone.departments
      .filter(one => one.superior !== null && (one.superior === one.code || !departments.has(one.superior)))
      .map(one => `  ${one.code}：superior 要写另一个部门的代码，不能是 ${one.superior}；改掉或者写 null`),
    ...(departments.has(areaOffice) ? [`  departments：${areaOffice} 是保留的名字；换一个代码`] : []),
  ];
};

/** Contacts of departments that there are not, or that are to get letters and have no address. */
export const notifyFaults = (
  zone: ZoneFile,
  { departments }: z.infer<typeof notifyFile>,
): readonly string[] => {
  const known = codesOf(zone.departments);
  return departments.flatMap(({ code, channels, mail }) => [
    ...(known.has(code) ? [] : [`  departments：没有这个部门 ${code}；写 zone.yaml 里有的代码`]),
    ...(channels.includes('mail') && mail === null ? [`  ${code}：channels 有 mail；把 mail 写上邮箱`] : []),
    ...(channels.includes('sms') ? [`  ${code}：短信只发给值班人员；从 channels 里删掉 sms`] : []),
  ]);
};

/** Ready answers: one id twice, forms that there are not, places to put something in other than `{site}`, blanks that do not end. */
export const answerFaults = (
  answers: z.infer<typeof answersFile>,
  forms: readonly string[],
): readonly string[] =>
  answers.flatMap(({ id, forms: of, text }, at) => {
    const strangers = forms.length === 0 ? [] : (of ?? []).filter(form => !forms.includes(form));
    const places = [...text.matchAll(/\{[^}]*\}?/g)].flatMap(([place]) =>
      place === '{site}' ? [] : [place],
    );
    const isOpen = /【(?![^【]*】)/.test(text);
    return [
      ...(answers.findIndex(one => one.id === id) < at ? [`  ${id}：这个 id 前面有过；换一个`] : []),
      ...strangers.map(form => `  ${id}：没有这张表单 ${form}；写表单代码，都用得上写 null`),
      ...places.map(place => `  ${id}：${place} 不会换成别的；只能写 {site}，要人填的写在【】里`),
      ...(isOpen ? [`  ${id}：【没有写完；补上】`] : []),
    ];
  });

/** Rows that end before they begin, numbered from 1 as they stand in the file. */
export const datesTurned = (rows: readonly Dated[]): readonly string[] =>
  rows.flatMap((row, index) =>
    row.to !== null && row.to < row.from
      ? [`  第${index + 1}行：to（${row.to}）比 from（${row.from}）早；改日期`]
      : [],
  );

const unknownNames = (zone: ZoneFile, routing: readonly Route[]): readonly string[] => {
  const departments = codesOf(zone.departments).add(areaOffice);
  const lines = codesOf(zone.lines);
  const areas = codesOf(zone.areas);
  const strangers = (codes: readonly string[] | null, known: ReadonlySet<string>, label: string) =>
    (codes ?? []).filter(code => !known.has(code)).map(code => `${label} ${code}`);
  return routing.flatMap((row, index) =>
    [
      ...strangers([row.handler], departments, 'handler：没有这个部门'),
      ...strangers(row.alsoTo, departments, 'alsoTo：没有这个部门'),
      ...strangers(row.lines, lines, 'lines：没有这条战线'),
      ...strangers(row.areas, areas, 'areas：没有这个片区'),
    ].map(wrong => `  第${index + 1}行 ${wrong}；写 zone.yaml 里有的代码`),
  );
};

const clashInWords = ({ tag, row, by }: Clash): string =>
  tag === 'both'
    ? `  第${by}行和第${row}行：同一张表、同样的条件，日期有重叠；改日期，或者删掉一行`
    : `  第${row}行：前面的行已经全包了，永远轮不到；往前移，或者删掉`;

/** Names the zone does not have, dates turned round, days on which nobody takes a form, rows that never count or hold twice. */
export const routingFaults = (
  zone: ZoneFile,
  routing: readonly Route[],
  forms: readonly string[],
  from: Day,
): readonly string[] => {
  const turned = datesTurned(routing);
  const holes = gaps(routing, forms, from, everAfter);
  return [
    ...unknownNames(zone, routing),
    ...turned,
    ...holes.map(hole => `  这一天没有人受理：${hole}；给这张表加一行不带条件的规则`),
    ...(turned.length === 0 ? clashes(routing).map(clashInWords) : []),
  ];
};

/** Days and risk levels for which a form has no mode, or several. */
export const modeTableFaults = (
  modes: readonly ModeRow[],
  forms: readonly string[],
  from: Day,
): readonly string[] => [
  ...datesTurned(modes),
  ...modeFaults(modes, forms, from, everAfter).map(({ form, level, day, rows }) =>
    rows.length === 0
      ? `  ${form} 从${day}起、风险等级 ${level} 没有写怎么收；加一行`
      : `  第${rows.join('、')}行：${form} 从${day}起、风险等级 ${level} 有${rows.length}行同时算数；改日期或等级，只留一行`,
  ),
];

/** Days on which nobody could say who comes first. */
export const priorityTableFaults = (table: readonly PriorityRow[], from: Day): readonly string[] => {
  const turned = datesTurned(table);
  if (turned.length > 0) return turned;
  return priorityFaults(table, from).map(({ tag, day, rows }) => {
    if (tag === 'gap') return `  从${day}起没有写先给谁；加一行`;
    const what = tag === 'criterion' ? 'by 一样' : 'order 一样';
    return `  第${rows.join('、')}行：从${day}起同时算数，${what}；改日期，只留一行，或者改 ${tag === 'criterion' ? 'by' : 'order'}`;
  });
};

/** Lines that there are not, and days on which two rows would say who owes a return. */
export const returnFaults = (zone: ZoneFile, table: readonly ReturnRule[]): readonly string[] => {
  const turned = datesTurned(table);
  if (turned.length > 0) return turned;
  const lines = codesOf(zone.lines);
  return [
    ...table.flatMap((row, index) =>
      (row.lines ?? [])
        .filter(code => !lines.has(code))
        .map(code => `  第${index + 1}行 lines：没有这条战线 ${code}；写 zone.yaml 里有的代码`),
    ),
    ...returnClashes(table).map(
      ({ rows, day }) => `  第${rows.join('、')}行：从${day}起同时算数；改日期，只留一行`,
    ),
  ];
};

const orderWrong = {
  twice: 'must 或 by 一样；改日期，只留一行',
  place: 'order 一样；改 order',
  bands: 'bands 的顺序不对；local、mask-days 从大到小，headcount 从小到大',
} as const;

/** Days on which nobody could say who opens first. */
export const reopeningFaults = (table: readonly OrderRow[], from: Day): readonly string[] => {
  const turned = datesTurned(table);
  if (turned.length > 0) return turned;
  return orderFaults(table, from).map(({ tag, rows, day }) =>
    tag === 'none'
      ? `  从${day}起没有写先后（by）；加一行`
      : `  第${rows.join('、')}行：从${day}起同时算数，${orderWrong[tag]}`,
  );
};

type Catalogue = z.infer<typeof itemsFile>;

const unitFaults = ({ units }: Catalogue): readonly string[] => {
  const plain = new Set(units.filter(unit => unit.is === null).map(unit => unit.code));
  return units.flatMap(({ code, is }) => {
    if (is === null) return [];
    const isFit = plain.has(is.unit) && !isContainer(is.unit) && !isContainer(code);
    return isFit ? [] : [`  ${code}：is 要换算成一个不再换算的单位，箱盒桶瓶袋不写 is；改 unit`];
  });
};

/** Units nobody declared, conversions that lead nowhere, containers whose contents are counted in a unit the item does not have. */
export const catalogueFaults = (catalogue: Catalogue): readonly string[] => {
  const units = codesOf(catalogue.units);
  const counted = (code: string) => units.has(code) && !isContainer(code);
  return [
    ...unitFaults(catalogue),
    ...catalogue.items.flatMap(item => [
      ...item.units
        .filter(code => !units.has(code))
        .map(code => `  ${item.code}：units 里没有这个单位 ${code}；写文件开头有的单位`),
      ...containers
        .filter(code => item.units.includes(code) && !counted(contentsOf(item, code).unit))
        .map(
          code =>
            `  ${item.code}：${code} 里面要按能数的单位写，不能是 ${contentsOf(item, code).unit}；改 contents，或者把能数的单位写在 units 最前面`,
        ),
    ]),
  ];
};
