const swap = (element: Element, attribute: string, pattern: RegExp, by: string): void => {
  const value = element.getAttribute(attribute);
  if (value) element.setAttribute(attribute, value.replace(pattern, by));
};

/** Renumbers a line's names, ids and what refers to them. */
const renumber = (line: Element, name: string, index: number): void => {
  line.setAttribute('data-line', String(index));
  const path = new RegExp(`^${name}\\.\\d+\\.`);
  const id = new RegExp(`f-${name}-\\d+-`, 'g');
  for (const element of line.querySelectorAll('*')) {
    for (const attribute of ['name', 'data-field', 'data-when', 'data-by'])
      swap(element, attribute, path, `${name}.${index}.`);
    for (const attribute of ['id', 'for', 'aria-describedby', 'data-into'])
      swap(element, attribute, id, `f-${name}-${index}-`);
  }
  const legend = line.querySelector('legend');
  if (legend?.textContent) legend.textContent = legend.textContent.replace(/\d+/, String(index + 1));
  const remove = line.querySelector<HTMLButtonElement>('button[name="_act"]');
  if (!remove) return;
  remove.value = `remove:${name}:${index}`;
  swap(remove, 'aria-label', /\d+/, String(index + 1));
};

/** A tick keeps its value and loses its mark; of a yes-no the open answer, which sends nothing, is the one marked. */
const clear = (field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): void => {
  if (field instanceof HTMLInputElement && field.type === 'hidden') field.remove();
  else if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
    field.checked = field.type === 'radio' && field.value === '';
  else field.value = '';
};

const empty = (line: Element): void => {
  for (const field of line.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  ))
    clear(field);
  for (const error of line.querySelectorAll<HTMLElement>('.error')) error.hidden = true;
  for (const box of line.querySelectorAll('.field-invalid')) box.classList.remove('field-invalid');
  for (const field of line.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const made of line.querySelectorAll('[data-made]')) made.remove();
};

const boxOf = (form: HTMLFormElement, name: string): Element | null =>
  form.querySelector(`[data-lines="${name}"]`);

const linesOf = (box: Element): Element[] => [...box.querySelectorAll(':scope > .line')];

const settle = (box: Element, name: string): void => {
  const lines = linesOf(box);
  for (const [index, line] of lines.entries()) {
    renumber(line, name, index);
    const remove = line.querySelector<HTMLButtonElement>('button[name="_act"]');
    if (remove) remove.hidden = lines.length < 2;
  }
};

const add = (box: Element, name: string): void => {
  const last = linesOf(box).pop();
  if (!last) return;
  const line = last.cloneNode(true) as Element;
  empty(line);
  // Before it stands beside the other: two radios of one name and one form would take each other's mark.
  renumber(line, name, linesOf(box).length);
  last.after(line);
};

/** Makes the form hold this many lines of a name, at least one. */
export const setLines = (form: HTMLFormElement, name: string, count: number): void => {
  const box = boxOf(form, name);
  if (!box) return;
  while (linesOf(box).length < count) {
    const before = linesOf(box).length;
    add(box, name);
    if (linesOf(box).length === before) break;
  }
  for (const line of linesOf(box).slice(Math.max(count, 1))) line.remove();
  settle(box, name);
};

/** Adds a line after the last, or removes one, without leaving the page: `add:items`, `remove:items:2`. */
export const editLines = (form: HTMLFormElement, act: string): void => {
  const [verb, name = '', at] = act.split(':');
  const box = boxOf(form, name);
  if (!box) return;
  if (verb === 'add') add(box, name);
  else if (linesOf(box).length > 1) linesOf(box)[Number(at)]?.remove();
  settle(box, name);
  // Told before the focus moves, so that what is not asked in the new line does not get it.
  form.dispatchEvent(new Event('change', { bubbles: true }));
  form.dispatchEvent(new Event('input', { bubbles: true }));
  const left = linesOf(box);
  const focused = left[Math.min(verb === 'add' ? left.length : Number(at), left.length - 1)];
  focused?.querySelector<HTMLElement>('select:enabled, input:enabled, textarea:enabled')?.focus();
};
