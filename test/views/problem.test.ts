import { expect, it } from 'vitest';
import { problems } from '#src/i18n/problems.ts';
import { langs } from '#src/i18n/words.ts';
import { problemView } from '#src/views/problem.ts';
import { tagsOf } from './markup.ts';

it.each(langs)('a refusal says what happened, what to do, and the way on, in %s', lang => {
  for (const { title, detail } of Object.values(problems)) {
    const tags = tagsOf(problemView({ title: title[lang], detail: detail[lang] }, lang));
    expect(tags.slice(0, 2).map(tag => tag.text)).toEqual([title[lang], detail[lang]]);
    const ways = tags.filter(tag => tag.name === 'a').map(tag => tag.attributes.href);
    expect(ways).toEqual(lang === 'en' ? ['/en/', '/en/hotlines/'] : ['/', '/hotlines/']);
  }
});

it('a refusal escapes what it is given', () => {
  const bad = '"><script>alert(1)</script>';
  const tags = tagsOf(problemView({ title: bad, detail: bad }, 'en'));
  expect(tags.some(tag => tag.name === 'script')).toBe(false);
  expect(tags.slice(0, 2).map(tag => tag.text)).toEqual([bad, bad]);
});
