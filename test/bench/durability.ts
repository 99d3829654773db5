import { crowd, examine, inWords } from '../e2e/faults/crowd.ts';
import { startServer } from '../server.ts';

/**
 * `node test/bench/durability.ts 10000 [clients] [kills]`: so many submissions to a real server that is killed again and again; each
 * client sends until it is answered. Fails where one is lost, doubled, unreadable or its chain broken. TEST_DATABASE_URL: on that
 * database, which must be empty and its own.
 */
const [submissions = 10_000, clients = 64, troubles = 20] = process.argv.slice(2).map(Number);
const database = process.env.TEST_DATABASE_URL ?? '';
const server = await startServer({ RATE_LIMIT: 'off', DATABASE_URL: database });
try {
  const trouble = async (): Promise<void> => {
    await server.kill('SIGKILL');
    await server.restart();
  };
  const told = await crowd(server, { clients, submissions, troubles, trouble });
  const found = await examine(server, told, { database, looked: 1000 });
  console.log(`${clients} clients, ${troubles} kills: ${inWords(told, found)}`);
  const wrong = [found.lost, found.doubled, found.faults, found.unreadable].flat();
  if (wrong.length > 0 || found.stored !== submissions) process.exitCode = 1;
} finally {
  await server.stop();
}
