import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, rounds, toText, unpack } from '#src/components/forms/draft-file.ts';
import type { Draft, Entries } from '#src/components/forms/draft-model.ts';

const phrase = '一二三四五六七八';
const draft = (entries: Entries = [['enterprise.name', '湖畔厂']]): Draft => ({
  form: 'materials',
  title: '登记防疫物资需求',
  name: '湖畔厂',
  entries,
  salt: 'ab'.repeat(20),
});
const few = 10;
const fieldOf = (file: string, change: Record<string, unknown>): string =>
  JSON.stringify({ ...(JSON.parse(file) as object), ...change });

describe('A draft in a file', () => {
  test('comes back whole, lines too, whatever was typed', async () => {
    const text = fc.string({
      unit: fc.constantFrom('口', '罩', '😀', '\n', '"', '\\', '\u0000', 'a', ' ', '\ud800'),
    });
    const entries = fc.array(fc.tuple(fc.constantFrom('note', 'items.0.item', 'items.49.spec'), text));
    await fc.assert(
      fc.asyncProperty(entries, async list => {
        const opened = await unpack(await pack(draft(list), phrase, few), phrase);
        expect(opened).toEqual({ tag: 'opened', draft: draft(list) });
      }),
      { numRuns: 200 },
    );
  });

  test('takes 600,000 rounds of the phrase', async () => {
    const file = await pack(draft(), phrase);
    expect(rounds).toBe(600_000);
    expect(JSON.parse(file)).toMatchObject({ v: 1, form: 'materials', iterations: 600_000 });
    expect(await unpack(file, phrase)).toMatchObject({ tag: 'opened' });
  });

  test('shows nothing of what was typed', async () => {
    const file = await pack(draft([['contact.phone', '13800138000']]), phrase, few);
    for (const text of [file, toText(file), atob(JSON.parse(file).data as string)])
      expect(text).not.toMatch(/13800138000|contact/);
  });

  test('comes as text too, for places that take no file, with blanks and line ends that chats put in', async () => {
    const text = toText(await pack(draft(), phrase, few));
    expect(text).toMatch(/^[A-Za-z0-9+/=]+$/);
    const broken = `  ${text.slice(0, 60)}\r\n${text.slice(60, 90)} ${text.slice(90)}\n`;
    expect(await unpack(broken, phrase)).toMatchObject({ tag: 'opened' });
  });

  test('does not open with another phrase', async () => {
    expect(await unpack(await pack(draft(), phrase, few), `${phrase}。`)).toEqual({ tag: 'wrongPhrase' });
  });

  test('opens with the same phrase typed on another keyboard', async () => {
    const file = await pack(draft(), 'ｃａｆé１２３４', few);
    expect(await unpack(file, 'café1234')).toMatchObject({ tag: 'opened' });
  });

  test.each([{ form: 'consultation' }, { iterations: few + 1 }, { v: 0 }])(
    'does not open where %j was changed',
    async change => {
      const file = await pack(draft(), phrase, few);
      expect(await unpack(fieldOf(file, change), phrase)).toEqual({ tag: 'wrongPhrase' });
    },
  );

  test('of a newer version asks for a newer page', async () => {
    const file = await pack(draft(), phrase, few);
    expect(await unpack(fieldOf(file, { v: 2 }), phrase)).toEqual({ tag: 'newerFile' });
  });

  test.each(['', '{', '{}', '[]', 'null', '不是', 'aGVsbG8=', '{"v":1,"form":"other"}'])(
    '%j is no file of ours',
    async text => {
      expect(await unpack(text, phrase)).toEqual({ tag: 'wrongFile' });
    },
  );

  test('that asks for a day of rounds is refused at once', async () => {
    const file = await pack(draft(), phrase, few);
    expect(await unpack(fieldOf(file, { iterations: 1e12 }), phrase)).toEqual({ tag: 'wrongFile' });
  });
});
