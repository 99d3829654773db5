import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { linkProblems } from '#src/commands/site-links.ts';
import { headersIn } from '#src/headers.ts';

/** Budgets of page weight on dist, brotli 11, in bytes: what a phone on a weak network has to load before it can read. */
const dist = 'dist';
const sizes = new Map<string, number>();
const size = (file: string): number => {
  const found = sizes.get(file) ?? brotliCompressSync(readFileSync(file)).length;
  sizes.set(file, found);
  return found;
};

type Parts = { readonly html: number; readonly css: number; readonly js: number; readonly requests: number };

const parts = (path: string): Parts => {
  const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
  const local = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1] ?? '');
  const css = local(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const js = local(/<script[^>]*src="([^"]+)"/g);
  const images = local(/<img[^>]*src="([^"]+)"/g);
  const icons = local(/<link[^>]*rel="icon"[^>]*href="((?!data:)[^"]+)"/g);
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

  test('every one is under 7 KB of HTML, 16 KB with CSS, 4 KB of JavaScript and 4 requests', () => {
    const heavy = policies.filter(path => {
      const { html, css, js, requests } = parts(path);
      return html >= 7 * 1024 || html + css >= 16 * 1024 || js >= 4 * 1024 || requests > 4;
    });
    expect(heavy).toEqual([]);
  });
});

test('the list of all policies is under 20 KB of HTML with its style, and 4 KB of JavaScript', () => {
  const { html, css, js } = parts('policies');
  expect(html + css).toBeLessThan(20 * 1024);
  expect(js).toBeLessThan(4 * 1024);
});

const pages = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.html') ? [path] : [];
  });

test('the home page is under 20 KB in all, and under 4 KB of it JavaScript', () => {
  for (const home of ['', 'en', 'zh-hant']) {
    const { html, css, js } = parts(home);
    expect(js).toBeLessThan(4 * 1024);
    expect(html + css + js).toBeLessThan(20 * 1024);
  }
});

describe('every page of dist', () => {
  const all = existsSync(dist) ? pages(dist) : [];

  test('has no inline script or handler, and no style but what one header names for all', () => {
    const policy = headersIn(readFileSync(join(dist, '_headers'), 'utf8'))['content-security-policy'] ?? '';
    const inline = all.filter(file => {
      const html = readFileSync(file, 'utf8');
      const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].filter(
        match => !/application\/ld\+json/.test(match[1] ?? ''),
      );
      const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].filter(
        ([, style = '']) =>
          !policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`),
      );
      return scripts.length + styles.length > 0 || /<[a-z][^>]*\s(style|on[a-z]+)=["']/i.test(html);
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

  test('leads only to pages and anchors that exist, and is led to', () => {
    expect(linkProblems(dist)).toEqual({ dead: [], orphans: [] });
  });
});
