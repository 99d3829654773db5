import { el } from '../forms/dom.ts';
import { draftDays, type Held } from '../forms/draft-model.ts';
import { entriesOf, fill } from '../forms/fields.ts';
import { drop, save } from '../forms/vault.ts';
import { timeOf } from '../forms/words.ts';
import { device, home, isLeft, markKeeper, owner, tell } from './visit-device.ts';
import type { KeptVisit } from './visit-model.ts';
import { deliver, draw, keptVisits, say } from './visit-outbox.ts';

/** The visit that the page has open, as it lies on the device. */
let held: Held<KeptVisit> | null = null;
const status = el('p', { className: 'hint' });

const keyOf = (form: HTMLFormElement): HTMLInputElement | null => form.querySelector('input[name="_key"]');

const visitIn = (form: HTMLFormElement, state: KeptVisit['state']): KeptVisit => ({
  owner: owner(),
  visit: form.dataset.visit ?? '',
  name: form.dataset.name ?? '',
  purpose: form.dataset.purpose ?? '',
  entries: entriesOf(form),
  key: keyOf(form)?.value ?? '',
  state,
  why: '',
});

/** Saves one after the other: a pause is waited for by whoever saves next. */
let last: Promise<unknown> = Promise.resolve();
const keep = (form: HTMLFormElement, state: KeptVisit['state']): Promise<void> => {
  const next = last.then(async () => {
    if (isLeft()) return;
    const kept = await save('visit', held, visitIn(form, state), draftDays);
    // Deleted in another tab meanwhile: then it is kept anew.
    held = kept.tag === 'gone' ? null : kept.held;
    if (!held) await keepAnew(form, state);
    // Signed out meanwhile: it goes with the rest.
    if (isLeft() && held) await drop(held.id);
    status.textContent = tell('saved', { time: timeOf(Date.now()) });
  });
  last = next.catch(() => {});
  return next;
};
const keepAnew = async (form: HTMLFormElement, state: KeptVisit['state']): Promise<void> => {
  const kept = await save('visit', null, visitIn(form, state), draftDays);
  if (kept.tag !== 'gone') held = kept.held;
};

const failed = (): void => say(tell('notKept'));

let timer: ReturnType<typeof setTimeout> | undefined;
const keepSoon = (form: HTMLFormElement, milliseconds: number): void => {
  clearTimeout(timer);
  status.textContent = '';
  timer = setTimeout(() => void keep(form, 'draft').catch(failed), milliseconds);
};

/** What was typed is saved shortly after, and at once when the page is put away. */
const autosave = (form: HTMLFormElement): void => {
  form.addEventListener('input', () => keepSoon(form, 400));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && status.textContent === '') keepSoon(form, 0);
  });
};

/** It waits on the device before it is sent: whatever happens on the way, it is not lost. */
const submit = async (form: HTMLFormElement): Promise<void> => {
  clearTimeout(timer);
  await keep(form, 'waiting');
  const tag = device?.dataset.csrf ? await deliver() : 'waits';
  await draw();
  if (tag === 'sent' && !(await keptVisits()).some(one => one.id === held?.id))
    return location.assign(`${home}desk/visits/${form.dataset.visit}/?done=1#done`);
  form.hidden = tag === 'waits';
  if (tag === 'waits') say(tell('waits'));
  device?.scrollIntoView({ block: 'center' });
};

/** Keeps a visit that was opened: what is planned, and what is filled in from then on; restores what was filled in before. */
export const openVisit = async (form: HTMLFormElement): Promise<void> => {
  const mine = (await keptVisits()).filter(one => one.what.owner === owner());
  held = mine.find(one => one.what.visit === form.dataset.visit) ?? null;
  if (held) {
    fill(form, held.what.entries);
    const key = keyOf(form);
    if (key) key.value = held.what.key;
  }
  markKeeper(owner());
  device?.append(el('p', { className: 'hint' }, tell('about', { days: draftDays })), status);
  if (device) device.hidden = false;
  form.hidden = held?.what.state === 'waiting';
  if (!held || held.what.state === 'draft') await keep(form, 'draft');
  autosave(form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    // What cannot be kept is sent plainly, where there is a session to send it under.
    void submit(form).catch(() => (device?.dataset.csrf ? form.submit() : failed()));
  });
};
