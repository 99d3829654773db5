import { describe, expect, it } from 'vitest';
import { w } from '#src/i18n/words.ts';
import { handlerOf } from '#src/zone/handler.ts';

const departments = { tax: w('税务局', 'Tax Bureau'), law: w('法律服务组', 'Legal Service Group') };
const row = (handler: string, workingDays = 1) => ({ handler, workingDays });

describe('handlerOf', () => {
  it.each([
    ['one department', [row('tax', 3), row('tax', 1)], '税务局', 'Tax Bureau', 3],
    ['several', [row('tax'), row('law', 2)], null, null, 2],
    ['one that the zone does not have', [row('gone')], null, null, 1],
    ['none', [], null, null, 0],
  ])('names %s', (_, rows, zh, en, workingDays) => {
    expect(handlerOf(rows, departments, 'zh-Hans')).toEqual({ name: zh, workingDays });
    expect(handlerOf(rows, departments, 'en')).toEqual({ name: en, workingDays });
  });
});
