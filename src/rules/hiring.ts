import { provinces } from '#src/rules/provinces.ts';
import { fold } from '#src/rules/text.ts';

/** What a text for the public restricts whom an employer hires by, and the words that do so. */
export type Restriction = { readonly by: 'sex' | 'age' | 'origin'; readonly words: string };

type Rule = {
  readonly by: Restriction['by'];
  /** What has the same characters and restricts nobody: products, customers, work, "any sex". Taken out first. */
  readonly harmless: readonly RegExp[];
  readonly restricts: RegExp;
};

const places = ['武汉', '疫区', '外地', '外省', ...provinces.map(({ name }) => name['zh-Hans'])].join('|');
const numeral = '(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)';
const goods =
  '[装鞋裤裙袜包帽靴款式衣厕浴]|[士性]?(?:服装|服饰|用品|内衣|内裤|衬衫|西装|正装|护肤|健康|时尚|饰品|香水|美容|箱包)|士(?:皮|手|运动)?[装鞋裤袜包表帽]|科|宿舍|更衣|卫生间';

const rules: readonly Rule[] = [
  {
    by: 'sex',
    harmless: [
      /男女(?:性别)?(?:皆|均|都)?(?:不限|皆可|均可|都可|可以|不分|老少|平等|装|鞋|同工同酬)|不限男女|不分男女/g,
      /性别(?:均|都)?不限|不限(?:制)?性别/g,
      /妇女(?:儿童|用品|保健|卫生|病|之家|权益|联合会)|妇女、?儿童|儿女|子女|少女[装服鞋]/g,
      new RegExp(`[男女](?:${goods})`, 'g'),
    ],
    restricts: /.{0,2}[男女]性?.{0,2}|性别|小姐姐|小哥哥|先生优先|[已未]婚[已未]?育?|[已未]育|婚育/,
  },
  {
    by: 'age',
    harmless: [
      /年龄(?:均|都)?不限|不限(?:制)?年龄/g,
      // The Labour Law's own lower bounds: 16 for all work, 18 for what minors may not do.
      /(?:年?满)?(?:16|18|十六|十八)周?岁(?:以上|及以上)?(?![-~至到—])/g,
      // Customers and their goods: children, and the old.
      /(?<!\d)(?:\d|1[0-5])(?:[-~至到—](?:\d|1[0-5]))?周?岁(?:以[上下内])?(?=.{0,4}(?:儿|孩|童|宝|学|托|园|用品))/g,
      /(?:[6-9]\d|六十|七十|八十)周?岁(?:及?以上)?(?:的)?(?:老|长者)/g,
      /年轻(?:化|时尚|品牌|团队|客户|客群|消费|顾客)|岁月|万岁/g,
    ],
    restricts: new RegExp(
      `(?:${numeral}[-~至到—])?${numeral}周?岁(?:以[上下内])?|年龄.{0,6}|[6-9]0后|00后|年轻|青壮年|中青年`,
    ),
  },
  {
    by: 'origin',
    harmless: [
      /(?:户籍|籍贯|户口|地域)(?:均|都)?不限|不限(?:制)?(?:户籍|籍贯|户口|地域)/g,
      /户[籍口](?:管理|办理|业务|窗口|系统|民警|迁移|咨询)|(?:解决|办理|落)户口/g,
      /不(?:歧视|拒绝|排斥)(?:来自)?[\p{Script=Han}]{2,4}(?:籍|人员|员工|劳动者)?/gu,
    ],
    restricts: new RegExp(
      [
        '籍贯.{0,4}|户籍.{0,4}|户口.{0,4}|本地人|本省人|本市人|外地人|外省人',
        '(?:限|只要|只招|仅限|优先)本[地市省县区]|本[地市省县区](?:优先|户)',
        `(?:不要|不招|不收|拒绝|谢绝|除|非)(?:${places})`,
        `(?:${places})(?:籍|户|人(?![民才寿力事社保和气造工])|来的|地区)?.{0,2}(?:除外|勿扰|不要|不招|免谈|优先|谢绝|慎投)`,
        `(?:${places})(?:籍|人(?![民才寿力事社保和气造工]))`,
      ].join('|'),
    ),
  },
];

/**
 * Whether a vacancy's text restricts by sex, age or origin, with the words that do; null where it does not. A vacancy may not
 * discriminate (就业促进法第26条, 就业服务与就业管理规定第20条). Goods, customers and legal lower ages are no restriction.
 */
export const restriction = (text: string): Restriction | null => {
  const typed = fold(text).replace(/\s+/g, '');
  for (const { by, harmless, restricts } of rules) {
    const left = harmless.reduce((some, pattern) => some.replace(pattern, '，'), typed);
    const words = restricts.exec(left)?.[0].replace(/^[，。；、,;]+|[，。；、,;]+$/g, '');
    if (words) return { by, words };
  }
  return null;
};
