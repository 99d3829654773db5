import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from '../browser.ts';
import { quantile } from './search-own.ts';
import type { Question } from './statutes.ts';

const project = join(import.meta.dirname, '../..');

/** The query code as one module, as small as a build makes it. */
export const bundle = (folder: string): string => {
  const out = join(folder, '..', 'query.js');
  const args = [
    join(project, 'src/search/query.ts'),
    '--bundle',
    '--minify',
    '--format=esm',
    `--outfile=${out}`,
  ];
  const done = spawnSync(join(project, 'node_modules/.bin/esbuild'), [...args, '--log-level=error'], {
    cwd: project,
  });
  if (done.status !== 0) throw new Error(String(done.stderr));
  return out;
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  bin: 'application/octet-stream',
  wasm: 'application/wasm',
};

/** A page that asks the bundled code. */
const page = `<!doctype html><meta charset="utf-8"><input id="q"><ol id="hits"></ol><script type="module">
import { openIndex } from '/query.js';
const fetchBytes = async path => new Uint8Array(await (await fetch('/index/' + path)).arrayBuffer());
let index;
globalThis.ask = async question => {
  index ??= openIndex(fetchBytes);
  const { hits } = await (await index).search(question);
  document.querySelector('#hits').replaceChildren(...hits.map(hit => Object.assign(document.createElement('li'), { textContent: hit.title + hit.passage })));
  return hits.length;
};
</script>`;

/** Serves a folder as `/index/`, and pages beside it, compressed as a host would, on a free port of this machine; `sent` counts the bytes of bodies. */
export const serve = async (folder: string, extra: Readonly<Record<string, string>>) => {
  const packed = new Map<string, { readonly body: Buffer; readonly type: string; readonly br: boolean }>();
  const load = (path: string) => {
    const body =
      extra[path] === undefined
        ? readFileSync(join(folder, path.replace(/^\/index\//, '')))
        : Buffer.from(extra[path]);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    const small = body.length > 1024 ? brotliCompressSync(body, { params }) : body;
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return small.length < body.length ? { body: small, type, br: true } : { body, type, br: false };
  };
  let sent = 0;
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    try {
      const file = packed.get(path) ?? load(path);
      packed.set(path, file);
      const coding = file.br ? { 'content-encoding': 'br' } : {};
      response.writeHead(200, { 'content-type': file.type, 'cache-control': 'max-age=600', ...coding });
      response.end(file.body);
      sent += file.body.length;
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, sent: () => sent, close: () => server.close() };
};

/** What the query code weighs, and milliseconds of a question whose files are at hand. */
export const inBrowser = async (folder: string, questions: readonly Question[]): Promise<string> => {
  const code = readFileSync(bundle(folder), 'utf8');
  const { origin, close } = await serve(folder, { '/page.html': page, '/query.js': code });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${origin}/page.html`);
    await tab.waitForFunction('globalThis.ask');
    const texts = JSON.stringify(questions.map(({ text }) => text));
    const warm: number[] = await tab.evaluate(`(async () => {
      const taken = [];
      for (const text of ${texts}) {
        await ask(text);
        const from = performance.now();
        await ask(text);
        taken.push(performance.now() - from);
      }
      return taken;
    })()`);
    const size = brotliCompressSync(Buffer.from(code), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    }).length;
    writeFileSync(join(folder, '..', 'chromium.json'), JSON.stringify({ warm }));
    return [
      `  code ${(size / 1000).toFixed(1)} KB (brotli)`,
      `  Chromium, files at hand: median ${quantile(warm, 0.5).toFixed(1)} ms, p95 ${quantile(warm, 0.95).toFixed(1)} ms`,
    ].join('\n');
  } finally {
    await browser.close();
    close();
  }
};
