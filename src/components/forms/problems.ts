export type Told = {
  readonly title: string;
  readonly detail?: string;
  /** Times that are free, where the one that was chosen is gone. */ readonly places?: readonly string[];
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
};

const idOf = (pointer: string): string => `f-${pointer.slice(1).replaceAll('/', '-')}`;

/** Takes away what the last answer said. */
export const clearProblems = (form: HTMLFormElement): void => {
  document.getElementById('problems')?.remove();
  for (const error of form.querySelectorAll<HTMLElement>('.error')) error.hidden = true;
  for (const box of form.querySelectorAll('.field-invalid')) box.classList.remove('field-invalid');
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
};

const beside = (id: string, message: string): void => {
  const place = document.getElementById(id);
  const box = place?.closest('.field');
  const error = document.getElementById(`${id}-error`);
  place?.closest('details')?.setAttribute('open', '');
  box?.classList.add('field-invalid');
  if (!error) return;
  error.textContent = message;
  error.hidden = false;
  const control = box?.querySelector('input, select, textarea');
  control?.setAttribute('aria-invalid', 'true');
  const about = new Set((control?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)).add(
    `${id}-error`,
  );
  control?.setAttribute('aria-describedby', [...about].join(' '));
};

const link = (id: string, message: string): HTMLLIElement => {
  const item = document.createElement('li');
  const anchor = item.appendChild(document.createElement('a'));
  anchor.href = `#${id}`;
  anchor.textContent = message;
  anchor.addEventListener('click', event => {
    const place = document.getElementById(id);
    const control = place?.matches('fieldset')
      ? place.querySelector<HTMLElement>('input, select, button')
      : place;
    if (!control) return;
    event.preventDefault();
    control.focus();
    control.scrollIntoView({ block: 'center' });
  });
  return item;
};

/** Shows a refusal as the page without JavaScript would: a summary that takes focus, and the words beside each field. */
export const showProblems = (form: HTMLFormElement, told: Told): void => {
  const summary = document.createElement('div');
  Object.assign(summary, { id: 'problems', className: 'error-summary', tabIndex: -1 });
  summary.setAttribute('role', 'alert');
  const title = summary.appendChild(document.createElement('h2'));
  const errors = told.errors ?? [];
  title.textContent =
    errors.length > 0 ? (form.dataset.problems ?? '').replace('{n}', String(errors.length)) : told.title;
  if (errors.length > 0) {
    const list = summary.appendChild(document.createElement('ul'));
    list.append(...errors.map(({ pointer, message }) => link(idOf(pointer), message)));
    for (const { pointer, message } of errors) beside(idOf(pointer), message);
  } else if (told.detail) {
    summary.appendChild(document.createElement('p')).textContent = told.detail;
  }
  form.before(summary);
  summary.focus();
  summary.scrollIntoView({ block: 'start' });
};
