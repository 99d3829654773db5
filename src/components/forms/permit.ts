import { type Entries, isEntries } from './draft-model.ts';

/** The name of the database in which this device keeps what the person chose to keep. */
export const vaultName = 'reopendesk';
const sharedMark = 'shared-computer';

/** On a computer of many people nothing is kept, for as long as the tab lives. */
export const isShared = (): boolean => {
  try {
    return sessionStorage.getItem(sharedMark) !== null;
  } catch {
    return false;
  }
};

export const markShared = (on: boolean): void => {
  if (on) sessionStorage.setItem(sharedMark, 'yes');
  else sessionStorage.removeItem(sharedMark);
};

/** Whether anything may be kept: without https the browser gives no encryption, and then nothing is. */
export const canKeep = (): 'yes' | 'insecure' | 'isShared' => {
  if (isShared()) return 'isShared';
  return globalThis.crypto?.subtle && globalThis.indexedDB ? 'yes' : 'insecure';
};

/** Whether anything was ever kept here, without leaving a trace by asking; true where the browser cannot tell. */
export const isUsed = async (): Promise<boolean> => {
  if (canKeep() !== 'yes') return false;
  if (!indexedDB.databases) return true;
  const all = await indexedDB.databases().catch(() => []);
  return all.some(({ name }) => name === vaultName);
};

/** Where the enterprise stands on its way from a receipt to the next form. */
export const carryMark = 'carried';

export const isCarrying = (): boolean => {
  try {
    return sessionStorage.getItem(carryMark) !== null;
  } catch {
    return false;
  }
};

/** What was brought along, once. */
export const takeCarried = (): Entries => {
  try {
    const carried: unknown = JSON.parse(sessionStorage.getItem(carryMark) ?? '[]');
    sessionStorage.removeItem(carryMark);
    return isEntries(carried) ? carried : [];
  } catch {
    return [];
  }
};
