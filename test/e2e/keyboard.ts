import type { Page } from 'playwright-core';
import { filesFor, type Step } from './fill.ts';

/** Where the keyboard is: what the focused element is. */
type Stop = {
  readonly kind: 'nowhere' | 'text' | 'select' | 'mark' | 'tick' | 'files' | 'fold' | 'button' | 'link';
  readonly name: string;
  readonly value: string;
  /** Names of the controls inside a fold that is closed. */ readonly folded: readonly string[];
  /** Lines of the box an adding button belongs to. */ readonly lines: number;
  readonly label: string;
};

/** Reads the focused element. */
const look = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement;
    const fold = at.parentElement as HTMLDetailsElement | null;
    const kinds: Record<string, Stop['kind']> = { radio: 'mark', checkbox: 'tick', file: 'files' };
    const tags: Record<string, Stop['kind']> = {
      BODY: 'nowhere',
      SELECT: 'select',
      SUMMARY: 'fold',
      BUTTON: 'button',
      A: 'link',
    };
    const inside = at.tagName === 'SUMMARY' && !fold?.open ? (fold?.querySelectorAll('[name]') ?? []) : [];
    return {
      kind: tags[at.tagName] ?? kinds[at.type] ?? 'text',
      name: at.name ?? '',
      value: at.value ?? '',
      folded: [...inside].map(one => one.getAttribute('name') ?? ''),
      lines: at.closest('[data-lines]')?.querySelectorAll(':scope > .line').length ?? 0,
      label: (at.textContent || at.name || at.tagName).trim().slice(0, 40),
    };
  });

/**
 * Whether a person sees where the focus is: the element stands in the window with a ring around it. Asked until it is so, for two seconds
 * at most: the window may still be on its way to the element, or a sentence of the page may just have come in above it.
 */
const isSeen = (page: Page): Promise<boolean> =>
  page
    .waitForFunction(
      () => {
        const at = document.activeElement;
        if (!at || at === document.body) return false;
        const box = at.getBoundingClientRect();
        const ring = getComputedStyle(at);
        const hasRing = ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2;
        return hasRing && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
      },
      null,
      { timeout: 2_000 },
    )
    .then(
      () => true,
      () => false,
    );

const chooseFiles = async (page: Page, name: string, count: number): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(filesFor(name, count));
  await page
    .locator(`input[type="hidden"][name^="${name}."]`)
    .nth(count - 1)
    .waitFor({ state: 'attached' });
};

/** Arrows until the value is there; a group of radios that has none marked takes its first by the space bar. */
const arrowTo = async (page: Page, step: { readonly name: string; readonly value: string }) => {
  for (let n = 0; n < 100; n += 1) {
    const { kind, value } = await look(page);
    if (value === step.value) {
      if (kind === 'mark') await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows never came to ${step.value} in ${step.name}`);
};

/** A date is typed field by field, as its browser shows it: month, day, year in English. */
const typed = (page: Page, value: string): Promise<void> => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  return page.keyboard.type(year ? `${month}${day}${year}` : value);
};

const answer = async (page: Page, step: Step): Promise<void> => {
  if (step.kind === 'type') return typed(page, step.value);
  if (step.kind === 'files') return chooseFiles(page, step.name, step.count);
  if (step.kind === 'tick') return page.keyboard.press('Space');
  if (step.kind !== 'lines') return arrowTo(page, step);
};

/** One person at a keyboard: what is still to be done, and what went wrong on the way. */
type Work = { readonly page: Page; left: readonly Step[]; readonly faults: string[] };

const isIn = (names: readonly string[], step: Step): boolean =>
  names.includes(step.name) || names.some(name => name.startsWith(`${step.name}.`));

/** Does what is to be done where the keyboard is; true where that moved the focus by itself. */
const act = async (work: Work, stop: Stop): Promise<boolean> => {
  const { page } = work;
  if (stop.kind === 'fold' && work.left.some(step => isIn(stop.folded, step)))
    await page.keyboard.press('Enter');
  const [verb, lines] = stop.kind === 'button' ? stop.value.split(':') : [];
  const more = work.left.find(step => step.kind === 'lines' && step.name === lines);
  if (verb === 'add' && more?.kind === 'lines' && more.count > stop.lines) {
    await page.keyboard.press('Enter');
    return true;
  }
  const step = work.left.find(one => one.kind !== 'lines' && one.name === stop.name);
  if (!step) return false;
  await answer(page, step);
  work.left = work.left.filter(one => one !== step);
  return false;
};

/**
 * Goes through a form from the top of the page with Tab, arrows, Space, Enter and letters alone, does each step where it comes by, and
 * presses the button. Gives back what was not reached and where the focus was lost or could not be seen; both are empty when all is well.
 */
export const fillByKeyboard = async (page: Page, steps: readonly Step[]): Promise<readonly string[]> => {
  const work: Work = { page, left: steps, faults: [] };
  let moved = false;
  // From the start: a chooser that opens before the browser is told to hand it over is lost.
  page.on('filechooser', () => null);
  for (let n = 0; n < 300; n += 1) {
    if (!moved) await page.keyboard.press('Tab');
    const stop = await look(page);
    if (!(await isSeen(page))) work.faults.push(`${stop.kind} ${stop.label} is not seen`);
    if (stop.kind === 'link' && stop.label === '跳到正文') await page.keyboard.press('Enter');
    if (stop.kind === 'button' && stop.label === '提交') break;
    moved = await act(work, stop);
  }
  await page.keyboard.press('Enter');
  const left = work.left.filter(step => step.kind !== 'lines').map(step => `${step.name} was not reached`);
  return [...work.faults, ...left];
};
