import { type FileWords, tell } from './file-words.ts';

/** A file's line: what it is called, how it stands, and a button that takes it away. */
export type Row = {
  readonly element: HTMLElement;
  /** Says how it stands; `share` from 0 to 1 shows a bar, null none. */
  readonly say: (text: string, share?: number | null) => void;
  readonly refuse: (text: string) => void;
  /** A second button, until it is pressed. */
  readonly offer: (text: string, work: () => void) => void;
  /** Puts the id into the form: from now on the file is sent along. */
  readonly keep: (field: string, id: string) => void;
};

const button = (text: string, label: string, work: () => void): HTMLButtonElement => {
  const press = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button-quiet',
    textContent: text,
  });
  press.setAttribute('aria-label', label);
  press.addEventListener('click', work);
  return press;
};

/** A new line at the end of a list. */
export const newRow = (list: HTMLElement, words: FileWords, name: string, remove: () => void): Row => {
  const element = list.appendChild(document.createElement('li'));
  element.className = 'file';
  const [called, state] = [document.createElement('span'), document.createElement('span')];
  Object.assign(called, { className: 'file-name', textContent: name });
  state.className = 'file-state';
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', name);
  bar.hidden = true;
  const away = button(tell(words, 'remove'), tell(words, 'removeNamed', { name }), remove);
  element.append(called, ' ', state, away, bar);
  list.hidden = false;
  // Files of a draft or of before a reload may stand in a fold.
  list.closest('details')?.setAttribute('open', '');
  return {
    element,
    say: (text, share = null) => {
      state.textContent = text;
      bar.hidden = share === null;
      bar.value = share ?? 0;
      element.classList.remove('file-refused');
    },
    refuse: text => {
      state.textContent = text;
      bar.hidden = true;
      element.classList.add('file-refused');
    },
    offer: (text, work) => {
      const press = button(text, `${text} ${name}`, () => {
        press.remove();
        work();
      });
      away.before(press);
    },
    keep: (field, id) => {
      element.dataset.file = id;
      const hidden = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: `${field}.${id}`,
        value: 'on',
      });
      element.append(hidden);
    },
  };
};
