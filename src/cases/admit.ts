import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';

/** Submissions a minute from one address: many firms share one, so the soft limit only holds a case for an officer. */
const soft = 20;
const hard = 120;
const minute = 60_000;

export type Admission =
  | { readonly tag: 'welcome' }
  | { readonly tag: 'held' }
  | { readonly tag: 'refused'; readonly seconds: number };

/** An IPv6 address by its /64, which is what one customer has; IPv4 as it is. */
export const network = (address: string): string => {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = address.includes('::') ? tail.split(':').filter(Boolean) : [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map(part => part.replace(/^0+(?=.)/, ''))
    .join(':');
};

/** Counts a submission of an address, which is stored only as a keyed hash. An unknown address is welcome. */
export const admit = async (office: Office, address: string): Promise<Admission> => {
  if (address === '') return { tag: 'welcome' };
  const at = office.now();
  const name = `rate:${mac(office.keys.address, network(address)).toString('base64url')}`;
  const { count, expiresAt } = await office.store.count({
    name,
    by: 1,
    at: at.toISOString(),
    expiresAt: new Date(at.getTime() + minute).toISOString(),
  });
  if (count > hard)
    return { tag: 'refused', seconds: Math.max(1, Math.ceil((Date.parse(expiresAt) - at.getTime()) / 1000)) };
  return { tag: count > soft ? 'held' : 'welcome' };
};
