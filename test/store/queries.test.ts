import { expect, test } from 'vitest';
import { statementsSource } from '#src/store/compile.ts';

test('the statements that are kept are those that Kysely compiles', async () => {
  await expect(statementsSource()).toMatchFileSnapshot('../../src/store/statements.ts');
});
