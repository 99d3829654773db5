import { ask } from './bot.ts';
import type { Channel } from './channel.ts';

/** 企业微信群机器人: 20 messages a minute, 2,048 bytes of text; 45009 is asked too often, 93000 a key that is not valid. */
export const wecom = ({ url }: { readonly url: string }): Channel => ({
  together: { bytes: 2048, aMinute: 20 },
  send: ({ text }) =>
    ask(url, { msgtype: 'text', text: { content: text } }, 'errcode', {
      45009: 60,
      93000: 'retry',
      [-1]: 60,
    }),
});
