// Stands in for the writing thread and dies of its first command.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => {
  throw new Error('out of luck');
});
