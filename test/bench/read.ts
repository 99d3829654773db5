import { Agent, get } from 'node:http';
import { parseArgs } from 'node:util';
import { startServer } from '../server.ts';
import { percentile } from './load.ts';

/**
 * `node test/bench/read.ts [--seconds 5] [--clients 64]`: how many pages a second one server hands out, as a browser asks for them
 * (brotli), from the built site. Every answer must be 200.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, clients: { type: 'string', default: '64' } },
});
const [seconds, clients] = [Number(values.seconds), Number(values.clients)];
const paths = ['/', '/policies/', '/guides/', '/hotlines/', '/faq/', '/forms/materials/', '/track/'];

/** Milliseconds until the whole answer is there. Throws on any answer but 200. */
const read = (agent: Agent, url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent, headers: { 'accept-encoding': 'br' } }, response => {
      if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().on('end', () => resolve(performance.now() - start));
    }).on('error', reject);
  });

const server = await startServer();
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const took: number[] = [];
const until = performance.now() + seconds * 1000;
const client = async (): Promise<void> => {
  for (let n = 0; performance.now() < until; n++)
    took.push(await read(agent, server.url + (paths[n % paths.length] ?? '/')));
};
await Promise.all(Array.from({ length: clients }, client));
agent.destroy();
await server.stop();
console.log(
  `${Math.round(took.length / seconds)} pages a second, ${clients} clients; p50 ${percentile(took, 0.5).toFixed(1)} ms, p99 ${percentile(took, 0.99).toFixed(1)} ms`,
);
