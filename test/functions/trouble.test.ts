import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import health from '#functions/health.ts';
import { StoreUnavailable } from '#src/cases/store.ts';
import { schemaVersion } from '#src/store/migrations/index.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials, newKey } from '../submissions.ts';
import { linkOf, look, receiptOf, send, submit, textOf } from './knock.ts';

let desk: Desk;
const said = vi.spyOn(console, 'error').mockImplementation(() => {});
const real = fs.statfsSync;
const blocks = (used: number) => {
  fs.statfsSync = ((): unknown => ({ blocks: 1000, bavail: 1000 - used })) as unknown as typeof fs.statfsSync;
  syncBuiltinESMExports();
};

beforeEach(async () => {
  desk = await openDesk();
  said.mockClear();
});
afterEach(async () => {
  fs.statfsSync = real;
  syncBuiltinESMExports();
  await desk.stop();
});

const checkHealth = () => health(new Request('http://zone.example/api/health'));
const away = () => Promise.reject(new StoreUnavailable('locked'));
const wrong = () => Promise.reject(new Error('secret of 13800138000'));

describe('Disk 90 % full: 503 and an alarm', () => {
  test('JSON gets a problem with Retry-After; nothing is stored', async () => {
    blocks(900);
    const answer = await send('materials', materials());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await answer.json()).toMatchObject({ type: '/problems/#unavailable', title: '系统暂时收不下' });
    expect(await allCases(desk)).toHaveLength(0);
    expect(said.mock.calls.map(([line]) => JSON.parse(String(line)))).toContainEqual({
      level: 'error',
      alarm: 'disk',
      used: 0.9,
    });
  });

  test('the form keeps its input', async () => {
    blocks(999);
    const page = await submit('materials', materials({ note: '急用说明' }));
    const html = await page.text();
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
    expect(html).toContain('急用说明</textarea>');
    expect(textOf(html)).toContain('这一件没有登记');
  });

  test('below that everything is taken, and a case is followed even when it is full', async () => {
    blocks(899);
    const receipt = await receiptOf(await send('materials', materials()));
    expect(said).not.toHaveBeenCalled();
    const later = performance.now() + 6000;
    vi.spyOn(performance, 'now').mockReturnValue(later);
    blocks(950);
    expect((await send('materials', materials())).status).toBe(503);
    expect((await look(linkOf(receipt))).status).toBe(200);
    expect(said).toHaveBeenCalledTimes(1);
    vi.spyOn(performance, 'now').mockRestore();
  });

  test('health says so', async () => {
    blocks(950);
    const answer = await checkHealth();
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'failing', store: 'ok', schema: schemaVersion, expected: schemaVersion, diskUsed: 0.95 },
    ]);
  });
});

describe('While the store cannot take it', () => {
  test('ASVS 16.5.2: a program hears 503 with Retry-After, and the key it sent is not used up', async () => {
    const [key, body] = [newKey(), materials()];
    desk.replace({ receive: away });
    const answer = await send('materials', body, { key });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toEqual({
      type: '/problems/#unavailable',
      title: '系统暂时收不下',
      status: 503,
      detail: '这一件没有登记。请过30秒再提交，或打值班电话由工作人员代填。',
      instance: '/api/cases/materials',
    });
    desk.restore();
    await receiptOf(await send('materials', body, { key }));
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('a form page comes back with its input, the counter of addresses failing too', async () => {
    for (const calls of [{ receive: away }, { count: away }]) {
      desk.replace(calls);
      const page = await submit('materials', materials({ note: '急用说明' }), { ip: '198.51.100.7' });
      const html = await page.text();
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
      expect(html).toContain('急用说明</textarea>');
      expect(html).toContain('value="13800138000"');
    }
  });

  test('tracking and health hear 503 too', async () => {
    const receipt = await receiptOf(await send('materials', materials()));
    desk.replace({ caseByNumber: away, count: away, counts: away, health: away });
    for (const answer of [
      await look(linkOf(receipt)),
      await look({ number: '1', pin: '1' }),
      await checkHealth(),
    ])
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  });
});

describe('A surprise', () => {
  test('ASVS 16.5.1, 16.5.4: is a 500 in words: no stack, no message; the operator’s log has it, without the body', async () => {
    desk.replace({ receive: wrong });
    const answer = await send('materials', materials({ note: '绝密说明' }));
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).type]).toEqual([500, '/problems/#internal']);
    expect(text).not.toMatch(/secret|at .*\.ts|Error/);
    const logged = said.mock.calls.map(([line]) => String(line)).join('\n');
    expect(JSON.parse(logged)).toMatchObject({ level: 'error', path: '/api/cases/materials' });
    expect(logged).not.toContain('绝密说明');
  });

  test('and as a page too', async () => {
    desk.replace({ receive: wrong });
    const page = await submit('materials', materials());
    const html = await page.text();
    expect(page.status).toBe(500);
    expect(html).toContain('系统出了差错');
    expect(html).not.toMatch(/secret|\.ts:\d/);
  });
});

test('GET /api/health: status, store, schema, expected, diskUsed; HEAD and nothing else besides', async () => {
  const answer = await checkHealth();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const { diskUsed, ...rest } = (await answer.json()) as Record<string, unknown>;
  expect(rest).toEqual({ status: 'ok', store: 'ok', schema: schemaVersion, expected: schemaVersion });
  expect(diskUsed).toBeTypeOf('number');
  const post = await health(new Request('http://zone.example/api/health', { method: 'POST' }));
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
