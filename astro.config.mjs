import { mkdirSync, writeFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/**
 * No inline script or style leaves the build: one static header (`default-src 'self'`) serves every page, so nothing
 * small is inlined and no highlighter writes style attributes. See docs of the stack before loosening any of these.
 */
const oldest = ['chrome87', 'safari14'];

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
    // WeChat's browser on older phones is the floor, for style sheets and scripts.
    build: { assetsInlineLimit: 0, target: oldest, cssTarget: oldest },
  },
});
