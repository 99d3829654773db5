import { isShared } from '../forms/permit.ts';

/** What this device remembers of searches. It never leaves the device; the reader clears it or switches it off. */
export type Memory = {
  readonly keep: boolean;
  /** Newest first. */
  readonly recent: readonly string[];
  /** Questions that found no good answer, newest first. */
  readonly open: readonly string[];
};

const name = 'reopendesk.search';
const most = 8;
/** On a computer of many people nothing is kept. */
const nothing = (): Memory => ({ keep: !isShared(), recent: [], open: [] });

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string').slice(0, most) : [];

/** Reads what was kept; nothing where storage is closed or holds something else. */
export const remembered = (): Memory => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return nothing();
    const { keep, recent, open } = kept as Partial<Record<keyof Memory, unknown>>;
    return { keep: keep !== false && !isShared(), recent: texts(recent), open: texts(open) };
  } catch {
    return nothing();
  }
};

const store = (memory: Memory): void => {
  try {
    localStorage.setItem(name, JSON.stringify(memory));
  } catch {
    // Closed or full: searching goes on without remembering.
  }
};

const first = (list: readonly string[], text: string): readonly string[] =>
  [text, ...list.filter(one => one !== text)].slice(0, most);

const without = (list: readonly string[], text: string): readonly string[] =>
  list.filter(one => one !== text);

/** Keeps a search, and whether it found a good answer. */
export const rememberSearch = (question: string, answered: boolean): void => {
  const memory = remembered();
  if (!memory.keep) return;
  const open = answered ? without(memory.open, question) : first(memory.open, question);
  store({ ...memory, recent: first(memory.recent, question), open });
};

/** Forgets one question without an answer: it was handed over or is of no more use. */
export const forgetOpen = (question: string): void => {
  const memory = remembered();
  store({ ...memory, open: without(memory.open, question) });
};

/** Forgets every search. */
export const forgetAll = (): void => store({ ...nothing(), keep: remembered().keep });

/** Switches remembering on or off; off forgets. */
export const setKeep = (keep: boolean): void =>
  store(keep ? { ...remembered(), keep } : { ...nothing(), keep });
