// @ts-expect-error: the query makes the bundler put a copy into this script, so that the page asks for one.
import '../guide/views.ts?own';
import { decode, encode, type Mark, type Marks } from './code.ts';

/** The checklist: ticks, sums, what is missing, a link, and on request a copy on the device. */
const page = document.querySelector<HTMLElement>('#checklist');
const said: Record<string, string> = JSON.parse(page?.dataset.words ?? '{}');
const tell = (name: string, values: Record<string, string | number> = {}): string =>
  (said[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
const part = <T extends HTMLElement>(name: string): T | null =>
  page?.querySelector<T>(`[data-part="${name}"]`) ?? null;
const items = [...(page?.querySelectorAll<HTMLElement>('[data-check]') ?? [])];
const boxes = (item: HTMLElement) => [...item.querySelectorAll<HTMLInputElement>('input')];

/** Folded by the chosen view: neither done nor missing. */
const isOut = (item: HTMLElement): boolean => item.closest('.not-yours') !== null;
const markOf = (item: HTMLElement): Mark => {
  const [done, unneeded] = boxes(item);
  if (done?.checked) return 'done';
  return unneeded?.checked ? 'unneeded' : 'open';
};
const marks = (): Marks => new Map(items.map(item => [Number(item.dataset.check), markOf(item)]));
const report = (words: string): void => {
  const line = part('said');
  if (line) line.textContent = words;
};

const count = (list: readonly HTMLElement[], mark: Mark): number =>
  list.filter(item => markOf(item) === mark).length;

const sums = (): void => {
  const counted = items.filter(item => !isOut(item));
  for (const section of page?.querySelectorAll<HTMLElement>('.check-section') ?? []) {
    const own = counted.filter(item => section.contains(item));
    const ready = own.length - count(own, 'open');
    const state = section.querySelector('[data-state]');
    const words = ready === 0 ? 'none' : ready === own.length ? 'full' : 'some';
    if (state) state.textContent = tell(words, { n: ready, of: own.length });
    section.classList.toggle('check-ready', ready === own.length);
  }
  for (const item of items) item.classList.toggle('check-closed', markOf(item) !== 'open');
  const gaps = count(counted, 'open');
  const sum = { done: count(counted, 'done'), unneeded: count(counted, 'unneeded'), gaps };
  const line = part('sum');
  if (line) line.textContent = gaps === 0 ? tell('all') : tell('sum', sum);
};

const put = (found: Marks): void => {
  for (const item of items) {
    const mark = found.get(Number(item.dataset.check)) ?? 'open';
    const [done, unneeded] = boxes(item);
    if (done) done.checked = mark === 'done';
    if (unneeded) unneeded.checked = mark === 'unneeded';
  }
  sums();
};

/** The result: only what is missing, each with where to get it. */
const turn = (isResult: boolean): void => {
  page?.classList.toggle('gaps', isResult);
  const button = part('gaps');
  if (button) button.textContent = tell(isResult ? 'back' : 'gaps');
  button?.setAttribute('aria-pressed', String(isResult));
};

const share = async (): Promise<void> => {
  const link = `${location.origin}${location.pathname}${location.search}#s=${encode(marks())}`;
  const field = part<HTMLInputElement>('link');
  const box = part('share-box');
  if (!field || !box) return;
  box.hidden = false;
  field.value = link;
  field.select();
  await navigator.clipboard?.writeText(link).then(
    () => report(tell('copied')),
    () => {},
  );
};

type Kept = {
  keep(code: string): Promise<string>;
  forget(): Promise<string>;
  read(): Promise<string | null>;
};
let kept: Kept | null = null;
const store = async (): Promise<Kept> => (kept ??= (await import('./kept.ts')).kept);
const mayBeKept = async (): Promise<boolean> =>
  Boolean(globalThis.indexedDB?.databases) &&
  (await indexedDB.databases().catch(() => [])).some(({ name }) => name === page?.dataset.vault);

/** `code` is what lies on the device now; null: nothing. */
const isKept = (code: string | null): void => {
  const on = code !== null;
  page?.toggleAttribute('data-kept', on);
  if (on) page?.setAttribute('data-kept', code);
  for (const [name, shown] of [
    ['keep', !on],
    ['forget', on],
  ] as const) {
    const button = part(name);
    if (button) button.hidden = !shown;
  }
};

const keep = async (): Promise<void> => {
  const code = encode(marks());
  const answer = await (await store()).keep(code);
  isKept(answer === 'kept' ? code : null);
  report(tell(answer));
};

const acts: Record<string, () => void | Promise<void>> = {
  gaps: () => turn(!page?.classList.contains('gaps')),
  share,
  keep,
  forget: async () => {
    report(tell(await (await store()).forget()));
    isKept(null);
  },
  print: () => window.print(),
};

const changed = (event: Event): void => {
  const input = event.target;
  const item = input instanceof HTMLInputElement ? input.closest<HTMLElement>('[data-check]') : null;
  // The view was chosen anew, or one of the two boxes of an item was ticked: the other goes.
  if (item) for (const other of boxes(item)) if (other !== input) other.checked = false;
  sums();
  if (item && page?.hasAttribute('data-kept')) void keep();
};

const start = async (): Promise<void> => {
  const given = /(?:^#|&)s=([\w-]*)/.exec(location.hash)?.[1];
  if (given !== undefined) return put(decode(given));
  if (!(await mayBeKept())) return put(marks());
  const found = await (await store()).read();
  isKept(found);
  put(found === null ? marks() : decode(found));
};

if (page) {
  page.classList.add('live');
  for (const button of page.querySelectorAll<HTMLButtonElement>('button')) {
    const act = acts[button.dataset.part ?? ''];
    if (act) button.addEventListener('click', () => void act());
  }
  document.addEventListener('change', changed);
  addEventListener('hashchange', () => void start());
  void start();
}
