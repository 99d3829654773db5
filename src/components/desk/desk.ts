import { listen } from './keys.ts';
import { offerTemplates } from './templates.ts';

/** What was told or went wrong takes the focus, so that it is read first. */
const told = document.querySelector<HTMLElement>('#problems, #done');
told?.focus();

/** On a phone the places are one line that is pushed aside: the one that is open is in the middle of it. */
const places = document.querySelector('.desk-nav ul');
const open = places?.querySelector<HTMLElement>('[aria-current]');
if (places && open) places.scrollLeft = open.offsetLeft - (places.clientWidth - open.offsetWidth) / 2;

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
