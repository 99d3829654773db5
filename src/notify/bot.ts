import { dead, retry, type Sent, sent } from './channel.ts';
import { byStatus, post } from './post.ts';

/** What a bot's number for a failure means: seconds to wait where it was asked too often; `retry` where a setting may be mended. */
export type Codes = Readonly<Record<number, number | 'retry'>>;

const numberIn = (text: string, name: string): number | null => {
  try {
    const value: unknown = JSON.parse(text)?.[name];
    return typeof value === 'number' ? value : null;
  } catch {
    return null;
  }
};

/** Posts to a bot, which answers 200 also where it refuses, with a number under `name`: 0 is sent, an unknown one is dead. */
export const ask = async (url: string, body: object, name: string, codes: Codes): Promise<Sent> => {
  const answer = await post({ url, body: JSON.stringify(body) });
  const bySelf = byStatus(answer);
  if (bySelf.tag !== 'sent' || 'silence' in answer) return bySelf;
  const number = numberIn(answer.text, name);
  if (number === 0) return sent;
  if (number === null) return retry('no-answer');
  const means = codes[number];
  if (means === undefined) return dead(`bot-${number}`);
  return retry(`bot-${number}`, means === 'retry' ? undefined : means);
};
