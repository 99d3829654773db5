/** Renumbers a line's names, ids and what refers to them. */
const renumber = (line: Element, name: string, index: number): void => {
  line.setAttribute('data-line', String(index));
  const path = new RegExp(`^${name}\\.\\d+\\.`);
  const id = new RegExp(`f-${name}-\\d+-`, 'g');
  for (const element of line.querySelectorAll('*')) {
    for (const attribute of ['name', 'data-field']) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, value.replace(path, `${name}.${index}.`));
    }
    for (const attribute of ['id', 'for', 'aria-describedby']) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, value.replace(id, `f-${name}-${index}-`));
    }
  }
  const legend = line.querySelector('legend');
  if (legend?.textContent) legend.textContent = legend.textContent.replace(/\d+/, String(index + 1));
  const remove = line.querySelector<HTMLButtonElement>('button[name="_act"]');
  if (!remove) return;
  remove.value = `remove:${name}:${index}`;
  remove.setAttribute(
    'aria-label',
    (remove.getAttribute('aria-label') ?? '').replace(/\d+/, String(index + 1)),
  );
};

const empty = (line: Element): void => {
  for (const field of line.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea'))
    field.value = '';
  for (const error of line.querySelectorAll<HTMLElement>('.error')) error.hidden = true;
  for (const box of line.querySelectorAll('.field-invalid')) box.classList.remove('field-invalid');
  for (const field of line.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
};

/** Adds a line after the last, or removes one, without leaving the page: `add:items`, `remove:items:2`. */
export const editLines = (form: HTMLFormElement, act: string): void => {
  const [verb, name = '', at] = act.split(':');
  const box = form.querySelector(`[data-lines="${name}"]`);
  const lines = [...(box?.querySelectorAll(':scope > .line') ?? [])];
  const last = lines.at(-1);
  if (!box || !last) return;
  if (verb === 'add') {
    const line = last.cloneNode(true) as Element;
    empty(line);
    last.after(line);
  } else if (lines.length > 1) {
    lines[Number(at)]?.remove();
  }
  const left = [...box.querySelectorAll(':scope > .line')];
  for (const [index, line] of left.entries()) {
    renumber(line, name, index);
    const remove = line.querySelector<HTMLButtonElement>('button[name="_act"]');
    if (remove) remove.hidden = left.length < 2;
  }
  const focused = verb === 'add' ? left.at(-1) : left[Math.min(Number(at), left.length - 1)];
  focused?.querySelector<HTMLElement>('select, input')?.focus();
};
