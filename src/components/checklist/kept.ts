import { canKeep } from '../forms/permit.ts';
import { drop, list, save } from '../forms/vault.ts';

const days = 90;

/** The checklist that the person asked this device to keep: its marks as a link carries them. */
type Checklist = { readonly code: string };

const read = (value: unknown): Checklist | null =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? { code: value.code }
    : null;

const own = async () => (canKeep() === 'yes' ? ((await list('checklist', read))[0] ?? null) : null);

/** Each answers with the name of the sentence to say. */
export const kept = {
  keep: async (code: string): Promise<string> => {
    const may = canKeep();
    if (may !== 'yes') return may;
    try {
      await save('checklist', await own(), { code }, days);
      return 'kept';
    } catch {
      return 'failed';
    }
  },
  forget: async (): Promise<string> => {
    const there = await own();
    if (there) await drop(there.id);
    return 'forgotten';
  },
  read: async (): Promise<string | null> => (await own().catch(() => null))?.what.code ?? null,
};
