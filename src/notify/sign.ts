import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 in base64. */
export const hmac = (key: string | Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64');

/** A secret as Standard Webhooks writes it, `whsec_` and base64; any other is taken as it stands. */
const keyOf = (secret: string): string | Uint8Array =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret;

/**
 * The headers by which a receiver knows that a body is ours, new, and which one it is (Standard Webhooks): the HMAC is over
 * `id.timestamp.body`. A repeated try has the same id.
 */
export const signed = (
  secret: string,
  id: string,
  body: string,
  now: Date,
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    'idempotency-key': id,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${hmac(keyOf(secret), `${id}.${timestamp}.${body}`)}`,
  };
};
