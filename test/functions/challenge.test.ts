import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials, newKey, pairsOf } from '../submissions.ts';
import { type Manner, post, receiptOf, send } from './knock.ts';

const ip = '198.51.100.7';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  for (let n = 0; n < 20; n += 1) await send('materials', materials(), { ip });
});
afterEach(() => desk.stop());

const solved = async (answer: Response): Promise<string> => {
  const { challenge } = (await answer.json()) as { readonly challenge: Challenge };
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
};
/** Posts pairs as the page's script does. */
const typed = (manner: Manner, ...more: [string, string][]) => {
  const body = new URLSearchParams([...pairsOf(materials()), ...more]).toString();
  return post('materials', body, 'application/x-www-form-urlencoded', manner);
};
const from = (proof: string, key = newKey()) => ({ ip, key, headers: { 'x-altcha': proof } });

describe('Proof of work, only when the server asks', () => {
  test('a browser that can solve one is asked; its solution takes the case in without holding it', async () => {
    const key = newKey();
    const body = materials();
    const asked = await send('materials', body, from('able', key));
    expect([asked.status, asked.headers.get('content-type')]).toEqual([
      428,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(await allCases(desk)).toHaveLength(20);
    const receipt = await receiptOf(await send('materials', body, from(await solved(asked), key)));
    expect(receipt.held).toBe(false);
  });

  test('a solution serves once', async () => {
    const proof = await solved(await send('materials', materials(), from('able')));
    expect((await receiptOf(await send('materials', materials(), from(proof)))).held).toBe(false);
    expect((await receiptOf(await send('materials', materials(), from(proof)))).held).toBe(true);
  });

  test.each([
    ['no proof of work at all', ''],
    ['a proof that cannot be read', 'no base64 {'],
    ['a made-up proof', Buffer.from('{"challenge":{"parameters":{}},"solution":{}}').toString('base64')],
  ])('%s: held, with a receipt', async (_, proof) => {
    const answer = await send('materials', materials(), from(proof));
    expect(answer.status).toBe(201);
    expect((await receiptOf(answer)).held).toBe(true);
  });

  test('who is not suspect is not asked', async () => {
    const answer = await send('materials', materials(), { ...from('able'), ip: '198.51.100.8' });
    expect(answer.status).toBe(201);
  });

  test('a filled-in trap is held whatever was solved', async () => {
    const proof = await solved(await send('materials', materials(), from('able')));
    const answer = await typed(from(proof), ['_homepage', 'x']);
    expect((await receiptOf(answer)).held).toBe(true);
  });

  test.each([
    ['a form sent within three seconds is held', '1.2', true],
    ['three seconds are a person’s', '3', false],
  ])('%s', async (_, seconds, held) => {
    const answer = await typed({ ip: '198.51.100.9' }, ['_seconds', seconds]);
    expect((await receiptOf(answer)).held).toBe(held);
  });
});
