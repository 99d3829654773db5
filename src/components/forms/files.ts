import { askToWait, isBusy, openField } from './file-field.ts';
import { unnoteAll } from './file-notes.ts';

/** Loaded where a form has fields of files. */
const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-files]')].flatMap(
  input => openField(input) ?? [],
);

// Before the form's own listener: a form whose files are still on their way waits.
document.addEventListener(
  'submit',
  event => {
    const busy = fields.find(field => field.form === event.target && isBusy(field));
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    askToWait(busy);
  },
  true,
);

document.addEventListener('form:sent', event => {
  const { form } = (event as CustomEvent<{ readonly form: HTMLFormElement }>).detail;
  unnoteAll(form.dataset.form ?? '');
});
