import type { z } from 'zod';
import { hotlineWords } from '#src/i18n/site.ts';
import { say } from '#src/i18n/words.ts';
import { firstDay } from '#src/rules/validity.ts';
import type { Entry } from '#src/search/entry.ts';
import { type channel, type hotline, hotlineGroups } from '#src/shelves/hotline.ts';
import type { topics } from '#src/shelves/policy.ts';
import { everywhere, placesOf, regionCode } from './region.ts';

type Hotline = z.infer<typeof hotline>;
type Channel = z.infer<typeof channel>;

const topicTable: Readonly<Record<keyof typeof hotlineGroups, readonly (keyof typeof topics)[]>> = {
  unsure: [],
  health: ['prevention'],
  labour: ['employment', 'social_insurance'],
  fund: ['social_insurance'],
  tax: ['tax'],
  loan: ['finance'],
  transport: ['transport'],
  trade: ['trade'],
  utilities: ['utilities'],
  law: [],
  psychology: [],
  complaint: [],
  other: [],
};

/** The topics of policies that a group of numbers belongs to. */
export const topicsOf = (group: keyof typeof hotlineGroups): readonly (keyof typeof topics)[] =>
  topicTable[group];

/** A number of the directory. Its id is the number itself, or whoever runs it where no number was published. */
export const hotlineEntries = (data: Hotline): readonly Entry[] => {
  if (data.confidence === 'low') return [];
  return [
    {
      kind: 'hotline',
      id: data.numbers[0] ?? data.operator,
      page: '/hotlines/',
      anchor: data.id,
      title: data.name,
      headings: [say(hotlineGroups[data.group], 'zh-Hans')],
      text: `${data.answers.join('、')}。${data.operator}。`,
      facts: [...data.numbers, ...(data.region === everywhere ? [] : [data.region])],
      filters: {
        topic: topicsOf(data.group),
        region: [regionCode(data.region)],
        place: placesOf(data.region),
      },
      from: data.since,
      to: null,
      published: data.since,
    },
  ];
};

/** A place on the net where things are done; it stands on the page of the numbers. Its id is its name: it has no number. */
export const channelEntries = (data: Channel): readonly Entry[] => {
  const since = data.since && firstDay(data.since);
  return [
    {
      kind: 'hotline',
      id: data.name,
      page: '/hotlines/',
      anchor: data.id,
      title: data.name,
      headings: [say(hotlineWords.channels, 'zh-Hans')],
      text: `${data.answers}。`,
      facts: [],
      filters: { topic: [], region: [everywhere] },
      from: since,
      to: null,
      published: since,
    },
  ];
};
