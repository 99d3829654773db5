import { say } from './dom.ts';
import { type Draft, draftDays, type Held, nameOf, readDraft } from './draft-model.ts';
import { entriesOf, fill, isTouched } from './fields.ts';
import { canKeep } from './permit.ts';
import { drop, list, save } from './vault.ts';
import { dayOf, place, tell, timeOf } from './words.ts';
import { saltFor, work } from './work.ts';

export const formOf = (): HTMLFormElement | null =>
  document.querySelector<HTMLFormElement>('form[data-form]');

/** The form as it stands, as a draft. */
export const draftOf = (form: HTMLFormElement): Draft => {
  const id = form.dataset.form ?? '';
  const entries = entriesOf(form);
  const name = work.draft?.name ?? nameOf(entries, timeOf(Date.now()));
  return {
    form: id,
    title: document.querySelector('h1')?.textContent ?? id,
    name,
    entries,
    salt: saltFor(id),
  };
};

/** Why nothing was kept, with what to do instead: said at once. */
export const sayFailure = (error: unknown): void =>
  say(tell(error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'blocked'));

const autosaved = place?.querySelector('[data-autosaved]');

/** Saves the form's draft. A change of another tab is never written over: this one becomes a copy. */
const saveHere = async (form: HTMLFormElement): Promise<'kept' | 'copied' | 'gone'> => {
  const draft = draftOf(form);
  const outcome = await save('draft', work.draft, draft, draftDays);
  if (outcome.tag === 'gone') {
    work.draft = null;
    say(tell('gone'));
    return 'gone';
  }
  work.draft = { id: outcome.held.id, rev: outcome.held.rev, name: draft.name };
  if (autosaved) autosaved.textContent = tell('again', { time: timeOf(Date.now()) });
  if (outcome.tag === 'kept') return 'kept';
  work.draft = { ...work.draft, name: tell('copyName', { name: draft.name, time: timeOf(Date.now()) }) };
  await saveHere(form);
  say(tell('separately', { name: work.draft.name }));
  return 'copied';
};

/** One save after the other: two at once would take each other for another tab. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
  const next = last.then(task);
  last = next.catch(() => null);
  return next;
};

/** What pressing the button does; from then on what is typed is saved as it comes. */
export const keepDraft = async (): Promise<void> => {
  const form = formOf();
  const may = canKeep();
  if (!form) return;
  if (may !== 'yes') return say(tell(may));
  try {
    if ((await inTurn(() => saveHere(form))) !== 'kept' || !work.draft) return;
    const day = dayOf(Date.now() + draftDays * 86_400_000);
    say(tell('kept', { name: work.draft.name, day }));
  } catch (error) {
    sayFailure(error);
  }
};

let timer: ReturnType<typeof setTimeout> | undefined;
const saveSoon = (form: HTMLFormElement, milliseconds: number): void => {
  clearTimeout(timer);
  if (work.draft && form.isConnected)
    timer = setTimeout(() => void inTurn(() => saveHere(form)).catch(sayFailure), milliseconds);
};

/** Saves what is typed into an opened draft, shortly after, and when the page is put away. */
export const autosave = (form: HTMLFormElement): void => {
  for (const event of ['input', 'change']) form.addEventListener(event, () => saveSoon(form, 500));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveSoon(form, 0);
  });
};

/** What was typed last and is not saved yet. */
const flush = async (form: HTMLFormElement): Promise<void> => {
  clearTimeout(timer);
  if (work.draft) await inTurn(() => saveHere(form)).catch(sayFailure);
};

/** Puts a draft into the page's form, asking first where something typed would go. What finds no place is named. */
export const openDraft = async (
  form: HTMLFormElement,
  draft: Draft,
  mine: typeof work.draft,
): Promise<boolean> => {
  if (isTouched(form) && !work.draft && !confirm(tell('replacing'))) return false;
  await flush(form);
  // Filling in is no typing: it belongs to no draft yet.
  work.draft = null;
  const left = fill(form, draft.entries);
  Object.assign(work, { draft: mine, entry: null, salt: draft.salt });
  const unplaced =
    left.length > 0 ? tell('unplaced', { list: left.map(([, value]) => value).join('；') }) : '';
  say(`${tell('opened', { name: draft.name })} ${unplaced}`.trim());
  form
    .querySelector<HTMLElement>('input:enabled:not([type="hidden"]), select:enabled, textarea:enabled')
    ?.focus();
  return true;
};

export const listDrafts = (): Promise<Held<Draft>[]> => list('draft', readDraft);

/** Gives a draft another name: of the one on the page with what was typed since, of another as it lies there now. */
export const nameIt = async (id: string, name: string): Promise<void> => {
  const form = formOf();
  if (work.draft?.id === id && form) {
    work.draft = { ...work.draft, name };
    await inTurn(() => saveHere(form));
    return;
  }
  const held = (await listDrafts()).find(one => one.id === id);
  if (held) await save('draft', held, { ...held.what, name }, draftDays);
};

/** What the page came from: its draft, or the entry of the outbox that was refused. */
export const ownIds = (): readonly string[] =>
  [work.draft?.id, work.entry].filter(id => typeof id === 'string');

/** Deletes what was sent, after what is being saved. */
export const dropAll = async (ids: readonly string[]): Promise<void> => {
  clearTimeout(timer);
  await last;
  for (const id of ids) await drop(id);
};
