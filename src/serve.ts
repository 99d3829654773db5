import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Cron } from 'croner';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { type App, openApp, use, watchKeys } from '#src/app.ts';
import { type Config, config } from '#src/config.ts';
import { ask } from '#src/http/ask.ts';
import type { Handler } from '#src/http/door.ts';
import { observe } from '#src/http/metrics.ts';
import { problem } from '#src/http/problem.ts';
import { siteHeaders } from '#src/http/site-headers.ts';

type Module = {
  readonly default: Handler;
  readonly config: { readonly path?: string | readonly string[]; readonly schedule?: string };
};

/** A scheduled function by the clock, as Netlify runs it: in UTC, never beside itself. It tells of what went wrong itself. */
const scheduled = (schedule: string, handler: Handler): Cron =>
  new Cron(schedule, { timezone: 'UTC', protect: true, unref: true }, async () => {
    await handler(new Request('http://localhost/', { method: 'POST' }));
  });

/**
 * The same functions as on Netlify, each mounted on its own `config.path`, or run by its own `config.schedule`. Gives back the
 * clocks.
 */
const mountFunctions = async (hono: Hono, settings: Config): Promise<readonly Cron[]> => {
  const clocks: Cron[] = [];
  const folder = join(process.cwd(), 'functions');
  for (const file of readdirSync(folder).filter(name => name.endsWith('.ts'))) {
    const { default: handler, config: declared }: Module = await import(
      pathToFileURL(join(folder, file)).href
    );
    if (declared.schedule) clocks.push(scheduled(declared.schedule, handler));
    for (const path of [declared.path ?? []].flat()) {
      hono.all(path, context =>
        handler(context.req.raw, { ip: senderOf(context, settings), secure: isSecure(context, settings) }),
      );
    }
  }
  return clocks;
};

/** The sender's address: the socket's, or behind a trusted proxy the one it put last. */
const senderOf = (context: Context, settings: Config): string => {
  const forwarded = settings.trustProxy ? context.req.header('x-forwarded-for') : undefined;
  return forwarded?.split(',').at(-1)?.trim() || getConnInfo(context).remote.address || '';
};

const isSecure = (context: Context, settings: Config): boolean =>
  settings.trustProxy && context.req.header('x-forwarded-proto') === 'https';

/**
 * Security headers on every answer, its figures, and one log line a request without anything personal. Set on Node's own response, beneath the
 * router: changing the headers of a finished Response costs more than routing it.
 */
const framed = (settings: Config, listener: RequestListener): RequestListener => {
  const usual = siteHeaders('dist/_headers');
  return (request, response) => {
    const start = performance.now();
    const path = request.url?.split('?')[0] ?? '';
    for (const [name, value] of usual()) response.setHeader(name, value);
    if (settings.trustProxy && request.headers['x-forwarded-proto'] === 'https') {
      response.setHeader('strict-transport-security', 'max-age=31536000');
    }
    response.once('close', () => {
      const ms = performance.now() - start;
      observe(path, response.statusCode, ms);
      if (settings.logLevel !== 'info') return;
      const line = {
        level: 'info',
        at: new Date().toISOString(),
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(ms),
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    });
    listener(request, response);
  };
};

/** The built site: validators, precompressed files, hashed names for ever. What starts with `_shell` or a dot, and `_headers`, is not for readers. */
const mountSite = (hono: Hono): void => {
  hono.get('/_shell/*', context => context.notFound());
  hono.get('/_headers', context => context.notFound());
  hono.get('/:name{\\..+}', context => context.notFound());
  hono.get(
    '*',
    etag(),
    serveStatic({
      root: 'dist',
      precompressed: true,
      onFound: (path, context) => {
        // A phone knows a contact by its type, and Hono does not know that one.
        if (path.endsWith('.vcf')) context.header('content-type', 'text/vcard; charset=utf-8');
        const hashed = /\/(_astro|search-index)\//.test(path);
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

/** What only a machine with a lasting disk does: the day's anchor. */
const anchoring = ({ upkeep }: App): Cron =>
  new Cron('47 * * * *', { timezone: 'UTC', protect: true, unref: true }, () =>
    upkeep
      .anchor()
      .then(() => {})
      .catch((error: unknown) => console.error(JSON.stringify({ level: 'error', anchor: String(error) }))),
  );

export type Running = {
  readonly url: string /** Finishes requests in flight, drains the batch, closes the store. */;
  readonly stop: () => Promise<void>;
};

const stopper = (server: Server, opened: App, clocks: readonly Cron[]) => {
  const unwatch = watchKeys(opened);
  return async (): Promise<void> => {
    for (const clock of clocks) clock.stop();
    unwatch();
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    // A connection kept alive turns idle when its answer is out; nobody waits five seconds for it to time out.
    const hurry = setInterval(() => server.closeIdleConnections(), 50);
    await closed;
    clearInterval(hurry);
    await opened.outbox.stop();
    await opened.office.store.close();
  };
};

const isLocal = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host);

/** What an operator has to know of the desk, each in one line: how the first comes in, and where nobody can. */
const tellOfDesk = async ({ inviteFirst }: App, settings: Config): Promise<void> => {
  const tell = (desk: string) => {
    if (settings.logLevel === 'info')
      process.stdout.write(`${JSON.stringify({ level: 'info', at: new Date().toISOString(), desk })}\n`);
  };
  const isInvited = await inviteFirst().catch(() => {
    tell('no staff yet, and first-admin cannot be written: npm run staff -- add');
    return false;
  });
  if (isInvited)
    tell('no staff yet: open the path in the file first-admin of the data folder within an hour');
  if (!isLocal(settings.host) && !settings.trustProxy)
    tell('over plain http nobody can sign in at the desk: put https in front and set TRUST_PROXY=on');
};

/** Serves `dist/` and the functions until stopped. Opens and migrates the store first, unless one is handed in. */
export const serve = async (settings: Config = config(), given?: App): Promise<Running> => {
  const opened = given ?? (await openApp(settings, { migrate: true, thread: true }));
  use(opened);
  const hono = new Hono();
  const clocks = [...(await mountFunctions(hono, settings)), anchoring(opened)];
  mountSite(hono);
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000 },
    framed(settings, getRequestListener(hono.fetch)),
  );
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  await tellOfDesk(opened, settings);
  opened.outbox.start();
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : settings.port;
  return { url: `http://${settings.host}:${port}`, stop: stopper(server, opened, clocks) };
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
