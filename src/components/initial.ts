/** The first character, in the order of pinyin, of each initial in which a syllable can begin. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';
const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The initial of the pinyin of a text's first character; '' for figures and Latin letters. */
export const initialOf = (text: string): string => {
  const [first = ''] = text;
  if (!/\p{Script=Han}/u.test(first)) return '';
  const at = [...firsts].findLastIndex(one => order.compare(one, first) <= 0);
  return letters[Math.max(0, at)] ?? '';
};

/** Texts in the order of pinyin. */
export const byPinyin = (a: string, b: string): number => order.compare(a, b);
