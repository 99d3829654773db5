import { type Entries, linesIn } from './draft-model.ts';
import { setLines } from './lines.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element): element is Control =>
  element.matches('input:not([type="file"]), select, textarea');

/** The inputs that hold an answer: neither buttons, nor the trap, nor a chosen file. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(isControl).filter(({ name }) => name !== '' && !name.startsWith('_'));

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** Everything typed, ticked and chosen, also in fields that are not asked at the moment. */
export const entriesOf = (form: HTMLFormElement): Entries =>
  controlsOf(form)
    .filter(control => !isTick(control) || control.checked)
    .map(control => [control.name, control.value]);

/** What a page sends: the fields that are asked, and the page's own marks. */
export const bodyOf = (form: HTMLFormElement): string => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body.toString();
};

const isChanged = (control: Control): boolean => {
  if (isTick(control)) return control.checked !== control.defaultChecked;
  if (control instanceof HTMLSelectElement)
    return control.value !== '' && !control.selectedOptions[0]?.defaultSelected;
  return control.type !== 'hidden' && control.value !== control.defaultValue;
};

/** Whether somebody typed something here. */
export const isTouched = (form: HTMLFormElement): boolean => controlsOf(form).some(isChanged);

const put = (control: Control, values: ReadonlyMap<string, string>): void => {
  const value = values.get(control.name);
  if (!isTick(control)) control.value = value ?? control.value;
  else if (control.type === 'checkbox') control.checked = value !== undefined;
  else control.checked = control.value === (value ?? '');
};

/** Uploads are known by their ids, in hidden inputs beside the file input; what lists them meets the new ones. */
const putFiles = (form: HTMLFormElement, entries: Entries): void => {
  const given = new Map(entries);
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
    const before = `input[type="hidden"][name^="${input.name}."]`;
    for (const old of form.querySelectorAll<HTMLInputElement>(before))
      if (!given.has(old.name)) (old.closest('.file') ?? old).remove();
    for (const [name, value] of entries) {
      if (!name.startsWith(`${input.name}.`) || form.elements.namedItem(name)) continue;
      input.after(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
  }
};

const unfold = (form: HTMLFormElement): void => {
  for (const more of form.querySelectorAll<HTMLDetailsElement>('details.more'))
    more.open ||= [...form.elements].some(
      one =>
        more.contains(one) &&
        isControl(one) &&
        (isTick(one) ? one.checked && one.value !== '' : one.value !== ''),
    );
};

/** What listens to the form looks again: fields that are asked, uploads, templates. */
const settle = (form: HTMLFormElement): void => {
  unfold(form);
  form.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Puts a draft into the form, lines and all. Gives back what found no place, because the form was changed since. */
export const fill = (form: HTMLFormElement, entries: Entries): Entries => {
  for (const box of form.querySelectorAll<HTMLElement>('[data-lines]')) {
    const name = box.dataset.lines ?? '';
    setLines(form, name, linesIn(entries, name));
  }
  putFiles(form, entries);
  const values = new Map(entries);
  for (const control of controlsOf(form)) put(control, values);
  settle(form);
  const now = new Map(entriesOf(form));
  return entries.filter(([name, value]) => value !== '' && now.get(name) !== value);
};

/** Fills in what is still empty, and gives back how many fields that were. */
export const fillEmpty = (form: HTMLFormElement, entries: Entries): number => {
  const values = new Map(entries);
  const before = new Map(entriesOf(form));
  let filled = 0;
  for (const control of controlsOf(form)) {
    if (!values.has(control.name) || (before.get(control.name) ?? '') !== '') continue;
    put(control, values);
    if (!isTick(control) || control.checked) filled += 1;
  }
  settle(form);
  return filled;
};
