import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import status from '#functions/desk-status.ts';
import metrics from '#functions/metrics.ts';
import { lookUp } from '#src/cases/look-up.ts';
import { observe } from '#src/http/metrics.ts';
import { roles } from '#src/staff/staff.ts';
import { type Desk, openDesk } from '../office.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { materials, newKey } from '../submissions.ts';
import { receiptOf, send } from './knock.ts';

const token = 'a-token-of-some-length';
let desk: Desk;
afterEach(() => desk?.stop());

const scrape = (authorization?: string): Promise<Response> =>
  metrics(
    new Request('http://zone.example/api/metrics', {
      headers: authorization === undefined ? {} : { authorization },
    }),
  );

describe('/api/metrics', () => {
  test.each([
    ['no token is set', {}, `Bearer ${token}`],
    ['none is shown', { METRICS_TOKEN: token }, undefined],
    ['another is shown', { METRICS_TOKEN: token }, `Bearer ${token}x`],
    ['it is shown in another way', { METRICS_TOKEN: token }, token],
  ])('is not there where %s', async (_, env, shown) => {
    desk = await openDesk(env);
    expect((await scrape(shown)).status).toBe(404);
  });

  test('has figures that Prometheus reads, one type a name, and nothing personal', async () => {
    desk = await openDesk({ METRICS_TOKEN: token });
    await receiptOf(await send('materials', materials()));
    observe('/api/cases/materials', 201, 7);
    observe('/api/cases/materials', 503, 9000);
    observe('/etc/passwd"}', 404, 1);
    const response = await scrape(`Bearer ${token}`);
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    const text = await response.text();
    const lines = text.trimEnd().split('\n');
    for (const line of lines)
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[\w/="+.,]+\})? \d+(\.\d+)?)$/);
    expect(lines).toContain('reopendesk_cases_open 1');
    expect(lines).toContain('reopendesk_up 1');
    expect(text).toMatch(/reopendesk_requests_total\{route="\/api\/cases",code="2xx"\} \d/);
    expect(text).toMatch(/reopendesk_request_seconds_bucket\{route="\/api\/cases",le="\+Inf"\} (\d+)\n/);
    expect(text).toMatch(/reopendesk_write_commands_total [1-9]/);
    expect(text).not.toContain('passwd');
    const types = lines.filter(line => line.startsWith('# TYPE')).map(line => line.split(' ')[2]);
    expect(new Set(types).size).toBe(types.length);
  });

  test('buckets count up to their bound', async () => {
    desk = await openDesk({ METRICS_TOKEN: token });
    for (const ms of [1, 30, 30, 700]) observe('/api/only-here', 200, ms);
    const text = await (await scrape(`Bearer ${token}`)).text();
    const within = (le: string) =>
      new RegExp(`bucket\\{route="/api/only-here",le="${le.replace('.', '\\.')}"\\} (\\d+)`).exec(text)?.[1];
    expect(['0.005', '0.025', '0.05', '0.5', '1'].map(within)).toEqual(['1', '1', '3', '3', '4']);
  });
});

describe('a server counts what it answers', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer({ METRICS_TOKEN: token });
  });
  afterAll(() => server?.stop());

  test('whatever people ask for, there are a handful of series', async () => {
    await fetch(`${server.url}/api/cases/materials`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
      body: JSON.stringify(materials()),
    });
    for (let n = 0; n < 80; n++) await fetch(`${server.url}/api/nothing-${n}`);
    const text = await (
      await fetch(`${server.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } })
    ).text();
    expect(text).toMatch(/reopendesk_requests_total\{route="\/api\/cases",code="2xx"\} 1\n/);
    expect(text).toMatch(/reopendesk_requests_total\{route="other",code="4xx"\} 80\n/);
    expect(text).not.toContain('nothing-');
    expect(text).toMatch(/reopendesk_write_batches_total [1-9]/);
  }, 60_000);
});

describe('/desk/status/', () => {
  const ask = (cookie = '', path = '/desk/status/'): Promise<Response> =>
    status(new Request(`https://zone.example${path}`, { headers: { cookie, accept: 'text/html' } }));

  test('is for administrators and auditors', async () => {
    desk = await openDesk();
    expect((await ask()).status).toBe(303);
    for (const role of roles) {
      const { cookie } = await newStaff(desk, { role });
      const isFor = role === 'administrator' || role === 'auditor';
      expect([role, (await ask(cookie)).status]).toEqual([role, isFor ? 200 : 403]);
    }
  });

  test('says what needs attention, in both languages', async () => {
    desk = await openDesk();
    desk.at('2020-03-20T02:00:00.000Z');
    await receiptOf(await send('materials', materials()));
    await desk.app.upkeep.anchor();
    desk.at('2020-04-20T02:00:00.000Z');
    writeFileSync(
      join(desk.data, 'last-backup.json'),
      JSON.stringify({ at: '2020-03-20T02:00:00.000Z', file: 'x' }),
    );
    const { cookie } = await newStaff(desk, { role: 'administrator' });
    const text = await (await ask(cookie)).text();
    for (const said of ['服务状况', '3处要处理', '1件', '超过两天', '最后一个是2020-03-20'])
      expect(text).toContain(said);
    expect(await (await ask(cookie, '/en/desk/status/')).text()).toContain('Needing attention: 3');
  });

  test('shows who looked up by what, newest first and fifty a page, and never what', async () => {
    desk = await openDesk();
    const { office } = desk.app;
    const watch = { department: 'economy', limit: 10 };
    for (let n = 0; n < 51; n += 1) {
      desk.pass(1000);
      await lookUp(
        office,
        { by: 'phone', value: `138001380${n}` },
        { ...watch, login: n < 1 ? 'first' : 'zhao' },
      );
    }
    const { cookie } = await newStaff(desk, { role: 'auditor' });
    const text = await (await ask(cookie)).text();
    expect(text.match(/<td>zhao<\/td><td>电话<\/td><td>0件<\/td>/g)).toHaveLength(50);
    expect(text).not.toMatch(/138001380|>first</);
    const [, older = ''] = /href="(\/desk\/status\/\?before=[a-z0-9]+)#look-ups"/.exec(text) ?? [];
    expect(await (await ask(cookie, older)).text()).toContain('<td>first</td>');
  });
});
