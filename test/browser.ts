import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** CHROMIUM_PATH, else the system's Chromium, else the one that npm brings (linux-x64 only). */
const find = async (): Promise<{ readonly executablePath: string; readonly args: string[] }> => {
  const own = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(path => path && existsSync(path));
  if (own) return { executablePath: own, args };
  // It looks at this name when it is loaded, and only then brings its own system libraries.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // In a single process the first context that closes takes the browser with it.
  const theirs = packed.args.filter(arg => arg !== '--single-process');
  return { executablePath: await packed.executablePath(), args: [...theirs, ...args] };
};

/** A headless Chromium that sends nothing anywhere by itself. Close it when done. */
export const launch = async (): Promise<Browser> =>
  // Without a locale of UTF-8 Chromium cannot open a file whose name is Chinese.
  chromium.launch({ ...(await find()), headless: true, env: { ...process.env, LANG: 'C.UTF-8' } });
