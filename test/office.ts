import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp, use } from '#src/app.ts';
import type { CaseStore } from '#src/cases/store.ts';
import { config } from '#src/config.ts';
import { langs } from '#src/i18n/words.ts';

/** The program on a data folder of its own, which functions use until another is opened. */
export type Desk = {
  readonly app: App;
  /** REOPENDESK_DATA. */ readonly data: string;
  readonly file: string;
  /** Stops the clock at a time; before that it runs. */ at(iso: string): void;
  /** Moves the clock on and stops it there. */ pass(milliseconds: number): void;
  /** Puts some of the store's calls in another's hands, until `restore`. */ replace(
    calls: Partial<CaseStore>,
  ): void;
  restore(): void;
  /** Closes the store and deletes the folder. */ stop(): Promise<void>;
};

const root = join(import.meta.dirname, '..');

/** The frames of function pages as the build makes them; a build of the real site is left as it is. */
const needShells = (): void => {
  const folder = join(root, 'dist', '_shell');
  mkdirSync(folder, { recursive: true });
  for (const name of langs.flatMap(lang => [
    lang,
    `statistics-${lang}`,
    `dictionary-${lang}`,
    `vacancies-${lang}`,
    `donations-${lang}`,
    `desk-${lang}`,
  ])) {
    const file = join(folder, `${name}.html`);
    if (existsSync(file)) continue;
    const body = '<body><main id="main"><!--%MAIN%--></main></body>';
    writeFileSync(
      file,
      `<!doctype html><html lang="${name.replace(/^(desk|statistics|dictionary|vacancies|donations)-/, '')}"><head><title>%TITLE%</title></head>${body}</html>`,
    );
  }
};

/** A folder for one program; nobody else may read it. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'reopendesk-'));

/** Opens the real program (SQLite, key file) on a temporary folder and makes the functions use it. `env` adds to its variables. */
export const openDesk = async (
  env: Readonly<Record<string, string>> = {},
  data: string = newFolder(),
): Promise<Desk> => {
  needShells();
  const app = await openApp(config({ REOPENDESK_DATA: data, LOG_LEVEL: 'silent', ...env }), {
    migrate: true,
  });
  use(app);
  const { store } = app.office;
  let stopped: number | null = null;
  const now = () => stopped ?? Date.now();
  Object.assign(app.office, { now: () => new Date(now()) });
  return {
    app,
    data,
    file: join(data, 'reopendesk.sqlite'),
    at: iso => {
      stopped = Date.parse(iso);
    },
    pass: milliseconds => {
      stopped = now() + milliseconds;
    },
    replace: calls => {
      Object.assign(app.office, { store: { ...store, ...calls } });
    },
    restore: () => {
      Object.assign(app.office, { store });
    },
    stop: async () => {
      await store.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};

/** Every case of the store. */
export const allCases = async ({ app }: Desk) => {
  const { rows } = await app.office.store.list({ form: null, after: null, limit: 500 });
  return rows;
};
