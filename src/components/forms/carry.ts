import { press, say } from './dom.ts';
import { blockOf, type Entries } from './draft-model.ts';
import { fillEmpty } from './fields.ts';
import { carryMark, isShared, takeCarried } from './permit.ts';
import { home, tell } from './words.ts';

/** Under a receipt: the way to another form, on which the enterprise is not asked again. Kept in this tab until it is put to use. */
export const offerCarry = (entries: Entries): void => {
  const row = document.querySelector('[data-receipt] > .button-row');
  if (!row || isShared()) return;
  const go = () => {
    try {
      sessionStorage.setItem(carryMark, JSON.stringify(blockOf(entries)));
    } catch {
      // Nothing can be kept: the next form asks again.
    }
    location.assign(`${home}forms/`);
  };
  row.append(press(tell('carry'), tell('carry'), go));
};

/** Fills in what was brought along from the form before. */
export const arrive = (form: HTMLFormElement): void => {
  const entries = takeCarried();
  if (entries.length > 0 && fillEmpty(form, entries) > 0) say(tell('carried'));
};
