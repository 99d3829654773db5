import type { Channel } from './channel.ts';
import { byStatus, post } from './post.ts';
import { signed } from './sign.ts';

/** Another system of the zone's: what is told, as JSON, signed as Standard Webhooks does. */
export const webhook = (
  { url, secret, isPrivate }: { readonly url: string; readonly secret: string; readonly isPrivate: boolean },
  now: () => Date,
): Channel => ({
  send: async ({ id, kind, at, text }) => {
    const body = JSON.stringify({ type: kind, timestamp: at, data: { text } });
    return byStatus(await post({ url, body, headers: signed(secret, id, body, now()), abroad: !isPrivate }));
  },
});
