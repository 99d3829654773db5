import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { faq } from '#src/shelves/faq.ts';
import { zoneFigures } from '#src/shelves/figures.ts';
import { guide, guideSource } from '#src/shelves/guide.ts';
import { channel, hotline } from '#src/shelves/hotline.ts';
import { notice } from '#src/shelves/notice.ts';
import { policy } from '#src/shelves/policy.ts';
import { practice } from '#src/shelves/practice.ts';
import { processStep } from '#src/shelves/process.ts';
import { supplier } from '#src/shelves/supplier.ts';
import { translation } from '#src/shelves/translation.ts';

const entries = (folder: string, pattern: string) => glob({ base: `./content/${folder}`, pattern });

/** One collection a shelf of `content/`; each schema, with its words, is a file of `src/shelves/`. */
export const collections = {
  policies: defineCollection({ loader: entries('policies', '*/*.mdx'), schema: policy }),
  guides: defineCollection({ loader: entries('guides', '*.mdx'), schema: guide }),
  guideSources: defineCollection({ loader: file('./content/guides/sources.yaml'), schema: guideSource }),
  guidesInEnglish: defineCollection({ loader: file('./content/guides/en.yaml'), schema: translation }),
  process: defineCollection({ loader: file('./content/guides/process.yaml'), schema: processStep }),
  hotlines: defineCollection({ loader: file('./content/hotlines/directory.yaml'), schema: hotline }),
  channels: defineCollection({ loader: file('./content/hotlines/channels.yaml'), schema: channel }),
  faq: defineCollection({ loader: entries('faq', '*.md'), schema: faq }),
  notices: defineCollection({ loader: entries('notices', '*.md'), schema: notice }),
  practices: defineCollection({ loader: entries('practices', '*.mdx'), schema: practice }),
  figures: defineCollection({ loader: entries('figures', '*.yaml'), schema: zoneFigures }),
  suppliers: defineCollection({ loader: file('./content/suppliers/directory.yaml'), schema: supplier }),
};
