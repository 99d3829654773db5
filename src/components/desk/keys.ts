/** Rows of the page that j and k go through: a row of the queue, a fold of what can be done. */
const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

const handle = (row: HTMLElement): HTMLElement | null => row.querySelector<HTMLElement>('summary, a[href]');

/** Where the keyboard is among the rows; -1 before the first. */
const place = (all: readonly HTMLElement[]): number =>
  all.findIndex(row => row.contains(document.activeElement));

const move = (by: 1 | -1): void => {
  const all = rows();
  const at = place(all);
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  const target = next && handle(next);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
};

const choose = (): void => {
  const all = rows();
  all[place(all)]?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
};

const go = (to: string): void => document.querySelector<HTMLElement>(`[data-go="${to}"]`)?.click();

const dialog = document.querySelector<HTMLDialogElement>('#keys');
const help = (): void => dialog?.showModal();

const acts: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  x: choose,
  '/': () => go('find'),
  u: () => go('queue'),
  '?': help,
};

const name = 'desk-keys';
const isOn = (): boolean => localStorage.getItem(name) !== 'off';

/** Typing is never taken for a key of the desk; a chosen box or button is no typing. */
const isTyping = (at: EventTarget | null): boolean =>
  at instanceof HTMLElement && at.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');

const press = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || dialog?.open || !isOn()) return;
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
};

const switchable = (box: HTMLDialogElement): void => {
  const status = box.querySelector<HTMLElement>('[role="status"]');
  const button = box.querySelector<HTMLButtonElement>('[data-switch]');
  const show = (): void => {
    const state = isOn() ? 'on' : 'off';
    for (const part of [status, button]) if (part) part.textContent = part.dataset[state] ?? '';
  };
  button?.addEventListener('click', () => {
    localStorage.setItem(name, isOn() ? 'off' : 'on');
    show();
  });
  show();
};

/** Keys of the desk, and the button that shows them; single letters can be switched off (WCAG 2.1.4). */
export const listen = (): void => {
  if (!dialog) return;
  switchable(dialog);
  document.addEventListener('keydown', press);
  const button = document.querySelector<HTMLButtonElement>('[data-keys]');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', help);
};
