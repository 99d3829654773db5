import type { Lang } from '#src/i18n/words.ts';
import { timeInWords } from '#src/views/time.ts';

export type Receipt = {
  readonly number: string;
  readonly pin: string | null;
  readonly track: string;
  readonly handler: string;
  readonly reason: string;
  /** ISO 8601. */ readonly due: string;
  readonly held: boolean;
};

/** The receipt of a 201, or null when the answer is not one. */
export const readReceipt = (body: unknown): Receipt | null => {
  const receipt = body as Partial<Receipt> | null;
  if (typeof receipt?.number !== 'string' || typeof receipt.track !== 'string') return null;
  return {
    number: receipt.number,
    pin: receipt.pin ?? null,
    track: receipt.track,
    handler: receipt.handler ?? '',
    reason: receipt.reason ?? '',
    due: receipt.due ?? '',
    held: receipt.held ?? false,
  };
};

/** Puts the receipt in place of the form, from the page's own template, so that a weak network is not asked a second time. */
export const fillReceipt = (main: Element, receipt: Receipt): void => {
  const template = document.querySelector<HTMLTemplateElement>(
    `template[data-receipt="${receipt.held ? 'held' : 'received'}"]`,
  );
  if (!template) {
    location.assign(receipt.track);
    return;
  }
  const view = template.content.cloneNode(true) as DocumentFragment;
  const values: Record<string, string> = {
    number: receipt.number,
    pin: receipt.pin ?? '',
    handler: receipt.handler,
    reason: receipt.reason,
    due: timeInWords(receipt.due, document.documentElement.lang as Lang),
  };
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.textContent = (node.textContent ?? '').replace(
      /%(\w+)%/g,
      (whole, name: string) => values[name] ?? whole,
    );
  }
  view.querySelector('a.button')?.setAttribute('href', receipt.track);
  main.replaceChildren(view);
  main.querySelector<HTMLElement>('h1')?.setAttribute('tabindex', '-1');
  main.querySelector<HTMLElement>('h1')?.focus();
  scrollTo(0, 0);
  offerTools(main);
};

const copied = (press: HTMLButtonElement): void => {
  const words = press.textContent;
  press.textContent = press.dataset.done ?? words;
  press.addEventListener('blur', () => Object.assign(press, { textContent: words }), { once: true });
};

/** Shows the buttons that need JavaScript: copy as text, print. WeChat's browser has no clipboard API everywhere, so a selection is the fallback. */
export const offerTools = (root: ParentNode): void => {
  const receipt = root.querySelector<HTMLElement>('[data-receipt]');
  const copy = receipt?.querySelector<HTMLButtonElement>('[data-copy]');
  const print = receipt?.querySelector<HTMLButtonElement>('[data-print]');
  if (!receipt || !copy || !print) return;
  copy.hidden = false;
  print.hidden = false;
  print.addEventListener('click', () => globalThis.print());
  copy.addEventListener('click', async () => {
    const text = [...receipt.querySelectorAll<HTMLElement>('h1, dt, dd, .next-steps p:not([hidden])')]
      .map(part => part.textContent)
      .join('\n');
    try {
      await navigator.clipboard.writeText(text);
      copied(copy);
    } catch {
      getSelection()?.selectAllChildren(receipt);
    }
  });
};
