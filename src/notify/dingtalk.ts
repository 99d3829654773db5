import { ask } from './bot.ts';
import type { Channel } from './channel.ts';
import { hmac } from './sign.ts';

const signedUrl = (url: string, secret: string, at: number): string => {
  const signed = new URL(url);
  signed.searchParams.set('timestamp', String(at));
  signed.searchParams.set('sign', hmac(secret, `${at}\n${secret}`));
  return signed.href;
};

/**
 * 钉钉群机器人: 20 messages a minute, after which it takes none for ten (130101); 20,000 bytes. The signature is over the time in
 * milliseconds and the secret; without a secret the bot goes by its other safeguards. 310000: signature or safeguard.
 */
export const dingtalk = (
  { url, secret }: { readonly url: string; readonly secret: string },
  now: () => Date,
): Channel => ({
  together: { bytes: 15_000, aMinute: 20 },
  send: ({ text }) =>
    ask(
      secret ? signedUrl(url, secret, now().getTime()) : url,
      { msgtype: 'text', text: { content: text } },
      'errcode',
      { 130101: 600, 310000: 'retry', 300001: 'retry', [-1]: 60 },
    ),
});
