/**
 * The borders of the house: which room may import which. Both checks are derived from
 * this one table: dependency-cruiser's rules for .ts (`.dependency-cruiser.mjs`) and ours for .astro and .mdx (`crossings.ts`).
 * What is not listed is forbidden; a room may always import itself, unless it is `alone`.
 */
export type Room = {
  /** Its files: a regular expression on the path from the root. */ readonly at: string;
  readonly may: readonly string[];
  /** Rooms of which only types may be imported, with `import type`. */ readonly types?: readonly string[];
  /** The files of those rooms that are ports: whoever fills a port also throws the failure that it declares. */ readonly ports?: string;
  /** Its files may not import each other. */ readonly alone?: true;
  /** What to do instead of the forbidden import. */ readonly instead: string;
};

/** Rooms by their names. */
const named = (names: string): readonly string[] => names.split(' ');
const folder = (name: string) => `^src/${name}/`;
const file = (name: string) => `^src/${name}\\.ts$`;

/** What people see. None of it holds the code of cases, ledger, store, staff or notify: the desk talks HTTP like everyone else. */
const seen = {
  may: named('forms rules zone views search documents i18n traditional large shelves styles'),
  types: ['cases', 'ledger', 'figures'],
  instead:
    'A page shows tables and views and talks to /api over HTTP; of cases and ledger it imports types only.',
};

export const rooms: Readonly<Record<string, Room>> = {
  i18n: { at: folder('i18n'), may: [], instead: 'Words depend on nothing: pass values in as arguments.' },
  markup: {
    at: folder('markup'),
    may: [],
    instead: 'markup reads and rewrites HTML without knowing what it says: pass that in.',
  },
  headers: {
    at: file('headers'),
    may: [],
    instead: 'headers only says what every answer carries: what is added for one answer, http adds.',
  },
  traditional: {
    at: folder('traditional'),
    may: ['markup'],
    instead: 'traditional turns finished text and pages into other characters: pass them in.',
  },
  large: {
    at: folder('large'),
    may: ['markup'],
    instead: 'large turns finished pages into those of large type: pass them in.',
  },
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
  attachments: {
    at: folder('attachments'),
    may: ['rules', 'i18n'],
    types: ['cases'],
    instead:
      'attachments takes rows, keys and the clock as arguments: declare the port here, app.ts fills it.',
  },
  backup: {
    at: folder('backup'),
    may: ['store', 'attachments', 'cases', 'config'],
    instead: 'backup copies rows and files without knowing what they mean: what they say belongs in cases.',
  },
  ledger: {
    at: folder('ledger'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    instead: 'ledger takes its store and tables as arguments: declare the port here, app.ts fills it.',
  },
  papers: {
    at: folder('papers'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    instead:
      'papers takes its store as an argument and gives plain values to pages: declare the port here, app.ts fills it.',
  },
  figures: {
    at: folder('figures'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['ledger'],
    instead:
      'figures takes its store, hours and sections as arguments: declare the port here, app.ts fills it.',
  },
  projects: {
    at: folder('projects'),
    may: ['rules', 'i18n'],
    instead:
      'projects takes its store, clock and tables as arguments: declare the port here, app.ts fills it.',
  },
  funding: {
    at: folder('funding'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['figures'],
    instead: 'funding takes its store as an argument: declare the port here, app.ts fills it.',
  },
  donations: {
    at: folder('donations'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['figures', 'ledger'],
    instead:
      'donations takes its store as an argument: declare the port here, app.ts fills it; goods go into stock by the command of the ledger.',
  },
  beds: {
    at: folder('beds'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['figures'],
    instead: 'beds takes its store as an argument: declare the port here, app.ts fills it.',
  },
  slots: {
    at: folder('slots'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    instead: 'slots takes its store and office as arguments: declare the port here, app.ts fills it.',
  },
  vacancies: {
    at: folder('vacancies'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['figures'],
    instead: 'vacancies takes its store as an argument: declare the port here, app.ts fills it.',
  },
  firms: {
    at: folder('firms'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['figures'],
    instead: 'firms takes its store and tables as arguments: declare the port here, app.ts fills it.',
  },
  findings: {
    at: folder('findings'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['figures'],
    instead: 'findings takes its store and tables as arguments: declare the port here, app.ts fills it.',
  },
  demo: {
    at: folder('demo'),
    may: ['cases', 'forms', 'rules', 'i18n'],
    types: ['ledger', 'funding', 'beds', 'papers', 'findings', 'vacancies', 'slots', 'staff'],
    instead:
      'demo does what people do, through the acts of the other rooms: take what it works on as an argument.',
  },
  store: {
    at: folder('store'),
    may: [],
    types: named(
      'cases ledger papers figures funding donations projects beds slots vacancies findings firms attachments notify staff',
    ),
    ports: '^src/(cases|figures|ledger)/store\\.ts$',
    instead: "An adapter knows the port's types and plain data only; move decisions to cases or ledger.",
  },
  staff: {
    at: folder('staff'),
    may: ['rules', 'i18n'],
    types: ['cases'],
    instead: 'staff is sign-in, sessions and roles: take what it stores to as an argument.',
  },
  notify: {
    at: folder('notify'),
    may: ['i18n'],
    types: ['cases'],
    instead: 'A channel gets finished text: let app.ts hand it what it sends.',
  },
  library: {
    at: folder('library'),
    may: ['search'],
    instead: 'library looks the built site up: what is done with what it finds belongs in http or cases.',
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
    may: ['views', 'forms', 'i18n', 'traditional', 'large', 'headers'],
    types: named(
      'cases attachments staff library ledger papers figures funding donations projects beds slots vacancies findings firms',
    ),
    instead:
      'http turns a Request into answers and a result into a Response: let the function call the case.',
  },
  config: {
    at: file('config'),
    may: [],
    instead: 'config only reads the environment: whoever needs a value takes it from app.ts.',
  },
  adapters: {
    at: folder('adapters'),
    may: ['config', 'store', 'attachments', 'cases', 'staff'],
    instead: 'adapters opens what the settings name: what is done with it belongs in the room of that work.',
  },
  app: {
    at: file('app'),
    may: named(
      'adapters config zone store notify staff cases attachments backup projects funding donations beds slots vacancies ledger papers figures findings firms library forms rules i18n',
    ),
    instead: 'app only puts the parts together: what answers a request belongs in functions or http.',
  },
  functions: {
    at: '^functions/',
    may: named('app http cases attachments ledger figures projects firms forms rules staff'),
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
    may: named(
      'adapters app cases demo backup ledger figures firms forms staff search traditional large markup headers library zone config shelves serve rules documents i18n',
    ),
    instead: 'A command gets its adapters from app.ts, which alone chooses them, like a function.',
  },
};
