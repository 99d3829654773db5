/** Interface languages. zh-Hans is the source; a new language is added here and the type checker lists every sentence that lacks it. */
export const langs = ['zh-Hans', 'en'] as const;
export type Lang = (typeof langs)[number];

/** One sentence or label in every interface language. */
export type Words = { readonly [L in Lang]: string };

/** Words in order of `langs`: Chinese, English. */
export const w = (zh: string, en: string): Words => ({ 'zh-Hans': zh, en });

/** The sentence in one language, `{name}` replaced by values. An unknown name stays visible, so that a test sees it. */
export const say = (words: Words, lang: Lang, values: Record<string, string | number> = {}): string =>
  words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** The path prefix of a language: '' for Chinese, '/en' for English. */
export const prefix = (lang: Lang): string => (lang === 'zh-Hans' ? '' : `/${lang}`);

/** The first interface language an Accept-Language header asks for; Chinese when it names none of ours. */
export const preferred = (header: string | null): Lang => {
  for (const part of (header ?? '').split(',')) {
    const code = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (code.startsWith('zh')) return 'zh-Hans';
    if (code.startsWith('en')) return 'en';
  }
  return 'zh-Hans';
};
