import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { faq } from '#src/shelves/faq.ts';
import { guide, guideSource } from '#src/shelves/guide.ts';
import { channel, hotline } from '#src/shelves/hotline.ts';
import { notice } from '#src/shelves/notice.ts';
import { policy } from '#src/shelves/policy.ts';
import { practice } from '#src/shelves/practice.ts';
import { supplier } from '#src/shelves/supplier.ts';

const entries = (folder: string, pattern: string) => glob({ base: `./content/${folder}`, pattern });

/** One collection a shelf of `content/`; each schema, with its words, is a file of `src/shelves/`. */
export const collections = {
  policies: defineCollection({ loader: entries('policies', '*/*.mdx'), schema: policy }),
  guides: defineCollection({ loader: entries('guides', '*.mdx'), schema: guide }),
  guideSources: defineCollection({ loader: file('./content/guides/sources.yaml'), schema: guideSource }),
  hotlines: defineCollection({ loader: file('./content/hotlines/directory.yaml'), schema: hotline }),
  channels: defineCollection({ loader: file('./content/hotlines/channels.yaml'), schema: channel }),
  faq: defineCollection({ loader: entries('faq', '*.md'), schema: faq }),
  notices: defineCollection({ loader: entries('notices', '*.md'), schema: notice }),
  practices: defineCollection({ loader: entries('practices', '*.mdx'), schema: practice }),
  suppliers: defineCollection({ loader: file('./content/suppliers/directory.yaml'), schema: supplier }),
};
