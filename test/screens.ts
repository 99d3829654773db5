import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { launch } from './browser.ts';
import { pictured } from './e2e/templates.ts';
import { startServer } from './server.ts';

/**
 * `npm run screens`: pictures of every public template of the built site, on a phone and a desk, light and dark, into docs/screens as
 * `<template>-<width>-<theme>.png`; only those that are missing, all of them with `--all`, some with their names behind it. `--data` is the data
 * folder of a demonstration, for pages of figures.
 */
const folder = join(import.meta.dirname, '../docs/screens');
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;
const themes = ['light', 'dark'] as const;

type Shot = {
  readonly path: string;
  readonly file: string;
  readonly viewport: (typeof sizes)[number];
  readonly colorScheme: (typeof themes)[number];
};

const shotsOf = (names: readonly string[], all: boolean): readonly Shot[] =>
  Object.entries(pictured)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .flatMap(([name, path]) =>
      sizes.flatMap(viewport =>
        themes.map(colorScheme => ({
          path,
          viewport,
          colorScheme,
          file: join(folder, `${name}-${viewport.width}-${colorScheme}.png`),
        })),
      ),
    )
    .filter(({ file }) => all || !existsSync(file));

const take = async (browser: Browser, url: string, shot: Shot): Promise<number> => {
  const { path, file, viewport, colorScheme } = shot;
  const options = { viewport, colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  const page = await browser.newPage(options);
  await page.goto(url + path);
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot();
  await page.close();
  // Few colours, no dithering: text stays sharp at a quarter of the size.
  const small = await sharp(picture).png({ palette: true, colours: 64, dither: 0, effort: 10 }).toBuffer();
  writeFileSync(file, small);
  return small.length;
};

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false }, data: { type: 'string' } },
  allowPositionals: true,
});
const shots = shotsOf(positionals, values.all);
const server = await startServer(values.data ? { REOPENDESK_DATA: values.data } : {});
const browser = await launch();
try {
  for (const shot of shots)
    console.log(
      `${((await take(browser, server.url, shot)) / 1024).toFixed(0).padStart(4)} KB  ${shot.file}`,
    );
} finally {
  await browser.close();
  await server.stop();
}
