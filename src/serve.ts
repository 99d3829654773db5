import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { type App, openApp, use } from '#src/app.ts';
import { type Config, config } from '#src/config.ts';
import { ask } from '#src/http/ask.ts';
import type { Handler } from '#src/http/door.ts';
import { runsSearch, searchPolicy, securityHeaders } from '#src/http/headers.ts';
import { problem } from '#src/http/problem.ts';

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
  return forwarded?.split(',').at(-1)?.trim() || getConnInfo(context).remote.address || '';
};

const isSecure = (context: Context, settings: Config): boolean =>
  settings.trustProxy && context.req.header('x-forwarded-proto') === 'https';

/**
 * Security headers on every answer, and one log line a request without anything personal. Set on Node's own response, beneath the
 * router: changing the headers of a finished Response costs more than routing it.
 */
const framed = (settings: Config, listener: RequestListener): RequestListener => {
  const usual = Object.entries(securityHeaders);
  return (request, response) => {
    const start = performance.now();
    const path = request.url?.split('?')[0] ?? '';
    for (const [name, value] of usual) response.setHeader(name, value);
    if (runsSearch(path)) response.setHeader('content-security-policy', searchPolicy);
    if (settings.trustProxy && request.headers['x-forwarded-proto'] === 'https') {
      response.setHeader('strict-transport-security', 'max-age=31536000');
    }
    if (settings.logLevel === 'info') {
      response.once('close', () => {
        const line = {
          level: 'info',
          at: new Date().toISOString(),
          method: request.method,
          path,
          status: response.statusCode,
          ms: Math.round(performance.now() - start),
        };
        process.stdout.write(`${JSON.stringify(line)}\n`);
      });
    }
    listener(request, response);
  };
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
  // The built page is Chinese; another language, and a program, are told in their own.
  hono.notFound(context => {
    const asked = ask(context.req.raw, undefined);
    return asked.wantsPage && asked.lang === 'zh-Hans' && existsSync('dist/404.html')
      ? context.html(readFileSync('dist/404.html', 'utf8'), 404)
      : problem(asked, 'not-found');
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

const stopper = (server: Server, opened: App, timer: NodeJS.Timeout) => async (): Promise<void> => {
  clearInterval(timer);
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  // A connection kept alive turns idle when its answer is out; nobody waits five seconds for it to time out.
  const hurry = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(hurry);
  await opened.office.store.close();
};

/** Serves `dist/` and the functions until stopped. Opens and migrates the store first, unless one is handed in. */
export const serve = async (settings: Config = config(), given?: App): Promise<Running> => {
  const opened = given ?? (await openApp(settings, { migrate: true, thread: true }));
  use(opened);
  const hono = new Hono();
  await mountFunctions(hono, settings);
  mountSite(hono);
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000 },
    framed(settings, getRequestListener(hono.fetch)),
  );
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
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
