import { mkdirSync, writeFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { oldest } from './src/markup/oldest.ts';

/**
 * No inline script leaves the build, and no style but those whose hashes stand in the headers (src/commands/page-styles.ts): nothing small
 * is inlined here, and no highlighter writes style attributes.
 */
const target = Object.entries(oldest).map(([browser, major]) => browser + major);

/** What the scripts of pages import later, by file: Astro takes along the scripts themselves (PageScript.astro) and leaves these behind. */
const parts = new Map();
const keepParts = {
  name: 'page-parts',
  generateBundle(_, bundle) {
    for (const one of Object.values(bundle))
      if (one.type === 'chunk' && !one.isEntry) parts.set(one.fileName, one.code);
  },
};
const pageParts = {
  name: 'page-parts',
  hooks: {
    'astro:build:done': ({ dir }) => {
      mkdirSync(new URL('_astro/', dir), { recursive: true });
      for (const [file, code] of parts) writeFileSync(new URL(file, dir), code);
    },
  },
};

export default defineConfig({
  output: 'static',
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx(), pageParts],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: {
        // Quotation marks and dashes stay as the editor typed them: “” in Chinese, not guessed from '"'.
        smartPunctuation: false,
        gfm: { footnotes: { label: '注', backLabel: '回到正文 {reference}' } },
      },
    }),
  },
  vite: {
    // The scripts of pages are built as workers are, each by itself: as modules, they may import the rest later.
    worker: { format: 'es', plugins: () => [keepParts] },
    build: { assetsInlineLimit: 0, target, cssTarget: target },
  },
});
