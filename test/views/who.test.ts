import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf, forms } from '#src/forms/index.ts';
import { whoWords } from '#src/i18n/who.ts';
import { type Lang, langs, w } from '#src/i18n/words.ts';
import { addDays, instant } from '#src/rules/day.ts';
import { decide } from '#src/rules/decide.ts';
import { formView } from '#src/views/form.ts';
import { timeInWords } from '#src/views/time.ts';
import { type Chosen, tell } from '#src/views/told.ts';
import { toldOf } from '#src/views/who.ts';
import { type Handling, handlingOf, rulesOf } from '#src/zone/handler.ts';
import { readZone } from '#src/zone/zone.ts';
import { tables } from '../forms/sent.ts';
import { tagsOf } from './markup.ts';

const zone = readZone(join(import.meta.dirname, '../..'));
const day = '2020-03-20';
const nobody: Chosen = { key: null, area: null, line: null };

const formFor = (id: string) => formOf(id) ?? expect.fail(`no form ${id}`);
const told = (id: string, on = day, lang: Lang = 'zh-Hans') =>
  toldOf(formFor(id), { ...handlingOf(zone, id, on, on), asOf: on }, lang);
/** What is said of one choice at ten in the morning of the day. */
const said = (id: string, some: Partial<Chosen>, on = day, lang: Lang = 'zh-Hans') =>
  tell(told(id, on, lang), whoWords, [{ ...nobody, ...some }], instant(on, '10:00'), on);

const page = (id: string, lang: Lang = 'zh-Hans', handler: Handling = handlingOf(zone, id, day, day)) =>
  tagsOf(
    formView({
      form: formFor(id),
      lang,
      tables,
      typed: {},
      problems: [],
      fillPhone: '0000-0000002',
      notice: '',
      handler,
    }),
  );

describe('tell', () => {
  it('says who, why and by when where one department takes all', () => {
    expect(said('materials', {})).toEqual([
      '由物资保障组办理：防疫物资需求由物资保障组统一登记、协调。',
      '3个工作日内答复，复杂的5个工作日，从收到的第二天算起。',
      '现在提交，2020年3月25日 17:00前答复。',
    ]);
    expect(said('materials', {}, day, 'en')[0]).toMatch(/^Goes to Supplies Group: The Supplies Group/);
  });

  it('names nobody and no day while the topic is open', () => {
    expect(said('consultation', {})).toEqual([
      '按您填的情况转给对应部门。',
      '1个工作日内答复，从收到的第二天算起。',
    ]);
    expect(said('consultation', { key: 'tax' })[0]).toBe('由税务局办理：税费问题由税务局答复。');
  });

  it('names the office of the area once it is chosen, all of them before', () => {
    expect(said('daily-return', {})[0]).toContain(
      '您所在片区的办公室（东区街道办、西区街道办、孵化器管理办）',
    );
    expect(said('daily-return', { area: 'west' })[0]).toMatch(/^由西区街道办办理：/);
  });

  it('tells of the list of key enterprises without knowing who is on it', () => {
    expect(said('filing', { key: 'false', area: 'east', line: 'industry' })).toEqual([
      '由东区街道办办理：上年产值不到3亿元，由所在片区的办公室受理。',
      '在重点企业名单里的，由经发局办理。',
      '同时分送经发局、疫情防控组，只由一家答复您。',
      '低风险地区不得用审批、备案延缓开工（国办发明电〔2020〕6号）：报了就可以开工，不等批复。',
      '工作日16:00前收到的当天复核，以后收到的下一个工作日复核。',
      '现在提交，2020年3月20日 17:00前复核。',
    ]);
  });

  it('names who works beside it, where an answer is due', () => {
    const sentences = said('filing', { key: 'true', area: 'east', line: 'industry' }, '2020-03-03');
    expect(sentences).toContain('同时分送东区街道办、疫情防控组，只由一家答复您。');
    expect(sentences).toContain('2个工作日内答复，从收到的第二天算起。');
  });

  it('says each line of several needs by itself', () => {
    const lines = [
      { ...nobody, key: 'materials' },
      { ...nobody, key: 'labour' },
    ];
    const sentences = tell(told('several'), whoWords, lines, instant(day, '10:00'), day);
    expect(sentences.slice(0, 2)).toEqual([
      '第1项由物资保障组办理：防疫物资由物资保障组协调。',
      '第2项由人社局办理：用工由人社局对接。',
    ]);
  });

  it('says why a form is closed, and nothing else', () => {
    const open = told('filing');
    const modes = [
      {
        ...(open.modes[0] ?? expect.fail()),
        risk: null,
        mode: 'closed' as const,
        answer: null,
        reason: '不用再报',
      },
    ];
    expect(tell({ ...open, modes }, whoWords, [nobody], null, day)).toEqual(['不用再报。']);
  });

  it('names the department and the day that the server decides on, whatever is chosen', () => {
    const rules = rulesOf(zone);
    const keys: Record<string, string[]> = {
      filing: ['true', 'false'],
      consultation: ['loan', 'law', 'other'],
      lodging: ['quarantine', 'dormitory'],
      utilities: ['power', 'defer-payment'],
    };
    const chosen = fc.constantFrom(...Object.keys(keys)).chain(form =>
      fc.record({
        form: fc.constant(form),
        key: fc.constantFrom(...(keys[form] ?? [])),
        area: fc.constantFrom(...zone.areas.map(area => area.code)),
        line: fc.constantFrom(...zone.lines.map(line => line.code)),
      }),
    );
    const days = fc.integer({ min: 0, max: 340 }).map(n => addDays('2020-01-20', n));
    fc.assert(
      fc.property(chosen, days, fc.integer({ min: 0, max: 1439 }), ({ form, ...one }, on, minutes) => {
        const at = new Date(instant(on).getTime() + minutes * 60_000);
        const decision = decide(rules, { form, ...one, creditCode: '' }, on, at);
        const sentences = tell(told(form, on), whoWords, [one], at, on).join('');
        const name = zone.departments.find(({ code }) => code === decision.handler)?.name['zh-Hans'];
        expect(sentences).toContain(`由${name}办理：${decision.reason['zh-Hans']}。`);
        expect(sentences).toContain(timeInWords(decision.due.toISOString(), 'zh-Hans'));
      }),
    );
  });
});

