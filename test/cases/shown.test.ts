import { afterAll, beforeAll, expect, test } from 'vitest';
import { act as append } from '#src/cases/act.ts';
import { isShown, isSpoken, type Kind, kinds, next } from '#src/cases/state.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { courseOf } from '#src/cases/track.ts';
import { eventWords } from '#src/i18n/track.ts';
import { langs } from '#src/i18n/words.ts';
import { linkOf, look, lookPage, receiptOf, send, textOf } from '../functions/knock.ts';
import { materials } from '../submissions.ts';
import { type Bureau, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

/** Written a second time, on purpose: what officers write for each other. */
const internal: readonly Kind[] = [
  'noted',
  'opened',
  'assisted',
  'assist-answered',
  'reminded',
  'extension-asked',
  'extension-refused',
  'declined',
  'published',
  'unpublished',
  'check-planned',
  'checked',
  'paper-moved',
  'funding-followed',
];
const unspoken: readonly Kind[] = [
  'forwarded',
  'ordered',
  'pressed',
  'contacted',
  'missed',
  'merged',
  'unmerged',
  'relayed',
  'revisited',
  'changed',
  'fast-tracked',
  'fast-ended',
  // What is written with them is officers' own; what was done is told by the event itself.
  'funding',
  'lodged',
  'donation',
  'appointment',
  'appointment-changed',
];

/** Events that bring a new case to where another can happen. */
const ways: readonly (readonly Kind[])[] = [
  [],
  ['accepted'],
  ['answered'],
  ['answered', 'closed'],
  ['returned'],
];

test.each(kinds.filter(kind => kind !== 'received' && kind !== 'held' && kind !== 'released'))(
  '%s: neither the event nor its text reaches the enterprise where it is not meant for it',
  async kind => {
    const link = linkOf(await receiptOf(await send('materials', materials())));
    const start = await bureau.rowOf(link.number);
    const way = ways.find(kindsBefore => {
      const state = kindsBefore.reduce<CaseRow['state'] | null>(
        (at, one) => at && next(at, one),
        start.state,
      );
      return state !== null && next(state, kind) !== null;
    });
    for (const before of way ?? [])
      await append(bureau.office, link.number, 'zhao', () => ({ kind: before }));
    const secret = `只给同事看的${kind}`;
    const done = await append(bureau.office, link.number, 'zhao', () => ({ kind, text: secret }));
    expect(done.tag).toBe('done');
    const isHidden = internal.includes(kind) || unspoken.includes(kind);
    expect(isShown(kind)).toBe(!internal.includes(kind));
    if (isHidden) expect(isSpoken(kind)).toBe(false);
    const course = await courseOf(bureau.office, await bureau.rowOf(link.number));
    expect(course.events.some(event => event.kind === kind)).toBe(!internal.includes(kind));
    const json = await (await look(link)).text();
    const page = textOf(await (await lookPage({ ...link })).text());
    for (const told of [JSON.stringify(course.events), page])
      expect(told.includes(secret)).toBe(isSpoken(kind));
    // The answers alone are in the JSON.
    const answers: readonly Kind[] = ['answered', 'cleared', 'rectifying', 'suspended'];
    expect(json.includes(secret)).toBe(answers.includes(kind));
    expect(json.includes(`"kind":"${kind}"`)).toBe(!internal.includes(kind));
    expect(json).not.toContain('zhao');
    expect(page).not.toContain('zhao');
  },
);

test('every event that is shown has words, and no internal one has any', () => {
  expect(Object.keys(eventWords).sort()).toEqual(kinds.filter(isShown).sort());
  for (const words of Object.values(eventWords)) for (const lang of langs) expect(words[lang]).not.toBe('');
});
