import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import verify from '#functions/verify.ts';
import type { Pairs } from './desk.ts';
import { ask, openPaperDesk, type PaperDesk, scan, site, typeIn } from './paper-desk.ts';

let at: PaperDesk;
beforeAll(async () => {
  at = await openPaperDesk();
});
afterAll(() => at.desk.stop());

describe('/verify/ is no oracle', () => {
  /** Everything that is told, without what was typed. */
  const told = async (response: Response, typed: string) => ({
    status: response.status,
    headers: [...response.headers].sort(),
    text: (await response.text()).replaceAll(typed, ''),
  });

  test('unknown, wrong, unsealed and given up are told alike, to the letter', async () => {
    const [open1, gone, sealed] = [
      await at.draft(await ask()),
      await at.draft(await ask()),
      await at.draft(await ask()),
    ];
    await at.goes(open1, at.way.slice(0, 3));
    await at.goes(gone, at.way.slice(0, 3));
    await at.goes(sealed, at.way);
    const [unsealed, voided, good] = [
      await at.printedOn(open1),
      await at.printedOn(gone),
      await at.printedOn(sealed),
    ];
    expect((await at.step(at.writer, gone, 'void', { note: '不办了' })).status).toBe(303);
    const wrong = `${good.c.slice(0, -1)}${good.c.endsWith('0') ? '1' : '0'}`;
    const tries = [
      unsealed,
      voided,
      { s: good.s, c: wrong },
      { s: good.s, c: '' },
      { s: good.s.replace('pass', 'letter'), c: good.c },
      { s: 'pass-2020-9999', c: good.c },
      { s: '什么', c: good.c },
    ];
    const answers = await Promise.all(tries.map(async query => told(await scan(query), query.s)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
    expect((await scan(good)).status).toBe(200);
  });

  test('the same work is done for each: what the store is asked does not differ', async () => {
    const [path, sealed] = [await at.draft(await ask()), await at.draft(await ask())];
    await at.goes(path, at.way.slice(0, 3));
    await at.goes(sealed, at.way);
    const [unsealed, good] = [await at.printedOn(path), await at.printedOn(sealed)];
    const { store } = at.desk.app.office;
    const { paperBySerial } = store as unknown as Record<
      'paperBySerial',
      (query: unknown) => Promise<unknown>
    >;
    const calls: string[] = [];
    at.desk.replace({
      count: command => {
        calls.push('count');
        return store.count(command);
      },
    });
    const papers = store as unknown as Record<string, unknown>;
    papers.paperBySerial = (query: unknown) => {
      calls.push('look');
      return paperBySerial(query);
    };
    const asked = async (query: Pairs) => {
      calls.length = 0;
      await scan(query);
      return calls.join(' ');
    };
    const seen = [
      await asked(unsealed),
      await asked({ s: good.s, c: 'x' }),
      await asked({ s: 'pass-2020-9999', c: good.c }),
      await asked({ s: '', c: 'x' }),
    ];
    papers.paperBySerial = paperBySerial;
    at.desk.restore();
    expect(seen).toEqual(Array(4).fill('count look'));
  });

  test('by hand as by QR code, however it is typed; the code is never given back', async () => {
    const path = await at.draft(await ask());
    await at.goes(path, at.way);
    const found = await at.desk.app.papers.look(path.split('/').at(-2) ?? '');
    const [serial, code] = [found?.serial ?? '', found?.code?.shown ?? ''];
    expect(code).toMatch(/^([0-9a-z]{4}-){6}[0-9a-z]{2}$/);
    for (const typed of [serial, serial.replace('〔', '[').replace('〕', '] '), ` ${serial} `])
      expect((await typeIn({ serial: typed, code: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(
        200,
      );
    const wrong = await (await typeIn({ serial, code: '0123-4567-secret' })).text();
    expect(wrong).toContain(serial);
    expect(wrong).not.toContain('0123-4567-secret');
  });

  test('nobody stores it, nobody is told its address', async () => {
    const headers = (await scan({ s: 'pass-2020-1', c: 'x' })).headers;
    expect([
      headers.get('cache-control'),
      headers.get('referrer-policy'),
      headers.get('x-robots-tag'),
    ]).toEqual(['no-store', 'no-referrer', 'noindex']);
    const empty = await verify(new Request(`${site}/verify/`, { headers: { accept: 'text/html' } }), {});
    expect([empty.status, empty.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
  });

  test('who tries without end waits; right ones are not counted', async () => {
    const path = await at.draft(await ask());
    await at.goes(path, at.way);
    const code = await at.printedOn(path);
    for (let n = 0; n < 40; n += 1) expect((await scan(code, '10.6.0.1')).status).toBe(200);
    const seen: number[] = [];
    for (let n = 0; n < 32; n += 1) seen.push((await scan({ s: code.s, c: `x${n}` }, '10.6.0.1')).status);
    expect([seen.filter(one => one === 404).length, seen.at(-1)]).toEqual([30, 429]);
    expect((await scan(code, '10.6.0.2')).status).toBe(200);
    at.desk.pass(16 * 60_000);
    expect((await scan(code, '10.6.0.1')).status).toBe(200);
    at.desk.at('2020-03-20T02:00:00.000Z');
  });
});
