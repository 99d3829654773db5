import { phone } from '#src/rules/phone.ts';
import { fold } from '#src/rules/text.ts';

/**
 * Finds in a text what says who somebody is, before the text is made public: numbers by their form (手机、固定电话、公民身份号码 GB 11643,
 * 统一社会信用代码 GB 32100, 车牌 GA 36, accounts, e-mail), names by being those of the case. It suggests; a person reads every word.
 */
export const secretKinds = [
  'enterprise',
  'contact',
  'phone',
  'id-number',
  'credit-code',
  'account',
  'plate',
  'email',
  'chat',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** What is known of whoever asked, as typed; '' where nothing. */
export type Known = {
  readonly enterprise: string;
  readonly creditCode: string;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  /** Telephone numbers that are public anyway: those of offices and hotlines. */ readonly open: readonly string[];
};

/** One place: `text.slice(from, to)` in UTF-16 units. */
export type Secret = { readonly kind: SecretKind; readonly from: number; readonly to: number };

const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const month = '(?:0[1-9]|1[0-2])';
const dayOfMonth = '(?:0[1-9]|[12]\\d|3[01])';

/** By their form, in folded text; the first of two that begin alike counts. */
const forms: readonly (readonly [SecretKind, RegExp])[] = [
  ['email', /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g],
  [
    'id-number',
    new RegExp(
      `(?<!\\d)[1-9]\\d{5}[ -]?(?:18|19|20)\\d{2}${month}${dayOfMonth}[ -]?\\d{3}[\\dXx](?![\\dA-Za-z])`,
      'g',
    ),
  ],
  ['id-number', new RegExp(`(?<!\\d)[1-9]\\d{7}${month}${dayOfMonth}\\d{3}(?!\\d)`, 'g')],
  [
    'credit-code',
    /(?<![\dA-Za-z])(?=[\dA-Za-z]{0,17}[A-Za-z])[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}(?![\dA-Za-z])/gi,
  ],
  // Before telephones: four groups and more are a card's, three may be a landline.
  ['account', /(?<!\d)\d{4}(?:[ -]\d{4}){3,4}(?:[ -]\d{1,4})?(?!\d)/g],
  ['phone', /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/g],
  [
    'phone',
    /(?<!\d)(?:\(0\d{2,3}\)|0\d{2,3})[ -]?\d{3,4}[ -]?\d{4}(?:(?:-|\s?转\s?|\s?分机\s?)\d{1,6})?(?!\d)/g,
  ],
  ['phone', /(?<=(?:电话|座机|联系方式|致电|拨打)[:是为 ]{0,3})[2-8]\d{2,3}[ -]?\d{4}(?!\d)/g],
  // The number that a case is known by (`src/cases/number.ts`) leads to it.
  ['account', /(?<!\d)\d{5}-\d{4}-\d{4}(?!\d)/g],
  ['account', /(?<!\d)\d{12,30}(?!\d)/g],
  [
    'plate',
    new RegExp(
      `[${provinces}][ ·•・.]?[A-HJ-Z][ ·•・.-]?(?=[A-HJ-NP-Z0-9]*\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂警学港澳](?![A-Z0-9])`,
      'gi',
    ),
  ],
  // 微信、QQ: by the word before it, since the name itself is like any other.
  ['chat', /(?:微信|wechat|weixin|v信|(?<![a-z])(?:vx|wx|qq))(?:号|群)?[ :是为]{0,3}[a-z0-9][\w-]{4,19}/gi],
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A text however it is spaced; Latin ones only as words of their own. */
const spaced = (text: string, between: string): RegExp => {
  const characters = [...fold(text).replace(/[\s·•-]/g, '')].map(escaped);
  const isLatin = /^[\dA-Za-z]+$/.test(characters.join(''));
  const [before, after] = isLatin ? ['(?<![\\dA-Za-z])', '(?![\\dA-Za-z])'] : ['', ''];
  return new RegExp(`${before}${characters.join(`${between}*`)}${after}`, 'gi');
};

const digitsOf = (text: string): string => fold(text).replace(/\D/g, '');

/** What is left of an enterprise's name without its legal form: 湖畔精密机械. '' where that is too short to be a name. */
const shortName = (enterprise: string): string => {
  const short = fold(enterprise)
    .replace(/\(.*?\)/g, '')
    .replace(/(?:股份|责任|有限|集团|公司|总公司|分公司|合作社|经营部|商行|厂)+$/, '');
  return [...short].length >= 4 ? short : '';
};

/** How people call somebody by the surname. */
const titles =
  '(?:总监|总|经理|先生|女士|小姐|老板|老师|师傅|主任|厂长|部长|科长|会计|出纳|董事长|董|校长|院长|店长|工)';

const surnames = (names: readonly string[]): readonly RegExp[] =>
  names.flatMap(name => {
    const [first = '', second = '', third = ''] = [...name.trim()];
    if (!/^\p{Script=Han}$/u.test(first)) return [];
    // Of a longer name the surname may have two characters: 欧阳.
    const surname = third === '' ? first : `${first}(?:${escaped(second)})?`;
    return [new RegExp(`${surname}${titles}`, 'g')];
  });

const names = (list: readonly string[]): readonly string[] =>
  list.map(name => name.trim()).filter(name => [...name].length > 1);

/** Numbers as people write them down: all digits, and of a landline also what is dialled in town. */
const dialled = (phones: readonly string[]): readonly string[] =>
  phones.flatMap(typed => {
    const national = phone(typed)?.national ?? '';
    const local = /^0\d{2,3}-(\d{7,8})$/.exec(national)?.[1] ?? '';
    return [digitsOf(national || typed), local].filter(digits => digits.length >= 7);
  });

const wantedOf = (known: Known): readonly (readonly [SecretKind, RegExp])[] => [
  ...names([known.enterprise, shortName(known.enterprise)]).map(
    name => ['enterprise', spaced(name, '\\s')] as const,
  ),
  ...names([known.creditCode]).map(code => ['credit-code', spaced(code, '[ -]')] as const),
  ...forms,
  ...dialled(known.phones).map(digits => ['phone', spaced(digits, '[ -]')] as const),
  ...names(known.names).map(name => ['contact', spaced(name, '[ ·]')] as const),
  ...surnames(known.names).map(form => ['contact', form] as const),
];

/** Every place that says who somebody is, in order, none over another: of two that meet, the one that is named first above. */
export const secretsIn = (text: string, known: Known): readonly Secret[] => {
  const folded = fold(text);
  const open = new Set(known.open.map(digitsOf));
  const found: Secret[] = [];
  for (const [kind, pattern] of wantedOf(known))
    for (const { 0: hit, index: from } of folded.matchAll(pattern)) {
      const to = from + hit.length;
      if (kind === 'phone' && open.has(digitsOf(hit))) continue;
      if (!found.some(one => from < one.to && one.from < to)) found.push({ kind, from, to });
    }
  return found.sort((a, b) => a.from - b.from);
};

/** The text with something else in every place. */
export const withStandIns = (
  text: string,
  secrets: readonly Secret[],
  standIn: Readonly<Record<SecretKind, string>>,
): string => {
  let [out, at] = ['', 0];
  for (const { kind, from, to } of secrets) {
    out += text.slice(at, from) + standIn[kind];
    at = to;
  }
  return out + text.slice(at);
};

/** Without blanks, dashes, invisible marks and width: so that no way of writing hides a name or a number. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isLatinName = (name: string): boolean => /^[\dA-Za-z\s.'-]+$/.test(name);

const holds = (text: string, name: string): boolean =>
  isLatinName(name) ? spaced(name, '[\\s.-]').test(fold(text)) : bare(text).includes(bare(name));

/** What of whoever asked still stands in a text, however it is written: such a text is not made public. */
export const heldOf = (text: string, known: Known): readonly SecretKind[] => {
  const found: readonly (readonly [SecretKind, boolean])[] = [
    ['enterprise', names([known.enterprise]).some(name => holds(text, name))],
    ['contact', names(known.names).some(name => holds(text, name))],
    ['phone', dialled(known.phones).some(digits => bare(text).includes(digits))],
    ['credit-code', known.creditCode !== '' && bare(text).includes(bare(known.creditCode))],
  ];
  return found.flatMap(([kind, isHeld]) => (isHeld ? [kind] : []));
};
