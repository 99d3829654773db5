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
};

/** Seconds for which the receipt may be shown again. */
export const ticketLife = 15 * 60;

/** A cookie's value: sealed, so that the browser can neither read nor forge it. */
export const sealTicket = (keys: Keys, ticket: Ticket, at: Date): string =>
  Buffer.from(
    seal(
      keys.cookie,
      'receipt',
      'ticket',
      JSON.stringify({ ticket, until: at.getTime() + ticketLife * 1000 }),
    ),
  ).toString('base64url');

/** The ticket of a cookie, or null when it is forged, broken or older than 15 minutes. */
export const openTicket = (keys: Keys, value: string, at: Date): Ticket | null => {
  try {
    const held: { ticket: Ticket; until: number } = JSON.parse(
      open(keys.cookie, 'receipt', 'ticket', Buffer.from(value, 'base64url')).toString('utf8'),
    );
    return held.until >= at.getTime() ? held.ticket : null;
  } catch {
    return null;
  }
};
