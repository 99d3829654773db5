import { type Link, linkIn, listMine, offerKeeping } from './mine.ts';
import { applyWhen } from './when.ts';

/** The link that opened the case on this page, where it was opened by one. */
const opened: { link: Link | null } = { link: null };

/** Whether the case that is shown is the one of the link: others may have been opened from it. */
const linkOfPage = (main: Element): Link | null => {
  const shown = main.querySelector<HTMLElement>('[data-keep]')?.dataset.keep?.replaceAll('-', '');
  return shown === opened.link?.number.replaceAll('-', '') ? opened.link : null;
};

/** What the page's script adds to a view that came from the server. */
const dress = (): void => {
  const main = document.querySelector('main');
  if (!main) return;
  // A receipt has its own way to keep a case.
  if (!main.querySelector('[data-receipt]')) offerKeeping(main, linkOfPage(main));
  listMine(main, link => void open(link));
  for (const form of main.querySelectorAll<HTMLFormElement>('form[data-act]')) {
    form.addEventListener('change', () => applyWhen(form));
    applyWhen(form);
  }
};

/** Puts the answer's main part in place of this page's: the server renders the same view for everyone. */
const show = async (response: Response): Promise<void> => {
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
  const main = document.querySelector('main');
  if (!answer || !main) return;
  main.replaceChildren(...answer.childNodes);
  dress();
  const told = main.querySelector<HTMLElement>('#problems') ?? main.querySelector<HTMLElement>('h1');
  told?.setAttribute('tabindex', '-1');
  told?.focus();
  scrollTo(0, 0);
};

const post = (action: string, body: URLSearchParams | FormData): Promise<Response> =>
  fetch(action, { method: 'POST', headers: { accept: 'text/html' }, body });

/** What the form sends, with the button that was pressed; files go as they are, the rest as text. */
const bodyOf = (form: HTMLFormElement, press: HTMLButtonElement | null): URLSearchParams | FormData => {
  const data = new FormData(form);
  if (press?.name) data.append(press.name, press.value);
  if (form.enctype === 'multipart/form-data') return data;
  const body = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') body.append(name, value);
  return body;
};

/** Without a network the form works as a plain post, and the browser says that it is offline. */
const plainly = (form: HTMLFormElement, press: HTMLButtonElement | null): void => {
  if (press?.name) {
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name: press.name, value: press.value });
    form.append(hidden);
  }
  form.submit();
};

const send = async (form: HTMLFormElement, press: HTMLButtonElement | null): Promise<void> => {
  const button = press ?? form.querySelector('button');
  if (button?.getAttribute('aria-disabled') === 'true') return;
  const words = button?.textContent ?? '';
  button?.setAttribute('aria-disabled', 'true');
  if (button && form.dataset.loading) button.textContent = form.dataset.loading;
  try {
    await show(await post(form.action, bodyOf(form, press)));
  } catch {
    plainly(form, press);
  } finally {
    button?.removeAttribute('aria-disabled');
    if (button) button.textContent = words;
  }
};

const open = async (link: Link): Promise<void> => {
  opened.link = link;
  const { number, token } = link;
  const form = document.querySelector<HTMLFormElement>('form[data-track]');
  const action = form?.action ?? `/api/track?lang=${document.documentElement.lang}`;
  await show(await post(action, new URLSearchParams({ number, token }))).catch(() => {});
};

document.addEventListener('submit', event => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('form[data-track], form[data-act]')) return;
  event.preventDefault();
  const press = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  void send(form, press);
});

dress();

// The link of a receipt: number and token stand behind #, so that they reach no log and no referrer.
const link = document.querySelector('form[data-track]') ? linkIn(location.hash) : null;
if (link) {
  history.replaceState(null, '', location.pathname);
  void open(link);
}
