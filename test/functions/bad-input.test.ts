import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import cases from '#functions/cases.ts';
import receipt from '#functions/receipt.ts';
import track from '#functions/track.ts';
import type { Handler } from '#src/http/door.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials, pairsOf, type Tree } from '../submissions.ts';
import { type Manner, post, send, submit } from './knock.ts';

let desk: Desk;
const said = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  // Whatever came in: nothing was stored, and nothing was a surprise to the program.
  expect(await allCases(desk)).toHaveLength(0);
  expect(said.mock.calls).toEqual([]);
});
afterAll(() => desk.stop());

const json = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { pointer: string }[];
};

/** Posts and gives back what was refused, having looked that the refusal is a sound one. */
const refused = async (body: Parameters<typeof post>[1], type: string | null = json, manner: Manner = {}) => {
  const response = await post('materials', body, type, manner);
  const text = await response.text();
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/#[a-z-]+$/),
    title: expect.stringMatching(/[\u4e00-\u9fff]/),
    detail: expect.stringMatching(/[\u4e00-\u9fff]/),
    status: response.status,
    instance: '/api/cases/materials',
  });
  expect(text).not.toMatch(/Error|Unexpected|expected|undefined|\bat \w|\.ts\b|node:/);
  return [response.status, problem.type.split('#')[1], ...(problem.errors ?? []).map(one => one.pointer)];
};
const sound = JSON.stringify(materials());
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part as string))));

describe('a body that cannot be read', () => {
  test('none, or an empty one', async () => {
    expect(await refused(null)).toEqual([400, 'empty-body']);
    expect(await refused('')).toEqual([400, 'empty-body']);
    expect(await refused('', urlencoded)).toEqual([400, 'empty-body']);
    expect(await refused(new ReadableStream({ start: to => to.close() }))).toEqual([400, 'empty-body']);
  });

  test('2 MB: 413, announced or in chunks, as JSON or as a form; a multipart form has 5', async () => {
    const big = JSON.stringify(materials({ note: 'x'.repeat(2 * 1024 * 1024) }));
    const streamed = new Response(big).body;
    const length = { headers: { 'content-length': String(big.length) } };
    expect(await refused(big, json, length)).toEqual([413, 'too-large']);
    expect(await refused(streamed)).toEqual([413, 'too-large']);
    expect(await refused(`note=${'x'.repeat(2 * 1024 * 1024)}`, urlencoded)).toEqual([413, 'too-large']);
    const form = new FormData();
    form.set('note', 'x'.repeat(6 * 1024 * 1024));
    expect(await refused(form, null)).toEqual([413, 'too-large']);
  });

  test('a stream without end is not read to its end', async () => {
    let given = 0;
    const endless = new ReadableStream({
      pull: to => {
        given += 65_536;
        to.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await refused(endless)).toEqual([413, 'too-large']);
    expect(given).toBeLessThan(9 * 1024 * 1024);
  });

  test.each(['text/plain', 'application/xml', 'application/jsonx', 'json', '', 'text/html; charset=json'])(
    'wrong content type %j: 415',
    async type => {
      expect(await refused(bytes(sound), type)).toEqual([415, 'wrong-type']);
    },
  );

  test('no content type: 415', async () => {
    expect(await refused(bytes(sound), null)).toEqual([415, 'wrong-type']);
  });

  test.each(['{', '{"a":}', `${sound}x`, "{'a':1}", 'undefined', '\ufeff', '{"a":1,}', 'NaN'])(
    'broken JSON: %j',
    async text => {
      expect(await refused(text)).toEqual([400, 'broken-json']);
    },
  );

  test.each(['[]', '"text"', '1', 'null', 'true', `[${sound}]`])('JSON that is no object: %s', async text => {
    expect(await refused(text)).toEqual([400, 'broken-json']);
  });

  test('deep as the sea', async () => {
    const deep = 100_000;
    expect(await refused(`{"items":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toContain('/items/0');
    expect(await refused(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`)).toContain('/a');
    expect(await refused('['.repeat(deep))).toEqual([400, 'broken-json']);
  });

  test('one long string does not break the look for fields that stand twice', async () => {
    const text = JSON.stringify(materials({ note: '\\"'.repeat(200_000) }));
    expect(await refused(text)).toEqual([422, 'refused', '/note']);
  });

  test('invalid UTF-8 is refused, never stored as question marks', async () => {
    expect(await refused(bytes('{"note":"', [0xd6, 0xd0], '"}'))).toEqual([400, 'broken-json']);
    expect(await refused(bytes('note=', [0xd6, 0xd0]), urlencoded)).toEqual([400, 'broken-form']);
    expect(await refused('note=%D6%D0%CE%C4', urlencoded)).toEqual([400, 'broken-form']);
    const part = '--b\r\ncontent-disposition: form-data; name="note"\r\n\r\n';
    const multipart = bytes(part, [0xd6, 0xd0], '\r\n--b--\r\n');
    expect(await refused(multipart, 'multipart/form-data; boundary=b')).toEqual([400, 'broken-form']);
  });

  test('broken multipart', async () => {
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=b',
      'multipart/form-data; boundary=',
    ])
      expect(await refused('no boundary here', type)).toEqual([400, 'broken-form']);
  });
});

