import { expect, test } from 'vitest';
import { statementsSource } from '#src/store/compile.ts';

test.each(['sqlite', 'postgres'] as const)(
  'the statements for %s that are kept are those that Kysely compiles',
  async dialect => {
    await expect(statementsSource(dialect)).toMatchFileSnapshot(`../../src/store/statements-${dialect}.ts`);
  },
);
