import { connect } from 'node:net';
import type { Scanner } from './port.ts';

const chunk = 64 * 1024;
const patience = 15_000;

/** One framed part: its length in four bytes, then its bytes. */
const framed = (part: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return Buffer.concat([length, part]);
};

/** Asks a clamd over TCP by its INSTREAM command (clamd(8)). Throws where it does not answer in 15 seconds, or answers neither yes nor no. */
export const clamd = (host: string, port: number): Scanner => {
  const ask = (bytes: Uint8Array): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port });
      let answer = '';
      socket.setTimeout(patience, () =>
        socket.destroy(new Error(`clamd at ${host}:${port} does not answer`)),
      );
      socket.on('data', part => {
        answer += part.toString('latin1');
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += chunk) socket.write(framed(bytes.subarray(at, at + chunk)));
      socket.write(framed(new Uint8Array()));
    });
  return async bytes => {
    const answer = (await ask(bytes)).replaceAll('\0', '').trim();
    if (answer === 'stream: OK') return 'clean';
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
    throw new Error(`clamd at ${host}:${port} answered “${answer.slice(0, 200)}”`);
  };
};