describe('a field that stands twice', () => {
  test.each([
    ['{"note":"a","note":"b"}', 'note'],
    ['{"note":"a","n\\u006fte":"b"}', 'note'],
    ['{"enterprise":{"name":"a","area":"b","name":"c"}}', 'name'],
    ['{"items":[{"unit":"kg"},{"unit":"kg","spec":"\\"unit\\":","unit":"piece"}]}', 'unit'],
    ['{"__proto__":{},"__proto__":{}}', '__proto__'],
  ])('in JSON: %s', async (text, name) => {
    expect(await refused(text)).toEqual([400, 'duplicate-field']);
    const told = (await (await post('materials', text, json)).json()) as Problem;
    expect(told.detail).toContain(`“${name}”出现了两次`);
  });

  test('in a form, text or file', async () => {
    expect(await refused('note=a&note=b', urlencoded)).toEqual([400, 'duplicate-field']);
    expect(await refused('_act=&_act=x', urlencoded)).toEqual([400, 'duplicate-field']);
    const form = new FormData();
    form.append('note', 'a');
    form.append('note', new File(['b'], 'b.txt'));
    expect(await refused(form, null)).toEqual([400, 'duplicate-field']);
  });

  test('the same name in two lines is not twice', async () => {
    const body = materials({ items: [{ unit: 'kg' }, { unit: 'kg' }] });
    expect((await refused(JSON.stringify(body)))[1]).toBe('refused');
  });
});

