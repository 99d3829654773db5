import type { Keys } from '#src/cases/keys.ts';
import { open, seal } from '#src/cases/seal.ts';

/** A receipt as its sender's browser keeps it, sealed, for those who send without JavaScript. */
export type Ticket = {
  readonly caseId: string;
  readonly number: string;
  readonly pin: string | null;
  readonly token: string;
  readonly handler: string;
  readonly reason: { readonly 'zh-Hans': string; readonly en: string };
  readonly due: string;
  readonly held: boolean;
  /** What was said of it when it was taken in, in the sender's language. */
  readonly told?: readonly string[];
  /** It asks for a time, which is read from the store with its case. */
  readonly timed?: true;
  /** How many cases the submission became; their numbers are read from the store by the first one's id. */
  readonly cases: number;
};

/** Seconds for which the receipt may be shown again. */
export const ticketLife = 15 * 60;

/** A value that the browser can neither read nor forge, for one use and for a time. */
const sealValue = (keys: Keys, use: string, value: unknown, until: number): string =>
  Buffer.from(seal(keys.cookie, use, 'ticket', JSON.stringify({ ticket: value, until }))).toString(
    'base64url',
  );

/** The value, or null when it is forged, broken, for another use or too old. */
const openValue = <T>(keys: Keys, use: string, value: string, at: Date): T | null => {
  try {
    const held: { ticket: T; until: number } = JSON.parse(
      open(keys.cookie, use, 'ticket', Buffer.from(value, 'base64url')).toString('utf8'),
    );
    return held.until >= at.getTime() ? held.ticket : null;
  } catch {
    return null;
  }
};

/** A receipt's cookie. */
export const sealTicket = (keys: Keys, ticket: Ticket, at: Date): string =>
  sealValue(keys, 'receipt', ticket, at.getTime() + ticketLife * 1000);

/** The ticket of a cookie, or null when it is forged, broken or older than 15 minutes. */
export const openTicket = (keys: Keys, value: string, at: Date): Ticket | null =>
  openValue(keys, 'receipt', value, at);

/** Minutes for which a tracking page may act on its case. */
const passLife = 30;

/** Says that its holder knew the password of a case: what a tracking page's own forms send instead of number and password. */
export const sealPass = (keys: Keys, number: string, at: Date): string =>
  sealValue(keys, 'pass', number, at.getTime() + passLife * 60_000);

/** The number of the case that a pass is for, or null. */
export const openPass = (keys: Keys, value: string, at: Date): string | null =>
  openValue(keys, 'pass', value, at);

/** That a notice was read, as the browser of whoever said so keeps it: for the page that confirms it. */
export type Read = {
  readonly notice: string;
  readonly version: number;
  readonly at: string;
  /** The last four digits of the case that it was said by. */ readonly tail: string;
};

/** A cookie that lets its browser see the confirmation, for as long as a receipt. */
export const sealRead = (keys: Keys, read: Read, at: Date): string =>
  sealValue(keys, 'read', read, at.getTime() + ticketLife * 1000);

/** What was read by the cookie's browser, or null. */
export const openRead = (keys: Keys, value: string, at: Date): Read | null =>
  openValue(keys, 'read', value, at);
