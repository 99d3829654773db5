import { editLines } from './lines.ts';
import { clearProblems, showProblems } from './problems.ts';
import { fillReceipt, readReceipt } from './receipt.ts';

/** At least 128 random bits, so that a retry after a lost answer is known for what it is. */
const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
};

/** One key for one content: kept until it is answered, so that pressing again after a failure sends the same key. */
const keys = { content: '', key: '' };
const keyFor = (content: string): string => {
  if (keys.content !== content) Object.assign(keys, { content, key: newKey() });
  return keys.key;
};

const button = (form: HTMLFormElement): HTMLButtonElement | null => form.querySelector('button.button');

const busy = (form: HTMLFormElement, on: boolean): void => {
  const press = button(form);
  if (!press) return;
  press.dataset.words ??= press.textContent ?? '';
  press.setAttribute('aria-disabled', String(on));
  press.classList.toggle('sending', on);
  press.textContent = on ? (form.dataset.sending ?? '') : press.dataset.words;
};

const received = async (form: HTMLFormElement, response: Response): Promise<void> => {
  const receipt = readReceipt(await response.json());
  const main = document.querySelector('main');
  if (!main || !receipt) return location.assign(`${form.dataset.home}forms/receipt/`);
  fillReceipt(main, receipt);
  // Leaving and coming back shows the receipt again from its cookie, not the form.
  history.replaceState(null, '', `${form.dataset.home}forms/receipt/`);
};

const send = async (form: HTMLFormElement): Promise<void> => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  clearProblems(form);
  busy(form, true);
  try {
    const headers = { accept: 'application/json', 'idempotency-key': keyFor(body.toString()) };
    const response = await fetch(form.action, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout?.(30_000) ?? null,
    });
    if (response.status === 201) return await received(form, response);
    showProblems(form, await response.json());
  } catch {
    // No answer came, or none that can be read: what was typed stays, and the same key goes out again.
    showProblems(form, { title: form.dataset.failed ?? '' });
  } finally {
    busy(form, false);
  }
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
  form.addEventListener('submit', event => {
    const submitter = event.submitter;
    event.preventDefault();
    if (submitter instanceof HTMLButtonElement && submitter.name === '_act')
      return editLines(form, submitter.value);
    if (button(form)?.getAttribute('aria-disabled') !== 'true') void send(form);
  });
}

// A question typed into the search box comes along, so that nobody types it twice.
const asked = new URLSearchParams(location.search).get('question');
const question = document.querySelector<HTMLTextAreaElement>('textarea[name="question"]');
if (asked && question && question.value === '') question.value = asked.slice(0, question.maxLength);
