import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';

type Source = {
  /** From the environment, base64 or hex, the newest first, set off by commas; null: use the file. */ readonly given:
    | string
    | null;
  readonly file: string;
  /** False where sealed cases exist already: a new key could never open them. */ readonly mayCreate: boolean;
};

const decode = (text: string, from: string): Uint8Array => {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : Buffer.from(trimmed, 'base64');
  if (bytes.length !== 32) throw new Error(`${from} must hold 32 bytes in base64 or hex`);
  return new Uint8Array(bytes);
};

/** One key a line in the file, set off by commas in the environment; the first wraps what is new, the others only open. */
const decodeAll = (text: string, from: string): readonly Uint8Array[] =>
  text
    .trim()
    .split(/[\s,]+/)
    .map(one => decode(one, from));

const newLine = (): string => `${randomBytes(32).toString('base64')}\n`;

const draftOf = (file: string, text: string): string => {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  return draft;
};

/** Written whole under another name and then linked: two first starts at once end with one key. */
const create = (file: string): void => {
  const draft = draftOf(file, newLine());
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
};

const isMissing = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) === undefined;

const readFile = (file: string): string => {
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others. Run: chmod 600 ${file}`);
  return readFileSync(file, 'utf8');
};

/**
 * The master keys, the one that wraps first: from the environment, or from a file of mode 600 that is made on first start. Refuses
 * a file others may read, and refuses to make a new key beside a database that an old one sealed.
 */
export const masterKeys = ({ given, file, mayCreate }: Source): readonly Uint8Array[] => {
  if (given) return decodeAll(given, 'REOPENDESK_KEY');
  if (isMissing(file)) {
    if (!mayCreate)
      throw new Error(
        `${file} is missing, but the database has cases sealed with it. Put the key back from its backup, or set REOPENDESK_KEY.`,
      );
    create(file);
  }
  return decodeAll(readFile(file), file);
};

/** Puts a new master key before those of the file, whole or not at all. */
export const addMasterKey = (file: string): void =>
  renameSync(draftOf(file, newLine() + readFile(file)), file);

/** Leaves only the first key in the file: nothing is sealed by the others any more. */
export const keepFirstMasterKey = (file: string): void => {
  const [first = ''] = readFile(file).trim().split(/\s+/);
  renameSync(draftOf(file, `${first}\n`), file);
};
