import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';
import { templates } from './templates.ts';

const { open, close } = onPhone();

/** What a window of 1280 by 1024 px shows at 400 %: WCAG 2.2, 1.4.10. */
const zoomed = { viewport: { width: 320, height: 256 } };

/** So many stops of the keyboard are looked at on each page: all of its head, and the beginning of what follows. */
const stops = 25;

/**
 * What is wrong with the element that has the focus: nothing of it in the window, all of it under something else (2.4.11), no ring around
 * it. Asked until nothing is, for two seconds at most: the window may still be on its way. Null where all is well.
 */
const faultAt = (page: Page): Promise<string | null> =>
  page.evaluate(async () => {
    const look = (): string | null => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const name = at.outerHTML.slice(0, 100);
      const ring = getComputedStyle(at);
      if (ring.outlineStyle === 'none' || Number.parseFloat(ring.outlineWidth) < 2) return `no ring: ${name}`;
      const boxes = [...at.getClientRects()].flatMap(({ left, right, top, bottom }) => {
        const [x1, x2] = [Math.max(left, 0), Math.min(right, innerWidth)];
        const [y1, y2] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
        return x2 - x1 > 1 && y2 - y1 > 1 ? [{ x1, x2, y1, y2 }] : [];
      });
      if (boxes.length === 0) return `not in the window: ${name}`;
      const points = boxes.flatMap(({ x1, x2, y1, y2 }) =>
        [0.1, 0.5, 0.9].map(part => [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part] as const),
      );
      const isSeen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (at.contains(top) || top.contains(at) || top.closest('label')?.control === at);
      });
      return isSeen ? null : `under something else: ${name}`;
    };
    const until = performance.now() + 2_000;
    for (;;) {
      const fault = look();
      if (!fault || performance.now() > until) return fault;
      await new Promise(requestAnimationFrame);
    }
  });

/** How many pixels of a page lie beyond the window's right edge. What scrolls by itself (a table, a drawing) does not count. */
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('at 400 %', () => {
  test.each(Object.entries(templates))('%s reflows, and the focus is never hidden', async (_, path) => {
    const page = await open(path, zoomed);
    expect(await beyond(page)).toBeLessThanOrEqual(0);
    const faults: (string | null)[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      faults.push(await faultAt(page));
    }
    expect(faults.filter(Boolean)).toEqual([]);
    await close(page);
  });
});

describe('as a reader has set the machine', () => {
  const some = ['home', 'guide', 'policy', 'hotlines', 'materials', 'track'] as const;

  test.each(some)('%s has a ring around the focus in forced colours', async name => {
    const page = await open(templates[name], { forcedColors: 'active' });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await faultAt(page)).toBeNull();
    }
    await close(page);
  });

  test.each(some)('%s moves nothing where less motion is wished for', async name => {
    const page = await open(templates[name], { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap(element => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
        const lasts = `${transitionDuration},${animationDuration}`
          .split(',')
          .some(text => Number.parseFloat(text) > 0);
        return lasts || scrollBehavior === 'smooth' ? [element.outerHTML.slice(0, 80)] : [];
      }),
    );
    expect(moving).toEqual([]);
    await close(page);
  });
});
