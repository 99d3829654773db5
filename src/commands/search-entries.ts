import { readContent } from '#src/commands/content.ts';
import { documents } from '#src/documents/index.ts';
import type { Part } from '#src/documents/template.ts';
import type { AnyForm, Fields, Tables } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import type { Answered } from '#src/search/build.ts';
import { documentEntries } from '#src/search/entries/document.ts';
import { type Errand, errandEntries } from '#src/search/entries/errand.ts';
import { faqEntries } from '#src/search/entries/faq.ts';
import { guideEntries } from '#src/search/entries/guide.ts';
import { channelEntries, hotlineEntries } from '#src/search/entries/hotline.ts';
import { noticeEntries } from '#src/search/entries/notice.ts';
import { policyEntries } from '#src/search/entries/policy.ts';
import { practiceEntries } from '#src/search/entries/practice.ts';
import { supplierEntries } from '#src/search/entries/supplier.ts';
import type { Entry } from '#src/search/entry.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

type Content = ReturnType<typeof readContent>;
type Choice = { readonly name: Errand['title'] };

/** What can be chosen in a form says what it is for: its topics, its items. Blocks about the sender say nothing of that. */
const choicesOf = (fields: Fields, tables: Tables): readonly Choice[] =>
  Object.values(fields).flatMap(field => {
    if (field.kind === 'lines') return choicesOf(field.fields, tables);
    if (field.kind !== 'choice' || !field.required) return [];
    return typeof field.options === 'function' ? field.options(tables) : field.options;
  });

const errandOf = (form: AnyForm, tables: Tables): Errand => ({
  id: form.id,
  page: `/forms/${form.id}/`,
  title: form.title,
  lead: form.lead,
  // A choice of one character is a unit: 只, 箱.
  covers: choicesOf(form.fields, tables)
    .map(choice => choice.name)
    .filter(name => name['zh-Hans'].length > 1),
});

const formEntries = (root: string): readonly Entry[] => {
  const ids = forms.map(form => form.id);
  const tables = tablesOf(readZone(root, ids));
  return forms.flatMap(form => errandEntries(errandOf(form, tables)));
};

/** What a table of a document asks. */
const askedIn = (part: Part): readonly string[] => (part.kind === 'table' ? part.head : []);

const sheetEntries = (): readonly Entry[] =>
  documents.flatMap(({ id, title, parts }) =>
    documentEntries({ id, page: `/documents/${id}/`, title, covers: parts.flatMap(askedIn) }),
  );

/** Every passage of the site that can answer a question, by page. Content with mistakes is left out: check it first. */
export const siteEntries = (root: string, all: Content = readContent(root)): readonly Entry[] => [
  ...all.policies.entries.flatMap(policyEntries),
  ...all.faq.entries.flatMap(faqEntries),
  ...all.guides.entries.flatMap(guideEntries),
  ...all.hotlines.entries.flatMap(({ data }) => hotlineEntries(data)),
  ...all.channels.entries.flatMap(({ data }) => channelEntries(data)),
  ...formEntries(root),
  ...all.notices.entries.flatMap(noticeEntries),
  ...all.practices.entries.flatMap(practiceEntries),
  ...all.suppliers.entries.flatMap(({ data }) => supplierEntries(data)),
  ...sheetEntries(),
];

const nameOf = (slug: string): string => slug.split('/').at(-1) ?? slug;

/**
 * Questions and the facts that answer them, for the thesaurus and for ranking: a common question is answered by itself and by
 * the policies under its answer.
 */
export const answeredPairs = (root: string, all: Content = readContent(root)): readonly Answered[] =>
  all.faq.entries.map(({ slug, data }) => ({
    question: data.question,
    ids: [slug, ...data.policies.map(nameOf)],
  }));
