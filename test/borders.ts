import { type Room, rooms } from './rooms.ts';

/** A rule of dependency-cruiser, as far as we use it: patterns are regular expressions on paths from the root. */
export type Border = {
  name: string;
  comment: string;
  severity: 'error';
  from: { path: string };
  to: { path: string[]; pathNot?: string[]; dependencyTypesNot?: ['type-only'] };
};

const ats = (names: readonly string[]): string[] => names.flatMap(name => rooms[name]?.at ?? []);
const any = (patterns: readonly string[], path: string) => patterns.some(text => new RegExp(text).test(path));

/** The room of a file by its path from the root; null where it is in none. */
export const roomOf = (path: string): string | null =>
  Object.entries(rooms).find(([, room]) => any([room.at], path))?.[0] ?? null;

const bordersOf = ([name, room]: [string, Room]): Border[] => {
  const types = room.types ?? [];
  const list = [...room.may, ...types.map(type => `types of ${type}`)].join(', ') || 'nothing';
  const border = { comment: `${name} may import ${list}. ${room.instead}`, severity: 'error' } as const;
  const from = { path: room.at };
  const open = ats([...(room.alone ? [] : [name]), ...room.may, ...types]);
  const closed: Border = {
    name: `${name}-imports`,
    ...border,
    from,
    to: { path: ['^(src|functions)/'], pathNot: open },
  };
  if (types.length === 0) return [closed];
  const to: Border['to'] = { path: ats(types), dependencyTypesNot: ['type-only'] };
  if (room.ports) to.pathNot = [room.ports];
  return [closed, { name: `${name}-types-only`, ...border, from, to }];
};

/** Every border as a rule. */
export const borders: readonly Border[] = [
  ...Object.entries(rooms).flatMap(bordersOf),
  {
    name: 'nothing-imports-test',
    comment: 'What runs never needs what tests it: move it out of test/ into the room whose work it is.',
    severity: 'error',
    from: { path: '^(src|functions|content)/' },
    to: { path: ['^test/'] },
  },
  {
    name: 'content-is-read',
    comment:
      'Content is read (astro:content in pages, src/zone at run time), never imported: editors rename files.',
    severity: 'error',
    from: { path: '^(src|functions)/' },
    to: { path: ['^content/'] },
  },
];

/** The borders that an import crosses, for files that dependency-cruiser does not read. */
export const crossed = (from: string, to: string, typeOnly: boolean): Border[] =>
  borders.filter(
    border =>
      any([border.from.path], from) &&
      any(border.to.path, to) &&
      !any(border.to.pathNot ?? [], to) &&
      !(typeOnly && border.to.dependencyTypesNot),
  );
