import { blank, shownFor, type Values } from '#src/documents/template.ts';
import { isWeChat } from './print.ts';

/** Puts what is typed into the document on the page; nothing of it leaves the device. */
const place = document.querySelector<HTMLElement>('#document');
const said: Record<string, string> = JSON.parse(place?.dataset.words ?? '{}');
const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-into]')];
const line = document.querySelector<HTMLElement>('#said');
const report = (words = ''): void => {
  if (line) line.textContent = words;
};

const values = (): Values => Object.fromEntries(fields.map(field => [field.dataset.into ?? '', field.value]));

const draw = (): void => {
  const all = values();
  for (const spot of document.querySelectorAll<HTMLElement>('[data-field]')) {
    spot.textContent = shownFor(all, spot.dataset.field ?? '');
    spot.classList.toggle('blank', spot.textContent === blank);
  }
};

const toWord = async (): Promise<void> => {
  report(said.making);
  try {
    const { save } = await import('./word.ts');
    const file = await save(place?.dataset.template ?? '', values());
    report(said.made?.replace('{file}', file));
  } catch {
    report(said.failed);
  }
};

const copy = async (): Promise<void> => {
  const text = document.querySelector<HTMLElement>('#mine')?.innerText ?? '';
  await navigator.clipboard?.writeText(text).then(
    () => report(said.copied),
    () => report(said.notCopied),
  );
  if (!navigator.clipboard) report(said.notCopied);
};

if (place) {
  place.classList.add('live');
  for (const field of fields) field.addEventListener('input', draw);
  const word = document.querySelector<HTMLElement>('#word');
  if (word) word.hidden = isWeChat();
  word?.addEventListener('click', () => void toWord());
  document.querySelector('#copy-text')?.addEventListener('click', () => void copy());
  // What a browser filled in again after going back.
  draw();
}
