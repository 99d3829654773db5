import { listen } from './keys.ts';
import { offerTemplates } from './templates.ts';

/** What was told or went wrong takes the focus, so that it is read first. */
const told = document.querySelector<HTMLElement>('#problems, #done');
told?.focus();

/** The menu of places closes as menus do: by Escape, and by a press beside it. */
const menu = document.querySelector<HTMLDetailsElement>('.desk-places');
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
document.addEventListener('click', event => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-from]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.querySelector<HTMLTextAreaElement>(button.dataset.copyFrom ?? '');
    await navigator.clipboard.writeText(from?.value ?? '');
    const told = button.nextElementSibling;
    if (told instanceof HTMLElement) told.hidden = false;
  });
}

/** Visits that were kept on this device go when somebody signs out; a browser that kept none signs out at once. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sign-out]'))
  form.addEventListener('submit', event => {
    if (!localStorage.getItem('desk-visits')) return;
    event.preventDefault();
    void import('./visits.ts')
      .then(({ leave }) => leave(form.dataset.leaving ?? ''))
      // What cannot be deleted must not keep anybody signed in.
      .catch(() => true)
      .then(isLeaving => isLeaving && form.submit());
  });

/** A press of a button sends once: a second one, while the answer is on its way, would only be refused as stale. */
document.addEventListener('submit', event => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
});

offerTemplates();
if (document.querySelector('[data-passkey]')) {
  void import('./passkeys.ts').then(({ offerPasskeys }) => offerPasskeys());
}
if (document.querySelector('[data-visits]:not([data-login=""])'))
  void import('./visits.ts').then(({ startVisits }) => startVisits());
listen();
