import type { Channel } from './channel.ts';
import { byStatus, post } from './post.ts';
import { signed } from './sign.ts';

/** Text as it stands between the quotes of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * One SMS through any gateway: `body` is its JSON with `{id}`, `{phone}` and `{text}` in it, signed by `key` (see `sign.ts`).
 * The gateway, or a few lines before it, keeps the id for a day and sends the same one once.
 */
export const sms = (
  { url, key, body }: { readonly url: string; readonly key: string; readonly body: string },
  now: () => Date,
): Channel => ({
  send: async ({ id, to, text }) => {
    const values: Readonly<Record<string, string>> = { id, phone: to, text };
    const filled = body.replace(/\{(id|phone|text)\}/g, (_, name: string) => quoted(values[name] ?? ''));
    return byStatus(await post({ url, body: filled, headers: signed(key, id, filled, now()) }));
  },
});
