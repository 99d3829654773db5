import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockOf,
  type Held,
  isOver,
  keep,
  linesIn,
  type Mine,
  nameOf,
  readDraft,
} from '#src/components/forms/draft-model.ts';

const day = 24 * 60 * 60 * 1000;

/** A page with a form: what is typed in it, the draft it belongs to, and which text of that draft it has seen. */
type Page = { text: string; mine: Mine | null; seen: string };
/** One thing that people do; `page` is one of three, the others are counted modulo what is there. */
type Step =
  | { readonly do: 'type' | 'save'; readonly page: number }
  | { readonly do: 'open'; readonly page: number; readonly which: number }
  | { readonly do: 'delete'; readonly which: number }
  | { readonly do: 'wait'; readonly days: number };

const which = fc.nat(20);
const page = fc.nat(2);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), page }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('save' as const), page }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), page, which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.nat(16) }) },
  ),
  { maxLength: 60 },
);

/** Plays a script on three pages over one store. Gives back every text that was saved and is neither there nor let go on purpose. */
const lost = (script: readonly Step[]): string[] => {
  const store = new Map<string, Held<string>>();
  const pages: Page[] = [0, 1, 2].map(() => ({ text: '', mine: null, seen: '' }));
  const saved = new Set<string>();
  const letGo = new Set<string>();
  let [now, count] = [0, 0];
  const at = (): { now: number; days: number; fresh: string } => ({ now, days: 14, fresh: `d${count++}` });
  const pick = (n: number): Held<string> | undefined => [...store.values()][n % Math.max(store.size, 1)];
  const save = (one: Page): void => {
    const there = one.mine ? store.get(one.mine.id) : undefined;
    const outcome = keep(there, one.mine, one.text, at());
    if (outcome.tag === 'gone') {
      one.mine = null;
      return;
    }
    // Whoever saw a text and saves another in its place has let it go; nobody else has.
    if (one.mine) letGo.add(one.seen);
    store.set(outcome.held.id, outcome.held);
    Object.assign(one, { mine: outcome.held, seen: one.text });
    saved.add(one.text);
    letGo.delete(one.text);
  };
  const play = (step: Step): void => {
    if (step.do === 'type') (pages[step.page] as Page).text = `t${count++}`;
    if (step.do === 'save') save(pages[step.page] as Page);
    if (step.do === 'wait') now += step.days * day;
    if (step.do === 'open') {
      const held = pick(step.which);
      if (held && !isOver(held, now))
        Object.assign(pages[step.page] as Page, { text: held.what, mine: held, seen: held.what });
    }
    if (step.do === 'delete') {
      const held = pick(step.which);
      if (held && store.delete(held.id)) letGo.add(held.what);
    }
    for (const held of store.values()) {
      if (!isOver(held, now)) continue;
      store.delete(held.id);
      letGo.add(held.what);
    }
  };
  for (const step of script) play(step);
  const there = new Set([...store.values()].map(held => held.what));
  return [...saved].filter(text => !there.has(text) && !letGo.has(text));
};

describe('Drafts', () => {
  test('any script of typing, saving, opening and deleting on three pages loses nothing that was saved', () => {
    fc.assert(
      fc.property(steps, script => {
        expect(lost(script)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('two pages that change one draft become two, and neither is written over', () => {
    const at = { now: 0, days: 14, fresh: 'first' };
    const one = keep(undefined, null, 'first text', at);
    if (one.tag === 'gone') throw new Error('not kept');
    const [left, right] = [one.held, one.held];
    const changed = keep(one.held, left, 'left', { ...at, fresh: 'unused' });
    if (changed.tag === 'gone') throw new Error('not kept');
    expect(changed.held).toMatchObject({ id: 'first', rev: 2, what: 'left' });
    expect(keep(changed.held, right, 'right', { ...at, fresh: 'second' })).toEqual({
      tag: 'copied',
      held: { id: 'second', rev: 1, until: 14 * day, what: 'right' },
    });
  });

  test('one that was sent or deleted elsewhere does not come back by itself', () => {
    const mine = { id: 'gone', rev: 3 };
    expect(keep(undefined, mine, 'typed on', { now: 0, days: 14, fresh: 'x' })).toEqual({ tag: 'gone' });
  });

  test('every save gives it another 14 days; then it is over', () => {
    const first = keep(undefined, null, '', { now: 0, days: 14, fresh: 'x' });
    if (first.tag === 'gone') throw new Error('not kept');
    const again = keep(first.held, first.held, '', { now: 3 * day, days: 14, fresh: 'y' });
    if (again.tag === 'gone') throw new Error('not kept');
    expect(again.held.until).toBe(17 * day);
    expect(isOver(again.held, 17 * day - 1)).toBe(false);
    expect(isOver(again.held, 17 * day)).toBe(true);
    expect(keep(again.held, again.held, '', { now: 17 * day, days: 14, fresh: 'z' })).toEqual({
      tag: 'gone',
    });
  });

  test('are named after the enterprise, or the time where none is typed yet', () => {
    expect(nameOf([['enterprise.name', ' 湖畔精密机械厂 ']], '14:03')).toBe('湖畔精密机械厂');
    expect(nameOf([['enterprise.name', '  ']], '14:03')).toBe('14:03');
    expect(nameOf([['enterprise.name', '长'.repeat(80)]], '')).toHaveLength(40);
  });
});

describe('What a draft holds', () => {
  test('says how many lines there are, empty ones too, and at least one', () => {
    expect(linesIn([], 'items')).toBe(1);
    expect(
      linesIn(
        [
          ['items.0.item', 'x'],
          ['items.11.note', ''],
          ['itemsx.40.a', ''],
        ],
        'items',
      ),
    ).toBe(12);
    expect(linesIn([['items.topics', 'on']], 'items')).toBe(1);
  });

  test('the enterprise and the contact, where filled in, go along to another form; nothing else does', () => {
    expect(
      blockOf([
        ['enterprise.name', '湖畔厂'],
        ['enterprise.creditCode', ''],
        ['contact.phone', '13800138000'],
        ['contacts.name', '别的'],
        ['note', '急'],
      ]),
    ).toEqual([
      ['enterprise.name', '湖畔厂'],
      ['contact.phone', '13800138000'],
    ]);
  });

  const sound = { form: 'other', title: '其他', name: '甲', entries: [['a', 'b']], salt: 'f'.repeat(40) };
  test('is read back as it was', () => {
    expect(readDraft(JSON.parse(JSON.stringify(sound)))).toEqual(sound);
  });
  test.each([
    null,
    'text',
    {},
    { ...sound, form: 7 },
    { ...sound, salt: 'short' },
    { ...sound, entries: [['a']] },
    { ...sound, entries: [['a', 1]] },
    { ...sound, entries: { a: 'b' } },
  ])('%j is no draft', value => {
    expect(readDraft(value)).toBeNull();
  });
});
