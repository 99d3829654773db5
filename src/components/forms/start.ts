import './send.ts';
import { isCarrying, isShared, isUsed } from './permit.ts';
import type { Told } from './send.ts';
import { offerTemplates } from './template.ts';
import { place } from './words.ts';

/** The rest is loaded when it is needed: something is kept here, or somebody starts to fill in the form. */
const panel = () => import('./panel.ts');

const toldOf = (event: Event): Told | null => (event instanceof CustomEvent ? event.detail : null);

const listen = (here: HTMLElement): void => {
  const shared = here.querySelector<HTMLInputElement>('[data-act="shared"]');
  if (shared) shared.checked = isShared();
  for (const control of here.querySelectorAll<HTMLElement>('[data-act]'))
    control.addEventListener(control.matches('input') ? 'change' : 'click', async () =>
      (await panel()).act(control.dataset.act ?? '', control),
    );
  const file = here.querySelector<HTMLElement>('[data-file]');
  file?.addEventListener('toggle', async () => (await import('./file-panel.ts')).offer(file), { once: true });
  document.addEventListener('form:lost', async event => {
    const told = toldOf(event);
    if (told) (await panel()).offer(told);
  });
  document.addEventListener('form:shown', async event => {
    const told = toldOf(event);
    if (told) (await import('./carry.ts')).offerCarry(told.entries);
  });
  here.hidden = false;
};

/** What this device holds is shown, and what waited is sent. */
const begin = async (here: HTMLElement, form: HTMLFormElement | null): Promise<void> => {
  here.ariaBusy = 'true';
  if ((await isUsed()) || /^#(draft|entry)=/.test(location.hash)) await (await panel()).start();
  if (form && isCarrying()) (await import('./carry.ts')).arrive(form);
  here.ariaBusy = 'false';
};

const help = (form: HTMLFormElement): void => {
  if (isShared()) form.setAttribute('autocomplete', 'off');
  // Loaded while the network is there: it may be gone when the form is sent.
  form.addEventListener('input', () => void panel().catch(() => null), { once: true });
  const question = form.querySelector<HTMLTextAreaElement>('textarea[name="question"]');
  const compare = async () => question && (await import('./similar.ts')).offerSimilar(question);
  if (question && document.activeElement === question) void compare();
  else question?.addEventListener('focus', compare, { once: true });
  if (form.querySelector('details.templates')) offerTemplates(form);
};

const form = document.querySelector<HTMLFormElement>('form[data-form]');
if (place) {
  listen(place);
  void begin(place, form);
}
if (form) help(form);
