import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** Budgets of page weight on dist, brotli 11, in bytes: what a phone on a weak network has to load before it can read. */
const dist = 'dist';
const size = (file: string): number => brotliCompressSync(readFileSync(file)).length;

type Parts = { readonly html: number; readonly css: number; readonly js: number; readonly requests: number };

const parts = (path: string): Parts => {
  const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
  const local = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1] ?? '');
  const css = local(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const js = local(/<script[^>]*src="([^"]+)"/g);
  const images = local(/<img[^>]*src="([^"]+)"/g);
  const icons = local(/<link[^>]*rel="icon"[^>]*href="([^"]+)"/g);
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + size(join(dist, file)), 0);
  return {
    html: size(join(dist, path, 'index.html')),
    css: sum(css),
    js: sum(js),
    requests: 1 + css.length + js.length + images.length + icons.length,
  };
};

const policies = ['national', 'province', 'city', 'zone'].flatMap(level =>
  existsSync(join(dist, 'policies', level))
    ? readdirSync(join(dist, 'policies', level))
        .filter(name => !name.includes('.'))
        .map(name => `policies/${level}/${name}`)
    : [],
);

describe('a policy page over the wire', () => {
  test('all 155 policies are there', () => {
    expect(policies).toHaveLength(155);
  });

  test('every one is under 6 KB of HTML, 15 KB with CSS, 2 KB of JavaScript and 4 requests', () => {
    const heavy = policies.filter(path => {
      const { html, css, js, requests } = parts(path);
      return html >= 6 * 1024 || html + css >= 15 * 1024 || js >= 2 * 1024 || requests > 4;
    });
    expect(heavy).toEqual([]);
  });
});

const pages = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.html') ? [path] : [];
  });

describe('every page of dist', () => {
  const all = existsSync(dist) ? pages(dist) : [];

  test('has no inline script, style or handler, so that one header serves all', () => {
    const inline = all.filter(file => {
      const html = readFileSync(file, 'utf8');
      const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].filter(
        match => !/application\/ld\+json/.test(match[1] ?? ''),
      );
      return (
        scripts.length > 0 || /<style[\s>]/.test(html) || /<[a-z][^>]*\s(style|on[a-z]+)=["']/i.test(html)
      );
    });
    expect(all.length).toBeGreaterThan(200);
    expect(inline).toEqual([]);
  });

  test('asks no other origin for anything', () => {
    const foreign = all.filter(file =>
      /<(?:script|img|link(?![^>]*rel="?(?:canonical|alternate|external)))[^>]*(?:src|href)="(?:https?:)?\/\//.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(foreign).toEqual([]);
  });

  test('leads only to pages and anchors that exist', () => {
    const ids = new Map<string, Set<string>>();
    const idsOf = (file: string): Set<string> => {
      const known =
        ids.get(file) ??
        new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]+)"/g)].map(match => match[1] ?? ''));
      ids.set(file, known);
      return known;
    };
    const functions = /^\/(api|en\/forms\/receipt|forms\/receipt)\//;
    const dead = all.flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/href="(\/[^"]*|#[^"]+)"/g)].flatMap(match => {
        const [path = '', hash = ''] = (match[1] ?? '').replaceAll('&#38;', '&').split('#');
        const address = decodeURIComponent(path.split('?')[0] ?? '');
        if (functions.test(address)) return [];
        const target =
          address === ''
            ? file
            : [join(dist, address), join(dist, address, 'index.html')].find(
                one => existsSync(one) && /\.\w+$/.test(one),
              );
        const found =
          target && (hash === '' || !target.endsWith('.html') || idsOf(target).has(decodeURIComponent(hash)));
        return found ? [] : [`${file}: ${match[1]}`];
      }),
    );
    expect([...new Set(dead)].slice(0, 20)).toEqual([]);
  });
});
