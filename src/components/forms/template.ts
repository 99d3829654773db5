import { el, press } from './dom.ts';
import { tell } from './words.ts';

const chosenIn = (form: HTMLFormElement, name: string): string => {
  const neighbour = form.elements.namedItem(name);
  if (neighbour instanceof HTMLSelectElement || neighbour instanceof RadioNodeList) return neighbour.value;
  return '';
};

type Field = HTMLTextAreaElement | HTMLInputElement;
const fieldOf = (box: HTMLElement): Field | null =>
  document.querySelector<Field>(`#${CSS.escape(box.dataset.into ?? '')}`);

/** Puts the blanks into the field, under what is there already, and the cursor at the first of them. */
const use = (field: Field, template: string): void => {
  const before = field.value.trimEnd();
  if (before.includes(template.trimEnd())) {
    field.focus();
    return;
  }
  field.value = before ? `${before}\n${template}` : template;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const end = field.value.indexOf('\n', before ? before.length + 1 : 0);
  field.focus();
  field.setSelectionRange(end < 0 ? field.value.length : end, end < 0 ? field.value.length : end);
};

const look = (form: HTMLFormElement, box: HTMLDetailsElement): void => {
  const chosen = chosenIn(form, box.dataset.by ?? '');
  let fitting = false;
  for (const item of box.querySelectorAll<HTMLElement>('[data-template]')) {
    item.hidden = chosen !== '' && item.dataset.is !== chosen;
    if (item.hidden) continue;
    fitting = true;
    if (item.querySelector('button')) continue;
    const label = item.querySelector('b')?.textContent ?? '';
    const put = () => {
      const field = fieldOf(box);
      if (field) use(field, item.dataset.template ?? '');
    };
    item.append(
      el('span', { data: { made: '' } }, press(tell('template'), `${tell('template')} ${label}`, put)),
    );
  }
  box.hidden = !fitting;
};

/** What to write for the topic that was chosen, with a button that puts it into the field. */
export const offerTemplates = (form: HTMLFormElement): void => {
  const all = () => {
    for (const box of form.querySelectorAll<HTMLDetailsElement>('details.templates')) look(form, box);
  };
  form.addEventListener('change', all);
  all();
};
