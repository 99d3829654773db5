import { afterAll, beforeAll, expect, test } from 'vitest';
import { erase } from '#src/cases/rewrite.ts';
import type { FirmStore } from '#src/firms/store.ts';
import { type Bureau, openBureau } from '../cases/bureau.ts';
import { samplesB } from '../forms/samples-b.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

const tenants = [
  { name: '示范软件公司', creditCode: '', staff: 30 },
  { name: '示范设计工作室', creditCode: '91350100M000100Y43', staff: null },
];
const park = {
  ...samplesB.filing.least,
  filer: 'building',
  tenants,
  reopening: '2026-03-18',
  staff: { total: 80, returning: 50, local: 60, letters: 80 },
};

test('a park files for its tenants: each is an enterprise of its own, and whose staff nobody gave is counted apart', async () => {
  const { desk, file } = bureau;
  const row = await file('filing', park);
  const found = await desk.app.firms.firmsOn('2026-03-18');
  expect(found).toMatchObject({ firms: 2, staff: 30, unknown: 1 });
  const store = desk.app.office.store as unknown as FirmStore;
  const entries = await store.entriesOfCase(row.id);
  expect(entries.map(one => one.name)).toEqual(tenants.map(one => one.name));
  // One of them files itself, too: by its code it is the same enterprise, and says what its staff is.
  const own = {
    ...samplesB.filing.least.enterprise,
    name: '示范设计工作室',
    creditCode: '91350100M000100Y43',
  };
  // The newest filing decides: a second later.
  desk.pass(1000);
  await file('filing', { ...samplesB.filing.least, reopening: '2026-03-18', enterprise: own });
  expect(await desk.app.firms.firmsOn('2026-03-18')).toMatchObject({ firms: 2, staff: 80, unknown: 0 });
  // Of the same name without a code it is another.
  const nameless = { ...own, name: '示范软件公司', creditCode: '' };
  await file('filing', { ...samplesB.filing.least, reopening: '2026-03-18', enterprise: nameless });
  expect(await desk.app.firms.firmsOn('2026-03-18')).toMatchObject({ firms: 3 });
  const before = entries.map(one => one.firm);
  await bureau.did(
    row.number,
    { deed: 'accept', officer: '', later: [], laterBy: '' },
    {
      login: 'a',
      department: row.handler,
      superior: false,
    },
  );
  await erase(bureau.office, row.number, 'enterprise');
  await desk.app.firms.catchUp();
  const after = await store.entriesOfCase(row.id);
  expect(after.map(one => [one.name, one.firm])).toEqual(before.map(firm => ['', firm]));
});