describe('whoView', () => {
  it.each(forms.flatMap(form => langs.map((lang): [string, Lang] => [form.id, lang])))(
    '%s in %s says who gets it without a script, and holds the rows for one',
    (id, lang) => {
      const tags = page(id, lang);
      const box = tags.find(tag => 'data-who' in tag.attributes) ?? expect.fail('nobody gets it');
      expect(JSON.parse(box.attributes['data-who'] ?? '')).toEqual(
        JSON.parse(JSON.stringify(toldOf(formFor(id), handlingOf(zone, id, day, day), lang))),
      );
      const words = tags.filter(tag => tag.parents.includes(box)).map(tag => tag.text);
      expect(words.join('')).not.toMatch(/\{\w+\}|undefined|null/);
      expect(words[0]).not.toBe('');
      if (lang === 'en') expect(words.join('')).not.toMatch(/\p{Script=Han}/u);
    },
  );

  const cases = (id: string, lang: Lang = 'zh-Hans') =>
    page(id, lang)
      .filter(tag => tag.name === 'li' && tag.parents.some(up => up.attributes.class === 'who-list'))
      .map(tag => tag.text);

  it('lists who deals with what where the answer depends on what is chosen', () => {
    expect(cases('consultation')).toContain('财政金融局：贷款；房租');
    expect(cases('consultation')).toContain('政务服务中心：其他');
    expect(cases('filing')[0]).toBe('经发局：在重点企业名单里的；上年产值达到3亿元吗：是');
    expect(cases('filing')[2]).toContain('您所在片区的办公室（东区街道办');
    expect(cases('lodging')).toEqual([
      '疫情防控组：集中隔离医学观察',
      '您所在片区的办公室（东区街道办、西区街道办、孵化器管理办）：其他情况',
    ]);
    expect(cases('consultation', 'en')).toContain('Tax Bureau: Taxes and fees');
  });

  it('lists nothing where one department takes all', () => {
    expect(cases('materials')).toEqual([]);
    expect(cases('daily-return')).toEqual([]);
  });
});

describe('the mode of the day', () => {
  const titleOn = (on: string) => page('filing', 'zh-Hans', handlingOf(zone, 'filing', on, on))[0]?.text;

  it('names the form: it is applied for before the risk was low, and filed from then on', () => {
    expect(titleOn('2020-03-03')).toBe('复工申请');
    expect(titleOn('2020-03-04')).toBe('复工信息报送');
  });

  it('closes it: the page says why and whom to call, and asks nothing', () => {
    const open = handlingOf(zone, 'filing', day, day);
    const mode = {
      ...open.mode,
      mode: 'closed' as const,
      answer: null,
      reason: w('<i>不用再报', 'No longer'),
    };
    const tags = page('filing', 'zh-Hans', { ...open, mode });
    expect(tags.filter(tag => ['form', 'input', 'i'].includes(tag.name))).toEqual([]);
    expect(tags.map(tag => tag.text)).toContain('<i>不用再报。');
    const phones = tags.flatMap(tag => tag.attributes.href ?? []);
    expect(phones).toEqual(expect.arrayContaining(['tel:0000-0000002', 'tel:0000-0000011']));
  });
});
