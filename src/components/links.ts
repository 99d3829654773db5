import { getCollection } from 'astro:content';
import { forms } from '#src/forms/index.ts';
import { say } from '#src/i18n/words.ts';
import { passagesOf } from '#src/search/entries/markdown.ts';
import type { topics } from '#src/shelves/policy.ts';
import {
  addressesIn,
  citingIn,
  graphOf,
  type Link,
  type Naming,
  type Related,
  relatedTo,
} from './link-graph.ts';
import { once } from './once.ts';
import { policiesByName, policyPath, policyRows } from './policies.ts';

/**
 * What is related to what, computed once a build from all shelves and in both directions: a policy knows the passages of the guide that
 * rest on it and the questions that it answers, as these know the policy.
 */
const formFor: Readonly<Partial<Record<keyof typeof topics, string>>> = {
  employment: 'labour',
  finance: 'financing',
  materials: 'materials',
  transport: 'transport',
  utilities: 'utilities',
  trade: 'supply-chain',
};

const formPath = (id: string): string => `/forms/${id}/`;

const formLinks = (): readonly Link[] =>
  forms.map(form => ({ kind: 'forms', href: formPath(form.id), name: say(form.title, 'zh-Hans') }));

/** The address of a policy by one of its names; none where it is not shown. */
const policyPaths = async () => {
  const rows = await policiesByName();
  return (name: string): readonly string[] => [rows.get(name)?.path ?? []].flat();
};

const policyNamings = async (): Promise<readonly Naming[]> => {
  const pathOf = await policyPaths();
  return (await policyRows()).map(({ entry: { id, data, body = '' } }) => ({
    from: { kind: 'policies', href: policyPath(id), name: data.title },
    names: [
      ...addressesIn(body),
      ...[...data.ends.map(end => end.by), ...data.amends.map(one => one.id)].flatMap(pathOf),
      ...(data.supersededBy ? pathOf(data.supersededBy.id) : []),
      ...data.topics.map(topic => formPath(formFor[topic] ?? 'consultation')),
    ],
  }));
};

const guideNamings = async (): Promise<readonly Naming[]> => {
  const sources = new Map((await getCollection('guideSources')).map(({ data }) => [data.id, data.policy]));
  return (await getCollection('guides')).flatMap(({ id, data, body = '' }) => {
    const headings = new Map(passagesOf(body).map(({ id, heading }) => [id, heading]));
    return citingIn(body).map(({ id: passage, sources: cited }) => ({
      from: {
        kind: 'guides' as const,
        href: `/guides/${id}/#${passage}`,
        name: [data.title, headings.get(passage)].filter(part => part).join('：'),
      },
      names: cited.flatMap(name => sources.get(name) ?? []).map(policyPath),
    }));
  });
};

const otherNamings = async (): Promise<readonly Naming[]> => {
  const faq = await getCollection('faq', ({ data }) => data.confidence !== 'low');
  const pathsOf = await policyPaths();
  const hotlines = await getCollection('hotlines', ({ data }) => data.confidence !== 'low');
  return [
    ...faq.map(({ id, data, body = '' }) => ({
      from: { kind: 'faq' as const, href: `/faq/#${id}`, name: data.question },
      names: [...data.policies.flatMap(pathsOf), ...addressesIn(body)],
    })),
    ...(await getCollection('practices')).map(({ id, data, body = '' }) => ({
      from: { kind: 'practices' as const, href: `/practices/${id}/`, name: data.zone },
      names: addressesIn(body),
    })),
    ...hotlines.map(({ data }) => ({
      from: { kind: 'hotlines' as const, href: `/hotlines/#${data.id}`, name: data.name },
      names: [],
    })),
    ...formLinks().map(from => ({ from, names: [] })),
  ];
};

const graph = once(async () => {
  const namings = [await policyNamings(), await guideNamings(), await otherNamings()].flat();
  return graphOf(
    namings.map(({ from }) => from),
    namings,
  );
});

/** What is related to a page or a place of it: `/policies/national/x/`, `/hotlines/#12366`, `/faq/#faq-01`. */
export const linksOf = async (address: string): Promise<Related> => relatedTo(await graph(), address);