describe('fields that no form has', () => {
  const pointersOf = async (response: Response) => {
    expect(response.status).toBe(422);
    return ((await response.json()) as Problem).errors?.map(one => one.pointer);
  };

  test.each(['unknown', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__'])(
    '%s, as JSON and as a form, on top and in a line',
    async name => {
      const tree = JSON.stringify(materials()).replace('{', `{${JSON.stringify(name)}:{"polluted":"1"},`);
      expect(await pointersOf(await post('materials', tree, json))).toEqual([`/${name}`]);
      const posted = new URLSearchParams([...pairsOf(materials()), [`${name}.polluted`, '1']]);
      expect(await pointersOf(await post('materials', posted.toString(), urlencoded))).toEqual([`/${name}`]);
      const inLine = new URLSearchParams([...pairsOf(materials()), [`items.0.${name}`, '1']]);
      expect(await pointersOf(await post('materials', inLine.toString(), urlencoded))).toEqual([
        `/items/0/${name}`,
      ]);
      expect(({} as Tree).polluted).toBeUndefined();
      expect(Object.prototype).not.toHaveProperty('polluted');
    },
  );

  test('names of many dots, or of strange ones', async () => {
    const names = [
      'a.b.c.d.e.f',
      '.',
      '..',
      'items.',
      '.items',
      'enterprise..name',
      'items.-1.unit',
      'items.1e9.unit',
    ];
    for (const name of [...names, 'x'.repeat(5000), '名', 'a[b]', 'items[0]', 'items.999999.unit']) {
      const body = new URLSearchParams([...pairsOf(materials()), [name, '1']]).toString();
      const response = await post('materials', body, urlencoded);
      expect([name.slice(0, 30), response.status]).toEqual([name.slice(0, 30), 422]);
    }
  });

  test('a value where a group or list belongs, and a list where a value belongs', async () => {
    expect(await pointersOf(await send('materials', materials({ enterprise: 'x' })))).toContain(
      '/enterprise',
    );
    expect(await pointersOf(await send('materials', materials({ items: 'x' })))).toEqual(['/items']);
    expect(await pointersOf(await send('materials', materials({ items: { 0: {} } })))).toEqual(['/items']);
    expect(await pointersOf(await send('materials', materials({ note: ['x'] })))).toEqual(['/note']);
    const posted = await post('materials', 'enterprise=x&items=y&note.0=z', urlencoded);
    expect(await pointersOf(posted)).toEqual(expect.arrayContaining(['/enterprise', '/items', '/note']));
  });

  test('a multipart form with a file: the file is no field of ours', async () => {
    const form = new FormData();
    for (const [name, value] of pairsOf(materials())) form.set(name, value);
    form.set('attachment', new File(['%PDF'], '营业执照.pdf', { type: 'application/pdf' }));
    expect(await pointersOf(await post('materials', form, null))).toEqual(['/attachment']);
  });

  test('10,000 lines, as JSON and as a form, on the page too', async () => {
    const many = materials({
      items: Array.from({ length: 10_000 }, () => ({ item: 'alcohol', unit: 'kg' })),
    });
    expect(await pointersOf(await send('materials', many))).toEqual(['/items']);
    const posted = new URLSearchParams(pairsOf(many)).toString();
    expect(await pointersOf(await post('materials', posted, urlencoded))).toEqual(['/items']);
    const page = await submit('materials', many);
    const html = await page.text();
    expect([page.status, html.match(/data-line=/g)?.length]).toEqual([422, 50]);
  });

  test('NUL, control characters and halves of surrogate pairs', async () => {
    for (const note of ['a\u0000b', '\u001b[31m', 'a\ud800', '\udc00b', 'a\u2028b', '\uffff'])
      expect(await pointersOf(await send('materials', materials({ note })))).toEqual(['/note']);
    const escaped = JSON.stringify(materials({ note: 'X' })).replace('"X"', '"\\ud800\\u0000"');
    expect(await pointersOf(await post('materials', escaped, json))).toEqual(['/note']);
    const posted = await post('materials', 'note=%00&consent=on', urlencoded);
    expect(await pointersOf(posted)).toContain('/note');
    const page = await submit('materials', [['enterprise.name', 'a\u0000b']]);
    expect(await page.text()).not.toContain('\u0000');
  });

  test.each(['2020-02-30', '2019-02-29', '2020-13-01', '0000-00-00', '2020-00-10', '明天', '-1'])(
    'an impossible date: %s',
    async neededBy => {
      expect(await pointersOf(await send('materials', materials({ neededBy })))).toEqual(['/neededBy']);
    },
  );
});

describe('a wrong address or method', () => {
  test.each([
    'unknown',
    '__proto__',
    'constructor',
    'MATERIALS',
    '%E0%A4%A',
    '..%2Fmaterials',
    '%00',
    'a'.repeat(9000),
  ])('no form %s: 404', async form => {
    const response = await send(form, materials());
    expect([response.status, ((await response.json()) as Problem).type]).toEqual([
      404,
      '/problems/#unknown-form',
    ]);
  });

  const doors: [string, Handler, string, string][] = [
    ['/api/cases/materials', cases, 'POST', 'GET,HEAD,PUT,DELETE,PATCH,OPTIONS'],
    ['/api/track', track, 'POST', 'GET,HEAD,PUT,DELETE,PATCH,OPTIONS'],
    ['/forms/receipt/', receipt, 'GET, HEAD', 'POST,PUT,DELETE,PATCH,OPTIONS'],
  ];
  test.each(doors)('%s allows nothing but its own: 405 with Allow', async (path, handler, allow, others) => {
    for (const method of others.split(',')) {
      const response = await handler(new Request(`http://zone.example${path}`, { method }));
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow]);
      expect(await response.json()).toMatchObject({ type: '/problems/#method-not-allowed' });
    }
  });

  test('a browser gets a page in its language, a program gets problem+json', async () => {
    const page = await post('unknown', sound, json, { headers: { accept: 'text/html' }, lang: 'en' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('There is no such form');
    expect(html).toContain('href="/en/hotlines/"');
  });
});
