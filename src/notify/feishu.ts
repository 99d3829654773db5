import { ask } from './bot.ts';
import type { Channel } from './channel.ts';
import { hmac } from './sign.ts';

/**
 * 飞书群机器人: 100 messages a minute and 5 a second (11232, 9499), a body of 20 KB. The key of the signature is the time in
 * seconds and the secret, over nothing. 19021: signature; 19022, 19024: its other safeguards.
 */
export const feishu = (
  { url, secret }: { readonly url: string; readonly secret: string },
  now: () => Date,
): Channel => ({
  together: { bytes: 15_000, aMinute: 100 },
  send: ({ text }) => {
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const sign = secret ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } : {};
    return ask(url, { ...sign, msg_type: 'text', content: { text } }, 'code', {
      11232: 60,
      9499: 60,
      19021: 'retry',
      19022: 'retry',
      19024: 'retry',
    });
  },
});
