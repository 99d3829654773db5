import { describe, expect, it } from 'vitest';
import { langs } from '#src/i18n/words.ts';
import { nothing } from '#src/views/html.ts';
import { type TrackForm, type TrackPage, trackFormView, trackView } from '#src/views/track.ts';
import { type Tag, tagsOf } from './markup.ts';

const bad = '"><script>alert(1)</script>';
const input = (tags: readonly Tag[], name: string) =>
  tags.find(tag => tag.attributes.name === name)?.attributes ?? expect.fail(name);

describe('trackFormView', () => {
  const page: TrackForm = { lang: 'zh-Hans', number: '0200-3201-2345', problem: '', problems: {} };

  it.each(langs)('has a labelled field for number and password, in %s', lang => {
    const tags = tagsOf(trackFormView({ ...page, lang }));
    const ids = tags.flatMap(tag => tag.attributes.id ?? []);
    for (const name of ['number', 'pin']) {
      const { id, 'aria-describedby': about } = input(tags, name);
      const label = tags.find(tag => tag.name === 'label' && tag.attributes.for === id);
      expect(label?.text).toBeTruthy();
      expect(about?.split(' ').filter(one => !ids.includes(one))).toEqual([]);
      expect(input(tags, name)['aria-invalid']).toBeUndefined();
    }
    expect(tags.some(tag => tag.attributes.id === 'problems')).toBe(false);
  });

  it('gives the number back and never the password', () => {
    const tags = tagsOf(trackFormView({ ...page, number: bad, problem: bad, problems: { pin: bad } }));
    expect(input(tags, 'number')).toMatchObject({ value: bad });
    expect(input(tags, 'pin')).toMatchObject({ value: '', 'aria-invalid': 'true' });
    expect(tags.find(tag => tag.attributes.id === 't-pin-error')?.text).toBe(bad);
    expect(tags.find(tag => tag.attributes.id === 'problems')?.text).toBe(bad);
    expect(tags.some(tag => tag.name === 'script')).toBe(false);
  });
});

describe('trackView', () => {
  const page: TrackPage = {
    lang: 'zh-Hans',
    title: '登记防疫物资需求',
    number: '0200-3201-2345',
    state: '办理中（物资保障组负责）',
    handler: '物资保障组',
    due: '2020-03-25T09:00:00.000Z',
    overdue: false,
    open: true,
    urgent: false,
    again: '2020年3月25日 17:00前会有答复。',
    events: [
      { at: '2020-03-21T02:30:00.000Z', text: '物资保障组答复', body: '第一行\n第二行', own: false },
      { at: '2020-03-20T16:30:00.000Z', text: '已收到', body: '', own: false },
    ],
    sent: [{ label: '企业名称', value: '示范口罩厂' }],
    linked: [],
    problem: '',
    appointment: nothing,
    papers: nothing,
    liaison: nothing,
    acts: nothing,
  };

  it.each([
    ['zh-Hans', '2020年3月25日 17:00', ['2020年3月21日 10:30', '2020年3月21日 00:30']],
    ['en', '2020-03-25 17:00', ['2020-03-21 10:30', '2020-03-21 00:30']],
  ] as const)('tells times in Shanghai, in %s', (lang, due, times) => {
    const tags = tagsOf(trackView({ ...page, lang }));
    expect(tags.filter(tag => tag.name === 'time').map(tag => tag.text)).toEqual(times);
    expect(tags.filter(tag => tag.name === 'dd').map(tag => tag.text)).toContain(due);
  });

  it('shows an answer line by line, and no empty box', () => {
    const answers = tagsOf(trackView(page)).filter(tag => tag.parents.at(-1)?.attributes.class === 'answer');
    expect(answers.map(tag => tag.text)).toEqual(['第一行', '第二行']);
  });

  it.each([
    [true, true, 1, 0],
    [true, false, 0, 0],
    [false, false, 0, 1],
  ])('open %s, overdue %s', (open, overdue, reminders, hidden) => {
    const tags = tagsOf(trackView({ ...page, open, overdue }));
    expect(tags.filter(tag => tag.attributes.class === 'overdue')).toHaveLength(reminders);
    expect(tags.filter(tag => tag.name === 'div' && 'hidden' in tag.attributes)).toHaveLength(hidden);
  });

  it.each(langs)('escapes whatever it is given, in %s', lang => {
    const tags = tagsOf(
      trackView({
        ...page,
        lang,
        title: bad,
        number: bad,
        state: bad,
        handler: bad,
        again: bad,
        problem: bad,
        linked: [{ label: bad, pass: bad }],
        events: [{ at: '2020-03-20T16:30:00.000Z', text: bad, body: `${bad}\n${bad}`, own: true }],
        sent: [{ label: bad, value: bad }],
      }),
    );
    expect(tags.some(tag => tag.name === 'script')).toBe(false);
    expect(tags.filter(tag => tag.text === bad).length).toBeGreaterThanOrEqual(10);
  });
});
