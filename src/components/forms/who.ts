import { whoWords } from '#src/i18n/who.ts';
import { type Chosen, type Told, tell } from '#src/views/told.ts';

/** The value of a control or of a group of radios; null while nothing is chosen. */
const chosenAt = (form: HTMLFormElement, name: string): string | null => {
  const data = new FormData(form).get(name);
  return typeof data === 'string' && data !== '' ? data : null;
};

/** The routing field's value: `topic`, `items.0.item`, or the first ticked box of `topics.0`. */
const keyAt = (form: HTMLFormElement, path: string): string | null => {
  if (path === '') return null;
  const ticks = path.replace(/\.\d+$/, '.');
  const tick = ticks === path ? null : form.querySelector<HTMLInputElement>(`[name^="${ticks}"]:checked`);
  return tick ? tick.name.slice(ticks.length) : chosenAt(form, path);
};

/** What was chosen: once, or for each line where lines go apart. */
const chosenIn = (form: HTMLFormElement, { by, apart }: Told): readonly Chosen[] => {
  const place = { area: chosenAt(form, 'enterprise.area'), line: chosenAt(form, 'enterprise.line') };
  const lines = apart === '' ? 1 : form.querySelectorAll(`[data-lines="${apart}"] > .line`).length;
  return Array.from({ length: lines }, (_, n) => ({
    key: keyAt(form, apart === '' ? by : by.replace(/\.0\./, `.${n}.`)),
    ...place,
  }));
};

/** Keeps the paragraph beside the button true to what is chosen. The day of the page's tables is the browser's own. */
const followChoices = (box: HTMLElement): void => {
  const form = box.closest('form');
  const place = box.querySelector('p');
  if (!form || !place) return;
  // The page's own view wrote it.
  const told = JSON.parse(box.dataset.who ?? '{}') as Told;
  const show = (): void => {
    const now = new Date();
    const words = tell(told, whoWords, chosenIn(form, told), now, '').join(told.lang === 'en' ? ' ' : '');
    if (place.textContent !== words) place.textContent = words;
  };
  form.addEventListener('change', show);
  // A line that was added or taken away changes the count only after its button was heard.
  form.addEventListener('submit', () => setTimeout(show));
  show();
};

for (const box of document.querySelectorAll<HTMLElement>('[data-who]')) followChoices(box);
