import { el, kept, lists, press, say, show } from './dom.ts';
import type { Draft, Held } from './draft-model.ts';
import {
  autosave,
  dropAll,
  formOf,
  keepDraft,
  listDrafts,
  nameIt,
  openDraft,
  ownIds,
  sayFailure,
} from './drafts.ts';
import { deliver, listOutbox, offerWaiting, openEntry, outboxParts, waitingIn } from './outbox.ts';
import { canKeep, isUsed, markShared } from './permit.ts';
import { profileParts, remember, renew } from './profile.ts';
import type { Told } from './send.ts';
import { clear, drop } from './vault.ts';
import { dayOf, home, place, tell } from './words.ts';
import { work } from './work.ts';

/** Draws what this device holds: what waits to be sent, what was not sent yet, the enterprise. */
const redraw = async (): Promise<void> => {
  if (canKeep() !== 'yes') {
    kept.hidden = true;
    return;
  }
  const form = formOf();
  const [outbox, drafts, profile] = [await listOutbox(), await listDrafts(), await profileParts(form)];
  const others = drafts.filter(({ id }) => id !== work.draft?.id);
  show([...outboxParts(outbox, redraw), ...draftParts(others), ...profile]);
  const before = form ?? place;
  if (!kept.isConnected) before?.before(kept);
  kept.hidden = lists.childElementCount === 0 && kept.textContent === '';
  watch(waitingIn(outbox) > 0);
};

const resume = async (held: Held<Draft>): Promise<void> => {
  const form = formOf();
  const { form: id, name } = held.what;
  if (form?.dataset.form !== id) return location.assign(`${home}forms/${id}/#draft=${held.id}`);
  if (await openDraft(form, held.what, { id: held.id, rev: held.rev, name })) await redraw();
};

const renaming = (held: Held<Draft>, item: HTMLElement): void => {
  const input = el('input', { value: held.what.name, maxLength: 60, ariaLabel: tell('newName') });
  const finish = async () => {
    const name = input.value.trim();
    if (name) await nameIt(held.id, name).catch(sayFailure);
    await redraw();
  };
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') void finish();
    if (event.key === 'Escape') void redraw();
  });
  const about = tell('renameOf', { name: held.what.name });
  item.replaceChildren(
    el('p', { className: 'kept-act field' }, input, press(tell('confirmName'), about, finish)),
  );
  input.select();
};

const draftItem = (held: Held<Draft>): HTMLElement => {
  const { name, title: form } = held.what;
  const item = el('li', {});
  const remove = async () => {
    if (!confirm(tell('dropping', { name }))) return;
    await drop(held.id);
    await redraw();
    say(tell('dropped', { name }));
  };
  const acts = [
    press(tell('resume'), tell('resumeOf', { name }), () => resume(held)),
    press(tell('rename'), tell('renameOf', { name }), () => renaming(held, item)),
    press(tell('drop'), tell('dropOf', { name }), remove),
  ];
  item.append(
    el('b', {}, name),
    el('span', { className: 'meta' }, tell('until', { form, day: dayOf(held.until) })),
    el('p', { className: 'kept-act' }, ...acts),
  );
  return item;
};

const draftParts = (drafts: readonly Held<Draft>[]): readonly Node[] =>
  drafts.length === 0
    ? []
    : [el('h2', {}, tell('drafts', { n: drafts.length })), el('ul', {}, ...drafts.map(draftItem))];

const sendWaiting = async (): Promise<void> => {
  await deliver().catch(sayFailure);
  await redraw();
};

/** While something waits: browsers inside other apps do not always tell that the network is back. */
let timer: ReturnType<typeof setInterval> | undefined;
const watch = (on: boolean): void => {
  clearInterval(timer);
  timer = on ? setInterval(() => void sendWaiting(), 60_000) : undefined;
};

const share = async (on: boolean, box: HTMLInputElement): Promise<void> => {
  if (on && canKeep() === 'yes') {
    const n = waitingIn(await listOutbox().catch(() => []));
    if (n > 0 && !confirm(tell('clearing', { n }))) {
      box.checked = false;
      return;
    }
    work.draft = null;
    await clear();
    // Numbers and searches that other parts of the site noted.
    localStorage.clear();
  }
  markShared(on);
  formOf()?.setAttribute('autocomplete', on ? 'off' : 'on');
  await redraw();
  say(on ? tell('cleared') : '');
};

/** What a button or box of the page's own does: `save`, `profile`, `shared`. */
export const act = async (name: string, control: HTMLElement): Promise<void> => {
  const on = control instanceof HTMLInputElement && control.checked;
  if (name === 'save') await keepDraft();
  if (name === 'profile') await remember(on);
  if (name === 'shared' && control instanceof HTMLInputElement) await share(on, control).catch(sayFailure);
};

/** No answer came to a post: the form may wait here. */
export const offer = (told: Told): void => offerWaiting(told, redraw);

const opening = async (): Promise<void> => {
  const [, kind, id = ''] = /^#(draft|entry)=([\w-]+)$/.exec(location.hash) ?? [];
  if (!kind) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  if (kind === 'entry') return openEntry(id);
  const held = (await listDrafts()).find(one => one.id === id);
  if (held) await resume(held);
};

/** Draws the lists, opens what the address names, and sends what waits. */
export const start = async (): Promise<void> => {
  try {
    await redraw();
    await opening();
    if (navigator.onLine) await sendWaiting();
  } catch {
    // A browser that keeps nothing has nothing to show; who presses a button is told.
  }
};

/** After something was sent: its draft goes, and the enterprise is noted where the person asked for it. */
const settle = async ({ entries }: Told, ids: readonly string[]): Promise<void> => {
  try {
    if (!(await isUsed())) return;
    await dropAll(ids);
    await renew(entries);
  } catch {
    // What could not be deleted goes when its time is over, and sent once more it is the same case.
  }
};

const form = formOf();
if (form) autosave(form);
addEventListener('online', () => void sendWaiting());
document.addEventListener('form:sent', event => {
  if (event instanceof CustomEvent) void settle(event.detail, ownIds());
});
