import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { langs, preferred, prefix, say, type Words, w } from '#src/i18n/words.ts';

const rooms = ['src/i18n/*.ts', 'src/forms/*.ts', 'src/rules/*.ts'];
const home = join(import.meta.dirname, '../..');

const isWords = (value: object): value is Words => langs.every(lang => lang in value);

/** Every sentence in what a module exports, with the way to it. */
const sentences = (value: unknown, at: string): [string, Words][] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isWords(value)) return [[at, value]];
  return Object.entries(value).flatMap(([name, inner]) => sentences(inner, `${at}.${name}`));
};

const modules = await Promise.all(
  globSync(rooms, { cwd: home }).map(async file => [file, await import(join(home, file))] as const),
);
const all = modules.flatMap(([file, exports]) => sentences({ ...exports }, file.replaceAll('\\', '/')));
const has = (script: RegExp, text: string) => script.test(text.replace(/\{\w+\}/g, ''));
const places = (text: string): string[] => [...(text.match(/\{\w+\}/g) ?? [])];

describe('the sentences', () => {
  it('are found', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('have the same places for values in every language', () => {
    const uneven = all.filter(([, { 'zh-Hans': zh, en }]) => {
      // English may leave out what it has no room for, never ask for more.
      const given = places(zh);
      return places(en).some(place => !given.includes(place));
    });
    expect(uneven).toEqual([]);
  });

  it('are there in every language, or in none', () => {
    // The first part of a door's name, which only Chinese leaves out where room is scarce.
    const isPart = (at: string) => /\.doors\.\d\.lead$/.test(at);
    const isBlank = (text: string) => text.trim() === '';
    const half = all.filter(([, words]) => isBlank(words['zh-Hans']) !== isBlank(words.en));
    expect(half.filter(([at]) => !isPart(at))).toEqual([]);
  });

  it('are Chinese in Chinese and English in English', () => {
    const swapped = (at: string) => at.endsWith('.otherLanguage');
    // The number of a standard is the same in every language: GB 19083, YY/T 0969.
    const isStandard = (text: string) => /^(GB|YY)(\/T)? \d+$/.test(text);
    const han = /\p{Script=Han}/u;
    const wrong = all.filter(([at, words]) => {
      if (swapped(at) || isStandard(words.en) || !has(/\p{L}/u, words['zh-Hans'] + words.en)) return false;
      return has(han, words.en) || (!has(han, words['zh-Hans']) && has(/\p{L}/u, words['zh-Hans']));
    });
    expect(wrong).toEqual([]);
  });

  it('do without exclamation marks', () => {
    expect(all.filter(([, words]) => /[!！]/.test(words['zh-Hans'] + words.en))).toEqual([]);
  });
});

describe('say', () => {
  it('puts values in, once, and leaves an unknown place visible', () => {
    const words = w('{a}和{b}和{a}', '{a} and {b} and {a}');
    expect(say(words, 'zh-Hans', { a: '{b}', b: 0 })).toBe('{b}和0和{b}');
    expect(say(words, 'en', { a: 1 })).toBe('1 and {b} and 1');
    expect(say(words, 'en')).toBe('{a} and {b} and {a}');
  });

  it('takes a value as it is, whatever it holds', () => {
    expect(say(w('{a}', '{a}'), 'en', { a: '$& $1 <b>' })).toBe('$& $1 <b>');
  });
});

describe('preferred', () => {
  it.each([
    [null, 'zh-Hans'],
    ['', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'],
    ['en-US,en;q=0.9', 'en'],
    ['EN', 'en'],
    ['fr, en;q=0.5, zh;q=0.4', 'en'],
    ['ja,ko', 'zh-Hans'],
    [';;,,*', 'zh-Hans'],
  ])('%j is %s', (header, lang) => {
    expect(preferred(header)).toBe(lang);
  });
});

describe('prefix', () => {
  it('is nothing for the source language', () => {
    expect(langs.map(prefix)).toEqual(['', '/en']);
  });
});
