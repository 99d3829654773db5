import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { launch } from './browser.ts';
import { deskPictured, pictured } from './e2e/templates.ts';
import { startServer } from './server.ts';
import { newStaff } from './staff.ts';

/**
 * `npm run screens`: pictures of every public template of the built site, on a phone and a desk, light and dark, into docs/screens as
 * `<template>-<width>-<theme>.png`; only those that are missing, all of them with `--all`, some with their names behind it. `--data` is the data
 * folder of a demonstration, for pages of figures; with it those of the desk as well, as a dispatcher sees them.
 */
const folder = join(import.meta.dirname, '../docs/screens');
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;
const themes = ['light', 'dark'] as const;

type Shot = {
  readonly path: string;
  /** Which link of that page leads to the one that is taken; '' for itself. */ readonly first: string;
  readonly file: string;
  readonly viewport: (typeof sizes)[number];
  readonly colorScheme: (typeof themes)[number];
};

type Wanted = { readonly names: readonly string[]; readonly all: boolean; readonly desk: boolean };

const shotsOf = ({ names, all, desk }: Wanted): readonly Shot[] =>
  [
    ...Object.entries(pictured).map(([name, path]) => [name, { path, first: '' }] as const),
    ...(desk ? Object.entries(deskPictured) : []),
  ]
    .filter(([name]) => names.length === 0 || names.includes(name))
    .flatMap(([name, { path, first = '' }]) =>
      sizes.flatMap(viewport =>
        themes.map(colorScheme => ({
          path,
          first,
          viewport,
          colorScheme,
          file: join(folder, `${name}-${viewport.width}-${colorScheme}.png`),
        })),
      ),
    )
    .filter(({ file }) => all || !existsSync(file));

type Site = {
  readonly url: string /** Of a dispatcher's session; '' for nobody's. */;
  readonly token: string;
};

const take = async (browser: Browser, { url, token }: Site, shot: Shot): Promise<number> => {
  const { path, first, file, viewport, colorScheme } = shot;
  const options = { viewport, colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  const page = await browser.newPage(options);
  if (token) await page.context().addCookies([{ name: 'desk', value: token, url }]);
  await page.goto(url + path);
  const further = first ? await page.locator(first).first().getAttribute('href') : null;
  if (further) await page.goto(url + further);
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
const shots = shotsOf({ names: positionals, all: values.all, desk: values.data !== undefined });
const server = await startServer(values.data ? { REOPENDESK_DATA: values.data } : {});
const browser = await launch();
const made = { role: 'dispatcher', department: 'economy', name: '陈调度' } as const;
const token = values.data ? (await newStaff({ data: values.data }, made)).token : '';
try {
  for (const shot of shots)
    console.log(
      `${((await take(browser, { url: server.url, token }, shot)) / 1024).toFixed(0).padStart(4)} KB  ${shot.file}`,
    );
} finally {
  await browser.close();
  await server.stop();
}
