import { type Words, w } from '#src/i18n/words.ts';

/** Whom a policy is for, by size: what a reader filters by. The words of the document stand in `audience`. */
const kinds = {
  'self-employed': { name: w('个体工商户', 'Self-employed'), named: /个体|小规模纳税人/ },
  micro: { name: w('小微企业', 'Small and micro'), named: /小微|小型|小规模|微型/ },
  sme: { name: w('中小企业', 'Small and medium'), named: /中小|中型/ },
  large: { name: w('大型企业', 'Large'), named: /大型|大工业|规模以上/ },
  key: { name: w('保供企业', 'Key suppliers'), named: /保障|名单|物资|骨干/ },
  everyone: { name: w('各类企业', 'Every enterprise'), named: /各类企业|企事业|^单位$|公众|所有/ },
} as const satisfies Record<string, { readonly name: Words; readonly named: RegExp }>;

export type Audience = keyof typeof kinds;
const keys = Object.keys(kinds) as readonly Audience[];

/** The audiences in the order in which they are offered. */
export const audiences: readonly { readonly code: Audience; readonly name: Words }[] = keys.map(code => ({
  code,
  name: kinds[code].name,
}));

/** The audiences that a policy names; a policy whose text names 个体工商户 is for them too. Empty where only a trade is named. */
export const audiencesOf = (audience: readonly string[], body: string): readonly Audience[] =>
  keys.filter(
    code =>
      audience.some(name => kinds[code].named.test(name)) ||
      (code === 'self-employed' && /个体工商户|个体户/.test(body)),
  );
