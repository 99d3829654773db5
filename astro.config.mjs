import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/**
 * No inline script or style leaves the build: one static header (`default-src 'self'`) serves every page, so nothing
 * small is inlined and no highlighter writes style attributes. See docs of the stack before loosening any of these.
 */
export default defineConfig({
  output: 'static',
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx()],
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
    // One stylesheet for the site; WeChat's browser on older phones is the floor.
    build: { assetsInlineLimit: 0, cssTarget: ['chrome87', 'safari14'] },
  },
});
