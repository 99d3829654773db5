/** Puts the answer's main part in place of this page's: the server renders the same view for everyone. */
const show = async (response: Response): Promise<void> => {
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
  const main = document.querySelector('main');
  if (!answer || !main) return;
  main.replaceChildren(...answer.childNodes);
  listen();
  const told = main.querySelector<HTMLElement>('#problems') ?? main.querySelector<HTMLElement>('h1');
  told?.setAttribute('tabindex', '-1');
  told?.focus();
};

const look = async (form: HTMLFormElement, body: URLSearchParams): Promise<void> => {
  const button = form.querySelector('button');
  const words = button?.textContent ?? '';
  if (button) button.textContent = form.dataset.loading ?? words;
  try {
    await show(await fetch(form.action, { method: 'POST', headers: { accept: 'text/html' }, body }));
  } catch {
    // Without a network the form works as a plain post, and the browser says that it is offline.
    form.submit();
  } finally {
    if (button) button.textContent = words;
  }
};

const listen = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-track]');
  form?.addEventListener('submit', event => {
    event.preventDefault();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    void look(form, body);
  });
};

listen();

// The link of a receipt: number and token stand behind #, so that they reach no log and no referrer.
const [number = '', token = ''] = decodeURIComponent(location.hash.slice(1)).split('.');
const form = document.querySelector<HTMLFormElement>('form[data-track]');
if (form && /^\d{13}$/.test(number) && token) {
  history.replaceState(null, '', location.pathname);
  void look(form, new URLSearchParams({ number, token }));
}
