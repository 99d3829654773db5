import { createServer } from 'node:http';
import { openApp } from '#src/app.ts';
import { receive } from '#src/cases/receive.ts';
import { config } from '#src/config.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { barePostgres } from './bare-postgres.ts';
import { bareSqlite } from './bare-sqlite.ts';

/**
 * The bound (b): a bare node:http handler that validates the same body, seals the same fields and writes the same rows with group
 * commit, straight to the driver. No router, no content types, no limits, no port, no second connection, no replays.
 */
const settings = config();
const { office, zone } = await openApp(settings, { migrate: true });
const store = settings.databaseUrl
  ? await barePostgres(settings.databaseUrl)
  : bareSqlite(`${settings.data}/reopendesk.sqlite`);
const bare = { ...office, store: { ...office.store, receive: store } };
const form = formOf('materials');

createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', async () => {
    const reading =
      form &&
      read(
        form,
        JSON.parse(Buffer.concat(chunks).toString('utf8')),
        office.tables,
        zone.asOf ?? '2020-03-20',
      );
    if (!form || reading?.tag !== 'read') {
      response.writeHead(422).end();
      return;
    }
    const key = String(request.headers['idempotency-key']);
    const result = await receive(bare, {
      form,
      answers: reading.answers,
      key,
      once: false,
      lang: 'zh-Hans',
      heldFor: [],
    });
    if (result.tag !== 'received') {
      response.writeHead(500).end();
      return;
    }
    const { case: row, pin, token } = result.receipt;
    const body = Buffer.from(
      JSON.stringify({
        number: row.number,
        pin,
        track: token,
        handler: row.handler,
        due: row.due,
        held: false,
      }),
    );
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
}).listen(settings.port, settings.host);
