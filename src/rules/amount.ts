import { fold } from '#src/rules/text.ts';

/** How many 万元 one of each unit is. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  元: 0.0001,
  千元: 0.1,
  万: 1,
  万元: 1,
  百万: 100,
  百万元: 100,
  千万: 1000,
  千万元: 1000,
  亿: 10_000,
  亿元: 10_000,
};
const shape = /^(-?\d+(?:[,\s]\d{3,4})*(?:\.\d+)?)\s*([元千万百亿]*)$/;

/**
 * An amount in 万元 as people write it: `300`, `300万`, `1.2亿元`, `5000000元`. A bare number is taken for 万元, as the field asks.
 * Exact to the cent (six decimals); null when it is no amount.
 */
export const amount = (typed: string): number | null => {
  const match = shape.exec(
    fold(typed)
      .replace(/^[¥￥]\s*/, '')
      .replace(/人民币|整$/g, '')
      .trim(),
  );
  const factor = match && Object.hasOwn(units, match[2] ?? '') ? units[match[2] ?? ''] : undefined;
  if (!match || factor === undefined) return null;
  const value = Number((match[1] ?? '').replace(/[,\s]/g, '')) * factor;
  // Adding 0 makes 0 of `-0`.
  return Math.round(value * 1e6) / 1e6 + 0;
};
