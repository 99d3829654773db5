import { type Lang, langs } from '#src/i18n/words.ts';

/** Paths of a page that exists in every interface language: Chinese has no prefix. */
export const everyLanguage = () =>
  langs.map(lang => ({
    params: { lang: lang === 'zh-Hans' ? undefined : lang },
    props: { lang } satisfies { lang: Lang },
  }));
