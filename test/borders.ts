/**
 * The borders of the house: which room may import which. Both checks are derived from
 * this one table: dependency-cruiser's rules for .ts (`.dependency-cruiser.mjs`) and ours for .astro and .mdx (`crossings.ts`).
 * What is not listed is forbidden; a room may always import itself, unless it is `alone`.
 */
type Room = {
  /** Its files: a regular expression on the path from the root. */ readonly at: string;
  readonly may: readonly string[];
  /** Rooms of which only types may be imported, with `import type`. */ readonly types?: readonly string[];
  /** The files of those rooms that are ports: whoever fills a port also throws the failure that it declares. */ readonly ports?: string;
  /** Its files may not import each other. */ readonly alone?: true;
  /** What to do instead of the forbidden import. */ readonly instead: string;
};

const folder = (name: string) => `^src/${name}/`;
const file = (name: string) => `^src/${name}\\.ts$`;

/** What people see. None of it holds the code of cases, ledger, store, staff or notify: the desk talks HTTP like everyone else. */
const seen = {
  may: ['forms', 'rules', 'zone', 'views', 'search', 'documents', 'i18n', 'shelves', 'styles'],
  types: ['cases', 'ledger'],
  instead:
    'A page shows tables and views and talks to /api over HTTP; of cases and ledger it imports types only.',
};

export const rooms: Readonly<Record<string, Room>> = {
  i18n: { at: folder('i18n'), may: [], instead: 'Words depend on nothing: pass values in as arguments.' },
  rules: {
    at: folder('rules'),
    may: ['i18n'],
    instead: 'Rules are pure functions: take the dated table and the day as arguments.',
  },
  zone: {
    at: folder('zone'),
    may: ['rules', 'i18n'],
    instead: 'zone reads and checks tables and hands them out; let the caller bring the two together.',
  },
  shelves: {
    at: folder('shelves'),
    may: ['rules', 'i18n'],
    instead: 'A shelf is the schema of content: move the check that needs more to src/commands/content.ts.',
  },
  forms: {
    at: folder('forms'),
    may: ['rules', 'i18n'],
    instead: "A form takes the zone's tables as arguments; declare the shape that it needs in the form.",
  },
  views: {
    at: folder('views'),
    may: ['forms', 'zone', 'i18n', 'rules'],
    instead: 'A view shows plain values: let the page or the function pass them in.',
  },
  cases: {
    at: folder('cases'),
    may: ['forms', 'rules', 'i18n'],
    instead:
      'cases takes store, clock, ids and zone tables as arguments: declare the port here, app.ts fills it.',
  },
  ledger: {
    at: folder('ledger'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    instead: 'ledger takes its store and tables as arguments: declare the port here, app.ts fills it.',
  },
  store: {
    at: folder('store'),
    may: [],
    types: ['cases', 'ledger'],
    ports: '^src/(cases|ledger)/store\\.ts$',
    instead: "An adapter knows the port's types and plain data only; move decisions to cases or ledger.",
  },
  staff: {
    at: folder('staff'),
    may: ['i18n'],
    types: ['cases'],
    instead: 'staff is sign-in, sessions and roles: take what it stores to as an argument.',
  },
  notify: {
    at: folder('notify'),
    may: ['i18n'],
    types: ['cases'],
    instead: 'A channel gets finished text: let app.ts hand it what it sends.',
  },
  documents: {
    at: folder('documents'),
    may: ['forms', 'i18n'],
    instead: 'A document is made of plain values: pass them in.',
  },
  search: {
    at: folder('search'),
    may: ['rules', 'i18n', 'shelves'],
    instead: 'search runs in the browser too: pass the entries and the day in.',
  },
  'content.config': {
    at: file('content\\.config'),
    may: ['zone', 'rules', 'forms', 'i18n', 'shelves'],
    instead: 'It lists the shelves only: put a schema into src/shelves/.',
  },
  pages: { at: folder('pages'), ...seen, may: [...seen.may, 'layouts', 'components'] },
  layouts: { at: folder('layouts'), ...seen, may: [...seen.may, 'components'] },
  components: { at: folder('components'), ...seen },
  styles: { at: folder('styles'), may: [], instead: 'A style sheet imports style sheets only.' },
  content: {
    at: '^content/',
    may: ['components'],
    instead: 'Content holds no code: an .mdx entry may use components and nothing else.',
  },
  http: {
    at: '^src/http(/|\\.ts$)',
    may: ['views', 'forms', 'i18n'],
    types: ['cases'],
    instead:
      'http turns a Request into answers and a result into a Response: let the function call the case.',
  },
  config: {
    at: file('config'),
    may: [],
    instead: 'config only reads the environment: whoever needs a value takes it from app.ts.',
  },
  app: {
    at: file('app'),
    may: ['config', 'zone', 'store', 'notify', 'staff', 'cases', 'ledger', 'forms', 'rules', 'i18n'],
    instead: 'app only puts the parts together: what answers a request belongs in functions or http.',
  },
  functions: {
    at: '^functions/',
    may: ['app', 'http', 'cases', 'ledger', 'forms', 'rules', 'staff'],
    alone: true,
    instead:
      'A function is a door: it gets store and tables from app.ts, and never imports another function.',
  },
  serve: {
    at: file('serve'),
    may: ['functions', 'app', 'http', 'config'],
    instead: 'serve mounts dist/ and the functions: put work behind a function.',
  },
  commands: {
    at: folder('commands'),
    may: [
      'app',
      'cases',
      'ledger',
      'forms',
      'staff',
      'search',
      'zone',
      'config',
      'shelves',
      'serve',
      'rules',
    ],
    instead: 'A command gets its adapters from app.ts, which alone chooses them, like a function.',
  },
};

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
