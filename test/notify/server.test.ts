import { afterEach, beforeEach, expect, test } from 'vitest';
import { everySample } from '../forms/every.ts';
import { type Server, startServer } from '../server.ts';
import { materials, newKey, type Tree } from '../submissions.ts';
import { type Gateway, gateway } from './gateways.ts';

let gate: Gateway;
let server: Server;
/** Waits until the gateway is asked once more. */
let asked: () => Promise<void>;

beforeEach(async () => {
  let arrived = (): void => {};
  gate = await gateway(() => {
    arrived();
    return {};
  });
  asked = () =>
    new Promise(resolve => {
      arrived = resolve;
    });
  server = await startServer({ SMS_URL: gate.url, SMS_KEY: 'k', DUTY_PHONES: '13900000001' });
});
afterEach(async () => {
  await server.stop();
  await gate.stop();
});

/** A daily return with a fever, of an enterprise of its own. */
const fever = async (): Promise<number> => {
  const enterprise = { ...(materials().enterprise as Tree), creditCode: '' };
  const { status } = await fetch(`${server.url}/api/cases/daily-return`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({
      ...everySample['daily-return']?.least,
      enterprise,
      fever: 1,
    }),
  });
  return status;
};

test('fever: the SMS to those on duty leaves when it is committed, without waiting for the minute', async () => {
  const [status] = await Promise.all([fever(), asked()]);
  expect(status).toBe(201);
  expect(JSON.parse(gate.got[0]?.body ?? '')).toMatchObject({ phone: '13900000001' });
});

test('a server that is stopped while it sends says that it was sent: the next one does not send it again', async () => {
  await Promise.all([fever(), asked()]);
  await server.restart();
  await Promise.all([fever(), asked()]);
  await server.kill();
  const ids = gate.got.map(one => one.headers['idempotency-key']);
  expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
}, 60_000);
