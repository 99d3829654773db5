/** What a passage is for, by name of the choice: the codes with blanks between; nothing is everyone. */
type Limits = Readonly<Record<string, string | undefined>>;

/** The choices that a passage does not fit: asked of, answered, and the answer is not among those it is for. */
export const misses = (limits: Limits, chosen: Limits): string[] =>
  Object.keys(chosen).filter(name => {
    const [limit, answer] = [limits[name], chosen[name]];
    return limit && answer && !limit.split(' ').includes(answer);
  });

/** The questions of an address with the choices in it; other ones stay. */
export const withChoices = (search: string, chosen: Limits): string => {
  const query = new URLSearchParams(search);
  for (const [name, answer] of Object.entries(chosen)) {
    if (answer) query.set(name, answer);
    else query.delete(name);
  }
  const text = query.toString();
  return text && `?${text}`;
};

/** Folds what is not for the reader and says why; the choice stands in the address and goes along to the other sections. */
const form = globalThis.document?.querySelector<HTMLFormElement>('#views');
const selects = [...(form?.querySelectorAll('select') ?? [])];

const links = [
  ...(globalThis.document?.querySelectorAll<HTMLAnchorElement>('main a[href^="/guides/"]') ?? []),
];

const fold = (box: HTMLElement, chosen: Limits): void => {
  const names = misses(box.dataset, chosen);
  if (box instanceof HTMLDetailsElement) box.open = names.length === 0;
  box.classList.toggle('not-yours', names.length > 0);
  const picked = selects.filter(({ name }) => names.includes(name));
  const why = box.querySelector('.why');
  const list = picked.map(({ selectedOptions }) => selectedOptions[0]?.text).join('、');
  if (why) why.textContent = list && form?.dataset.why + list;
};

const show = (): void => {
  const chosen = Object.fromEntries(selects.map(({ name, value }) => [name, value]));
  for (const box of document.querySelectorAll<HTMLElement>('[data-line],[data-size],[data-risk]'))
    fold(box, chosen);
  const search = withChoices(location.search, chosen);
  history.replaceState(null, '', location.pathname + search + location.hash);
  for (const link of links) link.search = search;
};

/** Browsers before 2023 do not open what an address leads into. */
const reveal = (): void => {
  const box = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('details');
  if (box) box.open = true;
};

if (form) {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? '';
    if (select.selectedIndex < 0) select.value = '';
  }
  form.dataset.works = '';
  form.addEventListener('change', show);
  show();
  reveal();
  addEventListener('hashchange', reveal);
}
