import type { Entries } from './draft-model.ts';
import { bodyOf, entriesOf } from './fields.ts';
import { editLines } from './lines.ts';
import { type Answer, post } from './post.ts';
import { clearProblems, showProblems } from './problems.ts';
import { fillReceipt } from './receipt.ts';
import { applyWhen } from './when.ts';
import { forget, keyFor } from './work.ts';

/** What the page's other scripts are told of a post; its key comes along, so that a later try is the same. */
export type Told = {
  readonly form: HTMLFormElement;
  readonly body: string;
  readonly key: string;
  readonly entries: Entries;
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

/** Told to what keeps drafts: `sent` before the receipt takes the form's place, `shown` when it has, `lost` when no answer came. */
const announce = (name: 'sent' | 'shown' | 'lost', detail: Told): void => {
  document.dispatchEvent(new CustomEvent<Told>(`form:${name}`, { detail }));
};

const received = (form: HTMLFormElement, { receipt }: Extract<Answer, { tag: 'received' }>): void => {
  const told = { form, body: '', key: '', entries: entriesOf(form) };
  announce('sent', told);
  forget(form.dataset.form ?? '');
  const main = document.querySelector('main');
  if (!main || !receipt) {
    location.assign(`${form.dataset.home}forms/receipt/`);
    return;
  }
  fillReceipt(main, receipt);
  // Leaving and coming back shows the receipt again from its cookie, not the form.
  history.replaceState(null, '', `${form.dataset.home}forms/receipt/`);
  announce('shown', told);
};

/** Whether somebody typed here: what a browser or a draft gave back was typed before. */
let isTyped = false;

/** How long the page was open, in seconds, for telling people from machines. */
const openFor = (): string => (isTyped ? `&_seconds=${Math.floor(performance.now() / 1000)}` : '');

const send = async (form: HTMLFormElement): Promise<void> => {
  const content = bodyOf(form);
  const key = keyFor(form.dataset.form ?? '', content);
  const body = content + openFor();
  clearProblems(form);
  busy(form, true);
  const answer = await post(form.action, body, key);
  busy(form, false);
  if (answer.tag === 'received') return received(form, answer);
  if (answer.tag === 'refused') {
    const { places } = answer.told;
    if (places) (await import('./places.ts')).offerPlaces(form, places);
    return showProblems(form, answer.told);
  }
  // No answer came, or none that can be read: what was typed stays, and the same key goes out again.
  showProblems(form, { title: form.dataset.failed ?? '' });
  announce('lost', { form, body, key, entries: entriesOf(form) });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
  form.addEventListener('submit', event => {
    const submitter = event.submitter;
    event.preventDefault();
    if (submitter instanceof HTMLButtonElement && submitter.name === '_act')
      return editLines(form, submitter.value);
    if (button(form)?.getAttribute('aria-disabled') !== 'true') void send(form);
  });
  form.addEventListener('change', () => applyWhen(form));
  form.addEventListener('input', event => {
    isTyped ||= event.isTrusted;
    applyWhen(form);
  });
  // A browser gives back what was typed before a reload, some of them only now.
  addEventListener('pageshow', () => applyWhen(form));
  applyWhen(form);
}

// Most forms have no files, and need not load what sends them.
if (document.querySelector('[data-files]')) void import('./files.ts');

// A question typed into the search box comes along, so that nobody types it twice; behind `#` it stays on the device until it is sent.
const asked =
  new URLSearchParams(location.hash.slice(1)).get('question') ??
  new URLSearchParams(location.search).get('question');
const question = document.querySelector<HTMLTextAreaElement>('textarea[name="question"]');
if (asked && question && question.value === '') question.value = asked.slice(0, question.maxLength);
