import { placeInWords } from '#src/forms/place.ts';
import { el } from './dom.ts';
import { lang } from './words.ts';

const radio = (name: string, value: string, words: string): HTMLLabelElement =>
  el('label', { className: 'choice' }, el('input', { type: 'radio', name, value }), ` ${words}`);

/** Puts the times that are still free in place of the one that is gone, as the page without JavaScript would; any time will do stays the last. */
export const offerPlaces = (form: HTMLFormElement, places: readonly string[]): void => {
  const box = form.querySelector<HTMLElement>('[data-places]');
  const name = box?.closest<HTMLElement>('[data-field]')?.dataset.field;
  if (!box || !name) return;
  box.hidden = false;
  box.className = 'choices';
  box.replaceChildren(
    ...places.map(id => radio(name, id, placeInWords(id, lang))),
    radio(name, '', box.dataset.any ?? ''),
  );
};
