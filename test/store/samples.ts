import { randomBytes } from 'node:crypto';
import { fresh } from '#src/cases/follow.ts';
import type { Append, CaseRow, Content, EventRow, Filed, Receive } from '#src/cases/store.ts';

export const at = '2020-03-20T01:00:00.000Z';
/** When what lasts a quarter of an hour has ended. */
export const soon = '2020-03-20T01:15:00.000Z';
export const later = '2020-04-19T01:00:00.000Z';

let last = 0;
/** Ids that grow, as the program's own do. */
const nextId = (): string => `c${String(++last).padStart(8, '0')}-${randomBytes(8).toString('hex')}`;
const digits = (): string => String(randomBytes(6).readUIntBE(0, 6) % 10 ** 12).padStart(12, '0');

const caseRow = (set: Partial<CaseRow> = {}): CaseRow => ({
  id: nextId(),
  number: digits(),
  form: 'consultation',
  state: 'received',
  enterprise: '湖畔精密机械有限公司',
  creditCode: '91320594MA1ABCDE0X',
  area: 'lakeside',
  line: 'machinery',
  answers: JSON.stringify({
    topic: 'masks',
    lines: [{ item: 'mask-surgical', quantity: 2000, unit: 'piece' }],
  }),
  sealed: new Uint8Array(randomBytes(420)),
  wrappedKey: new Uint8Array(randomBytes(60)),
  keyId: 'k1',
  handler: 'supply',
  routing: JSON.stringify({ row: 'supply-1' }),
  due: '2020-03-23T09:00:00.000Z',
  heldFor: '[]',
  pinHash: randomBytes(32).toString('hex'),
  tokenHash: randomBytes(32).toString('hex'),
  receivedAt: at,
  link: '',
  urgent: 0,
  notice: 'n1',
  keepUntil: '2021-03-20',
  head: 1,
  headMac: randomBytes(32).toString('hex'),
  ...fresh('received', 'supply', at),
  ...set,
});

export const eventRow = (caseId: string, set: Partial<EventRow> = {}): EventRow => ({
  caseId,
  seq: 1,
  at,
  kind: 'received',
  actor: 'enterprise',
  data: '{}',
  sealed: null,
  mac: randomBytes(32).toString('hex'),
  ...set,
});

type Given = Partial<Omit<Receive, 'case'>> & { case?: Partial<CaseRow> };

/** A submission like none before it, except for what is given. */
export const receipt = ({ case: set, ...given }: Given = {}): Receive => {
  const row = caseRow(set);
  return {
    case: row,
    event: eventRow(row.id),
    linked: [],
    key: { hash: randomBytes(32).toString('hex'), payload: 'p1', expiresAt: later },
    fingerprint: null,
    at,
    ...given,
  };
};

/** A case beside another, with its first event. */
export const filed = (set: Partial<CaseRow> = {}): Filed => {
  const row = caseRow(set);
  return { case: row, event: eventRow(row.id) };
};

/** What a case says, with other words in place of some. */
export const content = (row: CaseRow, set: Partial<Content>): Content => ({
  enterprise: row.enterprise,
  creditCode: row.creditCode,
  area: row.area,
  line: row.line,
  answers: row.answers,
  sealed: row.sealed,
  handler: row.handler,
  routing: row.routing,
  due: row.due,
  urgent: row.urgent,
  keepUntil: row.keepUntil,
  ...set,
});

export const fingerprint = (expiresAt = '2020-03-20T01:10:00.000Z') => ({
  hash: randomBytes(32).toString('hex'),
  expiresAt,
});

/** An answer that follows an event of a case. */
export const answer = (caseId: string, head: number, set: Append['set'] = {}): Append => ({
  caseId,
  head,
  event: eventRow(caseId, {
    seq: head + 1,
    kind: 'answered',
    actor: '王敏',
    sealed: new Uint8Array(randomBytes(80)),
  }),
  state: 'answered',
  set,
});
