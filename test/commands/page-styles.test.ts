import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writePageStyles } from '#src/commands/page-styles.ts';
import { headersIn } from '#src/headers.ts';

/** A built site of these files, and what became of them. */
const built = (files: Readonly<Record<string, string>>) => {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dist, dirname(path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  writePageStyles(dist);
  return (path: string): string => readFileSync(join(dist, path), 'utf8');
};

const link = '<link rel="stylesheet" href="/_astro/Site.1.css">';
const page = (body: string, head = link): string => `<html><head>${head}</head><body>${body}</body></html>`;
const styleOf = (html: string): string => /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';

const sheet = (rules: readonly string[]): string => rules.map(rule => `${rule}{color:red}`).join('');

test('a page brings the rules that it, its kind or its scripts can use, in their order', () => {
  const meant = [
    'body',
    '.own',
    '.sister',
    '#place',
    '[data-state=open] b',
    '.from-script',
    '.part-one',
    '.later',
    '[data-told-at]',
    '[aria-busy]',
    '.own:hover',
    '.own:not(.nobody)',
    'details[open]',
    ':is(.nobody,.own)',
  ];
  const idle = [
    '.nobody',
    '.own .nobody',
    '#nowhere',
    'table',
    '[data-never]',
    'nav .own',
    ':is(.nobody,#nowhere)',
  ];
  const read = built({
    'index.html': page(
      '<b class="own" data-state="x"><details></details></b><script type="module" src="/_astro/a.js"></script>',
    ),
    'en/index.html': page('<b class="sister" id="place"></b>'),
    'policies/index.html': page('<table class="own"></table>'),
    '_astro/a.js': `import './b.js';one.className='from-script';x.dataset.toldAt='';x.ariaBusy='true';y=\`part-\${x}\`;nav(x)`,
    '_astro/b.js': "import('./c.js')",
    '_astro/c.js': "el('p',{className:'later'})",
    '_astro/Site.1.css': sheet([...meant, ...idle]),
  });
  const style = styleOf(read('index.html'));
  expect(styleOf(read('en/index.html'))).toBe(style);
  expect(style).toMatch(/^body,\.own,\.sister/);
  for (const selector of meant) expect(style).toContain(selector);
  for (const selector of idle) expect(style.split(/[,{}]/)).not.toContain(selector);
  expect(styleOf(read('policies/index.html')).split(/[,{}]/)).toEqual(
    expect.arrayContaining(['table', '.own']),
  );
});

test('the headers allow each part, and nothing else', () => {
  const read = built({
    'index.html': page('<b class="a"></b>'),
    'hotlines/index.html': page('<b class="c"></b>'),
    '_astro/Site.1.css': '.a{color:red}.c{color:blue}',
  });
  const policy = headersIn(read('_headers'))['content-security-policy'] ?? '';
  const hashes = ['index.html', 'hotlines/index.html'].map(
    path =>
      `'sha256-${createHash('sha256')
        .update(styleOf(read(path)))
        .digest('base64')}'`,
  );
  expect(new Set(hashes).size).toBe(2);
  expect(policy).toContain(`style-src 'self' ${hashes.join(' ')};`);
});

test('a page with a second style sheet and a page of another kind keep their links', () => {
  const two = page('', `${link}<link rel="stylesheet" href="/_astro/paper.2.css">`);
  const other = page('<b class="a"></b>');
  const read = built({
    'guides/poster/index.html': two,
    'search/index.html': other,
    'guides/index.html': page('<b class="a"></b>'),
    '_astro/Site.1.css': '.a{color:red}',
    '_astro/paper.2.css': '.a{color:blue}',
  });
  expect([read('guides/poster/index.html'), read('search/index.html')]).toEqual([two, other]);
  expect(styleOf(read('guides/index.html'))).toBe('.a{color:red}');
});
