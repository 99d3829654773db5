import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../server.ts';
import { crowd, examine, inWords } from './faults/crowd.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' });
});
afterAll(() => server.stop());

/** `node test/bench/durability.ts 10000` does the same with ten thousand. */
test('48 clients send 2,000 submissions while the server is killed ten times: none lost, none doubled, all readable and whole', async () => {
  const trouble = async (): Promise<void> => {
    await server.kill('SIGKILL');
    await server.restart();
  };
  const told = await crowd(server, { clients: 48, submissions: 2000, troubles: 10, trouble });
  const found = await examine(server, told, { looked: 500 });
  console.log(inWords(told, found));
  expect(told.retried).toBeGreaterThan(10);
  // Every client sends until it is answered: what is stored beyond that was doubled.
  expect(found).toMatchObject({ acknowledged: 2000, stored: 2000 });
  expect(found).toMatchObject({ lost: [], doubled: [], faults: [], unreadable: [] });
}, 180_000);
