import { readFileSync } from 'node:fs';

/** A mistake of the person at the keyboard: told in one line, exit 2. */
export class Mistake extends Error {}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs a command, which gives back its exit code; what it throws is told in one line. */
export const run = async (main: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof Mistake ? 2 : 1;
  }
};

/** A stop watch: how many seconds since it was made, `1.2`. */
export const watch = (): (() => string) => {
  const started = performance.now();
  return () => ((performance.now() - started) / 1000).toFixed(1);
};

/** The pass phrase is the first line of a file: arguments and the environment can be seen by others. */
export const phraseIn = (file: string | undefined): string | null => {
  if (file === undefined) return null;
  const [phrase = ''] = readFileSync(file, 'utf8').split(/\r?\n/);
  if (phrase.length < 12) throw new Mistake(`${file} 第一行的口令太短：至少12个字。`);
  return phrase;
};
