import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import { openRead, type Read, sealRead } from '#src/cases/ticket.ts';
import { type Identified, identify, type Query } from '#src/cases/track.ts';

/** What came of it: the receipt, or why the case was not opened. `erased`: nothing says any more whose case it was. */
export type Acknowledged =
  | { readonly tag: 'acknowledged'; readonly read: Read; readonly again: boolean }
  | { readonly tag: 'erased' }
  | Exclude<Identified, { readonly tag: 'found' }>;

/**
 * Keeps that the enterprise of a case has read a notice; whoever knows the password of any case of theirs may say so. An enterprise
 * is its credit code, and the case itself where it has none. Said again, the first time stands.
 */
const acknowledge = async (
  office: Office,
  query: Query,
  { notice, version }: Pick<Read, 'notice' | 'version'>,
): Promise<Acknowledged> => {
  const found = await identify(office, query);
  if (found.tag !== 'found') return found;
  const { id, number, creditCode } = found.case;
  const who = creditCode === '' ? `case ${id}` : creditCode;
  const firm = mac(office.keys.index, 'firm', who).toString('base64url');
  const at = office.now().toISOString();
  const kept = await office.store.acknowledge({ notice, version, firm, caseId: id, at });
  if (!kept) return { tag: 'erased' };
  return {
    tag: 'acknowledged',
    read: { notice, version, at: kept.at, tail: number.slice(-4) },
    again: kept.again,
  };
};

/** What a notice's page does: keeps that it was read, seals the confirmation for its browser's cookie, and opens it again. */
export const reading = (office: Office) => ({
  now: (): Date => office.now(),
  acknowledge: (query: Query, notice: Pick<Read, 'notice' | 'version'>): Promise<Acknowledged> =>
    acknowledge(office, query, notice),
  seal: (read: Read): string => sealRead(office.keys, read, office.now()),
  open: (value: string): Read | null => openRead(office.keys, value, office.now()),
});

/** The same for the pages that show it. */
export type Reading = ReturnType<typeof reading>;
