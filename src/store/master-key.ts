import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';

type Source = {
  /** The key from the environment, base64 or hex; null: use the file. */ readonly given: string | null;
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

/** Written whole under another name and then linked: two first starts at once end with one key. */
const create = (file: string): void => {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
};

const isMissing = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) === undefined;

/**
 * The master key: from the environment, or from a file of mode 600 that is made on first start. Refuses a file others may read,
 * and refuses to make a new key beside a database that an old one sealed.
 */
export const masterKey = ({ given, file, mayCreate }: Source): Uint8Array => {
  if (given) return decode(given, 'REOPENDESK_KEY');
  if (isMissing(file)) {
    if (!mayCreate)
      throw new Error(
        `${file} is missing, but the database has cases sealed with it. Put the key back from its backup, or set REOPENDESK_KEY.`,
      );
    create(file);
  }
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others. Run: chmod 600 ${file}`);
  return decode(readFileSync(file, 'utf8'), file);
};
