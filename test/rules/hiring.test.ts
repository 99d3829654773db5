import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restriction } from '#src/rules/hiring.ts';

describe('restriction', () => {
  it.each([
    ['男', 'sex'],
    ['限男性', 'sex'],
    ['男5名，女3名', 'sex'],
    ['女工20人', 'sex'],
    ['普工（女）', 'sex'],
    ['女文员', 'sex'],
    ['男士优先', 'sex'],
    ['性别：男', 'sex'],
    ['已婚已育优先', 'sex'],
    ['女装店导购，女', 'sex'],
    ['男 女 各 十 名', 'sex'],
    ['18-45岁', 'age'],
    ['１８—４５周岁', 'age'],
    ['16至50周岁', 'age'],
    ['35岁以下', 'age'],
    ['三十五岁以下', 'age'],
    ['50岁以内身体健康', 'age'],
    ['年龄45以下', 'age'],
    ['90后优先', 'age'],
    ['年轻、能吃苦', 'age'],
    ['60岁以上勿扰', 'age'],
    ['籍贯不是湖北', 'origin'],
    ['本市户籍', 'origin'],
    ['本地人优先', 'origin'],
    ['限本地', 'origin'],
    ['只招本省人', 'origin'],
    ['湖北人勿扰', 'origin'],
    ['湖北籍除外', 'origin'],
    ['武汉来的不要', 'origin'],
    ['不招外地', 'origin'],
    ['不要河南人', 'origin'],
    ['四川人', 'origin'],
  ])('%s restricts by %s', (text, by) => {
    expect(restriction(text)?.by).toBe(by);
  });

  it.each([
    '',
    '男装裁剪工',
    '女鞋针车工',
    '男女装设计师',
    '妇女儿童用品销售',
    '男士护肤品导购',
    '女士内衣质检员',
    '女性用品包装工',
    '少女装打版',
    '男女不限',
    '性别不限，年龄不限，户籍不限',
    '不限男女',
    '子女入学有补贴',
    '男科护士',
    '男宿舍管理员',
    '年满18周岁',
    '16周岁以上',
    '照护3-6岁儿童',
    '0至3岁婴幼儿托育师',
    '80岁以上老人的护理员',
    '年轻化的品牌推广',
    '户籍管理系统开发',
    '协助解决户口',
    '常驻湖北，出差武汉',
    '河南人民医院项目电工',
    '山东人寿保险代理',
    '湖南人才市场专员',
    '古籍修复',
    '不歧视湖北籍劳动者',
    '三班倒，会开叉车，有焊工证，两年经验',
    '月薪5000元，工作满3年有年假',
    '18个工位，45度坡口焊接',
  ])('%j restricts nobody', text => {
    expect(restriction(text)).toBeNull();
  });

  it('gives the words back, so that the message can name them', () => {
    expect(restriction('普工，18-45岁，包住')).toEqual({ by: 'age', words: '18-45岁' });
    expect(restriction('会车床，本地人优先')?.words).toContain('本地人');
    expect(restriction('叉车工，限男性')?.words).toContain('男性');
  });

  it('finds a restriction whatever harmless work stands around it', () => {
    const harmless = fc.constantFrom(
      '男装打版，',
      '女鞋，',
      '年满18周岁，',
      '男女不限，',
      '3岁幼儿园教师，',
      '出差湖北，',
    );
    const restricting = fc.constantFrom('限女性', '40岁以下', '湖北人勿扰', '本地户口');
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 3 }), restricting, harmless, (before, found, after) => {
        expect(restriction(`${before.join('')}${found}，${after}`)).not.toBeNull();
      }),
    );
  });

  it('takes no long time over a long text', () => {
    for (const part of ['男', '岁', '十', '湖北', '户籍', '不歧视', '1-']) {
      const start = performance.now();
      restriction(part.repeat(2000));
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
