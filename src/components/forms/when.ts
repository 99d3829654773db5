/** The values a neighbour has: of ticked boxes their codes or `true`, of radios the chosen one; nothing while it is not asked itself. */
const valuesOf = (form: HTMLFormElement, name: string): readonly string[] => {
  const values: string[] = [];
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) continue;
    // `:disabled` sees a closed fieldset around it too.
    if (control.matches(':disabled')) continue;
    const isBox = control.type === 'checkbox';
    if (isBox && !(control as HTMLInputElement).checked) continue;
    if (control.type === 'radio' && !(control as HTMLInputElement).checked) continue;
    if (control.name === name) values.push(isBox ? 'true' : control.value);
    else if (isBox && control.name.startsWith(`${name}.`)) values.push(control.name.slice(name.length + 1));
  }
  return values;
};

/** Hides what is not asked and keeps what was typed there: a disabled field is neither sent nor reached by the keyboard. */
const show = (box: HTMLElement, asked: boolean): boolean => {
  if (box.hidden !== asked) return false;
  box.hidden = !asked;
  if (box instanceof HTMLFieldSetElement) box.disabled = !asked;
  else
    for (const control of box.querySelectorAll<HTMLInputElement>('input, select, textarea, button'))
      control.disabled = !asked;
  return true;
};

const look = (form: HTMLFormElement): boolean => {
  let changed = false;
  for (const box of form.querySelectorAll<HTMLElement>('[data-when]')) {
    const wanted = (box.dataset.is ?? '').split(' ');
    const asked = valuesOf(form, box.dataset.when ?? '').some(value => wanted.includes(value));
    changed = show(box, asked) || changed;
  }
  return changed;
};

/** Shows the fields that are asked, given the values beside them, and hides the others; a field may depend on one that depends. */
export const applyWhen = (form: HTMLFormElement): void => {
  form.dataset.looked = '';
  if (!form.querySelector('[data-when]')) return;
  for (let round = 0; round < 8 && look(form); round++);
  // A fold that holds nothing but hidden fields is hidden too.
  for (const more of form.querySelectorAll<HTMLElement>('details.more'))
    more.hidden = more.querySelector('.field:not([hidden])') === null;
};
