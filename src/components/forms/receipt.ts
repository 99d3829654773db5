import { timeInWords } from '#src/views/time.ts';
import { linkIn, offerKeeping } from './mine.ts';
import { lang } from './words.ts';

/** A booked time in words, or why there is none. */
type Booked = {
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly calendar?: string;
  readonly said?: string;
};

export type Receipt = {
  readonly number: string;
  readonly pin: string | null;
  readonly track: string;
  readonly handler: string;
  readonly reason: string;
  /** ISO 8601. */ readonly due: string;
  readonly held: boolean;
  /** The time that was booked with it; null where its form asks for none. */
  readonly appointment: Booked | null;
  /** What needs a word. */
  readonly warnings: readonly { readonly message: string }[];
  /** All cases of a submission that became several. */
  readonly linked: readonly { readonly number: string; readonly handler: string; readonly due: string }[];
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
    appointment: receipt.appointment ?? null,
    warnings: receipt.warnings ?? [],
    linked: receipt.linked ?? [],
  };
};

const put = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The list of numbers, in the words that the template carries. */
const fillSeveral = (view: ParentNode, { linked }: Receipt, inTime: (iso: string) => string): void => {
  const box = view.querySelector<HTMLElement>('[data-several]');
  const [lead, list] = [box?.querySelector('p'), box?.querySelector('ul')];
  if (!box || !lead || !list || linked.length === 0) return;
  box.hidden = false;
  lead.textContent = put(box.dataset.words ?? '', { n: String(linked.length) });
  for (const { number, handler, due } of linked)
    list.appendChild(document.createElement('li')).textContent = put(box.dataset.row ?? '', {
      number,
      handler,
      due: inTime(due),
    });
};

const fillTold = (view: ParentNode, { warnings }: Receipt): void => {
  const box = view.querySelector<HTMLElement>('[data-told]');
  const list = box?.querySelector('ul');
  if (!box || !list || warnings.length === 0) return;
  box.hidden = false;
  for (const message of new Set(warnings.map(warning => warning.message)))
    list.appendChild(document.createElement('li')).textContent = message;
};

/** When and where, in the place that the template keeps for it. */
const fillAppointment = (view: ParentNode, booked: Booked | null): void => {
  const box = view.querySelector<HTMLElement>('[data-appointment]');
  const [list, way] = [box?.querySelector('dl'), box?.querySelector('a')];
  if (!box || !list || !way || !booked) return;
  box.hidden = false;
  const { facts = [], calendar = '', said = '' } = booked;
  for (const { label, value } of facts) {
    const row = list.appendChild(document.createElement('div'));
    row.appendChild(document.createElement('dt')).textContent = label;
    row.appendChild(document.createElement('dd')).textContent = value;
  }
  const sentence = box.querySelector('p');
  if (sentence) sentence.textContent = said;
  way.href = calendar;
  way.hidden = calendar === '';
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
    due: timeInWords(receipt.due, lang),
  };
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.textContent = (node.textContent ?? '').replace(
      /%(\w+)%/g,
      (whole, name: string) => values[name] ?? whole,
    );
  }
  fillTold(view, receipt);
  fillAppointment(view, receipt.appointment);
  fillSeveral(view, receipt, iso => timeInWords(iso, lang));
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
  if (receipt) offerKeeping(receipt, linkIn(receipt.querySelector('a.button')?.getAttribute('href') ?? ''));
  const copy = receipt?.querySelector<HTMLButtonElement>('[data-copy]');
  const print = receipt?.querySelector<HTMLButtonElement>('[data-print]');
  if (!receipt || !copy || !print) return;
  copy.hidden = false;
  print.hidden = false;
  print.addEventListener('click', () => globalThis.print());
  copy.addEventListener('click', async () => {
    const text = [
      ...receipt.querySelectorAll<HTMLElement>(
        'h1, dt, dd, [data-several]:not([hidden]) li, .next-steps p:not([hidden])',
      ),
    ]
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
