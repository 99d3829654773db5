import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  heldOf,
  type Known,
  type SecretKind,
  secretKinds,
  secretsIn,
  withStandIns,
} from '#src/rules/redact.ts';

const known: Known = {
  enterprise: '湖畔精密机械有限公司',
  creditCode: '91350100M000100Y43',
  names: ['王小明'],
  phones: ['0431-87019189'],
  open: ['0000-0000015', '0431-12345678'],
};
const standIn = Object.fromEntries(secretKinds.map(kind => [kind, `<${kind}>`])) as Record<
  SecretKind,
  string
>;
const redacted = (text: string, who: Known = known): string =>
  withStandIns(text, secretsIn(text, who), standIn);

describe('what says who somebody is', () => {
  test.each([
    // Telephone numbers, however they are typed.
    ['打13800138000找我', '打<phone>找我'],
    ['手机：138 0013 8000。', '手机：<phone>。'],
    ['１３８－００１３－８０００', '<phone>'],
    ['+86 138-0013-8000', '<phone>'],
    ['8613800138000', '<phone>'],
    ['办公室 0591-87654321 转 802', '办公室 <phone>'],
    ['（0591）8765 4321', '<phone>'],
    ['座机是87654321', '座机是<phone>'],
    ['0431 8701 9189', '<phone>'],
    ['直接拨87019189', '直接拨<phone>'],
    // Numbers of persons, enterprises and accounts.
    ['身份证110101199003074514', '身份证<id-number>'],
    ['11010119900307451X', '<id-number>'],
    ['110101 19900307 451x', '<id-number>'],
    ['旧证110101900307451', '旧证<id-number>'],
    ['代码91350100M000100Y43', '代码<credit-code>'],
    ['91350100m000100y43', '<credit-code>'],
    ['9135 0100 M000 100Y 43', '<credit-code>'],
    ['另一家92220101MA14UPXR0X', '另一家<credit-code>'],
    ['卡号6222 0212 3456 7890 123', '卡号<account>'],
    ['账号6222021234567890123', '账号<account>'],
    ['登记编号60322-1234-5678', '登记编号<account>'],
    // Vehicles and letters.
    ['吉A12345停在门口', '<plate>停在门口'],
    ['沪AD12345', '<plate>'],
    ['京·A12345', '<plate>'],
    ['京A·12345', '<plate>'],
    ['渝B1234挂', '<plate>'],
    ['写到wang.xm@example.com.cn', '写到<email>'],
    ['ｗａｎｇ＠example.com', '<email>'],
    // Names of the case.
    ['湖畔精密机械有限公司想问', '<enterprise>想问'],
    ['湖畔 精密机械 有限公司', '<enterprise>'],
    ['我们湖畔精密机械的社保', '我们<enterprise>的社保'],
    ['联系人王小明', '联系人<contact>'],
    ['王 小 明', '<contact>'],
    ['王小经理', '<contact>'],
    ['王总、王经理您好', '<contact>、<contact>您好'],
  ])('%s → %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  test.each([
    '打12345、12333或12366',
    '税务局0000-0000015，街道0431-12345678',
    '依据人社部发〔2020〕11号，2020年2月至6月',
    '2020-03-20前办，至2020-06-30止',
    '最高可以到上年度失业保险费的100%，共1,200,000元',
    '第53条第2款，GB 19083-2010',
    '见 /policies/national/nat-rsbf-2020-11/',
    '王府井的店、国王、明天',
    '云ABCDEF服务',
    '400-123-4567',
  ])('is not in: %s', text => {
    expect(redacted(text)).toBe(text);
  });

  test('short, foreign and empty names', () => {
    const who = { ...known, enterprise: 'ACME', names: ['Li', '李', ''] };
    expect(redacted('Acme and li asked for a policy', who)).toBe(
      '<enterprise> and <contact> asked for a policy',
    );
    expect(redacted('李子和李总', who)).toBe('李子和<contact>');
    expect(redacted('没有名字', { enterprise: '', creditCode: '', names: [], phones: [], open: [] })).toBe(
      '没有名字',
    );
  });

  const around = fc.string({ unit: fc.constantFrom(...'我们想问社保怎么办，。 \nx7-'), maxLength: 12 });
  const secret = fc.constantFrom(
    '13912345678',
    '湖畔精密机械有限公司',
    '王小明',
    '91350100M000100Y43',
    '0431-87019189',
    '吉A12345',
    'a@b.cn',
    '110101199003074514',
  );
  const texts = fc.array(fc.tuple(around, secret), { maxLength: 5 });

  test('property: places are in order, apart, and what lies between stays to the letter', () => {
    fc.assert(
      fc.property(texts, around, (parts, end) => {
        const text = parts.flat().join('') + end;
        const secrets = secretsIn(text, known);
        let [at, rest] = [0, ''];
        for (const { from, to } of secrets) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          rest += text.slice(at, from);
          at = to;
        }
        const blank = Object.fromEntries(secretKinds.map(kind => [kind, ''])) as Record<SecretKind, string>;
        expect(withStandIns(text, secrets, blank)).toBe(rest + text.slice(at));
      }),
    );
  });

  test('property: once replaced nothing is found again, and nothing of the case is held', () => {
    const quiet = Object.fromEntries(secretKinds.map(kind => [kind, '（略）'])) as Record<SecretKind, string>;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(secret, fc.constantFrom('，', '。', '\n', '问')), { maxLength: 6 }),
        parts => {
          const text = parts.flat().join('');
          const without = withStandIns(text, secretsIn(text, known), quiet);
          expect(secretsIn(without, known)).toEqual([]);
          expect(heldOf(without, known)).toEqual([]);
        },
      ),
    );
  });
});

describe('what may not be made public', () => {
  test.each([
    ['湖畔精密机械有限公司', ['enterprise']],
    ['湖畔-精密·机械 有限\n公司', ['enterprise']],
    ['王\u200b小明', ['contact']],
    ['王 小 明', ['contact']],
    ['0431（8701）9189', ['phone']],
    ['拨87019189', ['phone']],
    ['９１３５０１００Ｍ０００１００Ｙ４３', ['credit-code']],
    ['91350100m-000100y-43', ['credit-code']],
    ['王小明：湖畔精密机械有限公司', ['enterprise', 'contact']],
    ['精密机械公司、王经理、13912345678', []],
  ] as const)('%s holds %j', (text, kinds) => {
    expect(heldOf(text, known)).toEqual(kinds);
  });

  test('a Latin name is a word of its own', () => {
    const who = { ...known, names: ['Li Na'] };
    expect(heldOf('ask li  na', who)).toEqual(['contact']);
    expect(heldOf('the olina policy', who)).toEqual([]);
  });

  test('property: no way of spacing a name or a number hides it', () => {
    const between = fc.constantFrom('', ' ', '　', '-', '·', '\u200b', '\n', '（');
    const what = fc.constantFrom<readonly [string, SecretKind]>(
      ['湖畔精密机械有限公司', 'enterprise'],
      ['王小明', 'contact'],
      ['043187019189', 'phone'],
      ['91350100M000100Y43', 'credit-code'],
    );
    fc.assert(
      fc.property(what, fc.array(between, { minLength: 20, maxLength: 20 }), ([secret, kind], gaps) => {
        const text = [...secret].map((one, at) => one + (gaps[at] ?? '')).join('');
        expect(heldOf(`我们${text}想问`, known)).toContain(kind);
      }),
    );
  });
});
