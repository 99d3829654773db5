import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve as listen, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { type App, openApp, use } from '#src/app.ts';
import { type Config, config } from '#src/config.ts';
import type { Handler } from '#src/http/door.ts';
import { searchPolicy, securityHeaders } from '#src/http/headers.ts';

type Module = { readonly default: Handler; readonly config: { readonly path?: string | readonly string[] } };

/** The same functions as on Netlify, each mounted on its own `config.path`. Scheduled ones have no path. */
const mountFunctions = async (hono: Hono, settings: Config): Promise<void> => {
  const folder = join(process.cwd(), 'functions');
  for (const file of readdirSync(folder).filter(name => name.endsWith('.ts'))) {
    const { default: handler, config: declared }: Module = await import(
      pathToFileURL(join(folder, file)).href
    );
    for (const path of [declared.path ?? []].flat()) {
      hono.all(path, context =>
        handler(context.req.raw, { ip: senderOf(context, settings), secure: isSecure(context, settings) }),
      );
    }
  }
};

/** The sender's address: the socket's, or behind a trusted proxy the one it put last. */
const senderOf = (context: Context, settings: Config): string => {
  const forwarded = settings.trustProxy ? context.req.header('x-forwarded-for') : undefined;
  return forwarded?.split(',').at(-1)?.trim() ?? getConnInfo(context).remote.address ?? '';
};

const isSecure = (context: Context, settings: Config): boolean =>
  settings.trustProxy && context.req.header('x-forwarded-proto') === 'https';

/** Security headers on every answer, and one log line a request without anything personal. */
const frame = (hono: Hono, settings: Config): void => {
  hono.use(async (context, next) => {
    const start = performance.now();
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
    if (/^(\/en|\/zh-hant)?\/search(\/|$)/.test(context.req.path))
      headers.set('content-security-policy', searchPolicy);
    if (isSecure(context, settings)) headers.set('strict-transport-security', 'max-age=31536000');
    if (settings.logLevel !== 'info') return;
    const line = {
      level: 'info',
      at: new Date().toISOString(),
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      ms: Math.round(performance.now() - start),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  });
};

/** The built site: validators, precompressed files, hashed names for ever. What starts with `_shell` or a dot is not for readers. */
const mountSite = (hono: Hono): void => {
  hono.get('/_shell/*', context => context.notFound());
  hono.get('/:name{\\..+}', context => context.notFound());
  hono.get(
    '*',
    etag(),
    serveStatic({
      root: 'dist',
      precompressed: true,
      onFound: (path, context) => {
        const hashed = path.includes('/_astro/');
        context.header(
          'cache-control',
          hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
        );
      },
    }),
  );
  hono.notFound(context => {
    const page = context.req.path.startsWith('/en/') ? 'dist/en/404.html' : 'dist/404.html';
    return context.html(readFileSync(page, 'utf8'), 404);
  });
};

/** Hourly, what Netlify's schedule does: rows that expired are deleted. */
const sweepHourly = ({ office }: App): NodeJS.Timeout =>
  setInterval(() => {
    office.store
      .sweep({ at: office.now().toISOString() })
      .catch((error: unknown) => console.error(JSON.stringify({ level: 'error', sweep: String(error) })));
  }, 3_600_000).unref();

export type Running = {
  readonly url: string /** Finishes requests in flight, drains the batch, closes the store. */;
  readonly stop: () => Promise<void>;
};

const stopper = (server: ServerType, opened: App, timer: NodeJS.Timeout) => async (): Promise<void> => {
  clearInterval(timer);
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  (server as Server).closeIdleConnections();
  await closed;
  await opened.office.store.close();
};

/** Serves `dist/` and the functions until stopped. Opens and migrates the store first, unless one is handed in. */
export const serve = async (settings: Config = config(), given?: App): Promise<Running> => {
  const opened = given ?? (await openApp(settings, { migrate: true }));
  use(opened);
  const hono = new Hono();
  frame(hono, settings);
  await mountFunctions(hono, settings);
  mountSite(hono);
  const server = await new Promise<ServerType>((resolve, reject) => {
    const made = listen(
      {
        fetch: hono.fetch,
        hostname: settings.host,
        port: settings.port,
        serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000 },
      },
      () => resolve(made),
    );
    made.on('error', reject);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : settings.port;
  return { url: `http://${settings.host}:${port}`, stop: stopper(server, opened, sweepHourly(opened)) };
};

/** Serves until SIGTERM or SIGINT. A setting that cannot work is told in one line. */
export const main = async (): Promise<void> => {
  try {
    const { url, stop } = await serve();
    process.stdout.write(
      `${JSON.stringify({ level: 'info', at: new Date().toISOString(), listening: url })}\n`,
    );
    const leave = () => void stop().then(() => process.exit(0));
    process.once('SIGTERM', leave);
    process.once('SIGINT', leave);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
};

if (import.meta.main) await main();
