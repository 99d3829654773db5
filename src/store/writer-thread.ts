import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Command } from '#src/store/commands.ts';
import { openWriter, type WriterOptions } from '#src/store/writer.ts';

/** What the thread is sent: commands to run, or null to close the file and end. */
export type Sent = readonly Command[] | null;

/** Commands in one transaction at most, so that the first of a flood does not wait for the last. */
const most = 512;

/** All that arrived while the last batch was on its way to the disk. */
const gather = (port: MessagePort, first: Sent): { commands: Command[]; last: boolean } => {
  const commands: Command[] = [];
  for (let sent: Sent = first; ; ) {
    if (sent === null) return { commands, last: true };
    commands.push(...sent);
    const next: { message: Sent } | undefined =
      commands.length < most ? receiveMessageOnPort(port) : undefined;
    if (!next) return { commands, last: false };
    sent = next.message;
  }
};

const serve = (port: MessagePort): void => {
  const writer = openWriter(workerData as WriterOptions);
  port.on('message', (first: Sent) => {
    const { commands, last } = gather(port, first);
    if (commands.length > 0) port.postMessage(writer.run(commands));
    if (!last) return;
    writer.close();
    port.close();
  });
};

if (parentPort) serve(parentPort);
