import { randomBytes } from 'node:crypto';
import { carry, type Plan } from '#src/cases/act.ts';
import type { Doer } from '#src/cases/deed.ts';
import { byLeadOrSuperior, type Facts, first, inState, refuse, textIn } from '#src/cases/facts.ts';
import type { FaqLink, FaqRow } from '#src/cases/faq-store.ts';
import type { Office } from '#src/cases/office.ts';
import { factsOf } from '#src/cases/perform.ts';
import { openAnswers } from '#src/cases/review.ts';
import { caseKey, isErased, openText } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { faqCategories, standInWords } from '#src/i18n/faq.ts';
import { withPaths } from '#src/rules/answer-blocks.ts';
import { dayOf } from '#src/rules/day.ts';
import {
  heldOf,
  type Known,
  type Secret,
  type SecretKind,
  secretsIn,
  withStandIns,
} from '#src/rules/redact.ts';

/** The longest question and answer of an entry, in characters, and the most pages under it. */
const faqLimits = { question: 100, answer: 4000, links: 12 } as const;

/** What an officer makes of a case's answer for everybody to read. */
export type FaqEntry = {
  readonly question: string;
  readonly answer: string;
  readonly category: string;
  readonly links: readonly FaqLink[];
};

/** A text of the case and the places in it that say who asked. */
export type Marked = { readonly text: string; readonly secrets: readonly Secret[]; readonly without: string };

/** A case on its way to the common questions. */
export type FaqCase = {
  readonly row: CaseRow;
  readonly asked: Marked;
  readonly answered: Marked;
  /** Why it cannot be published now; null where it can. */ readonly rule: Rule | null;
  /** What was published of it, newest first. */ readonly entries: readonly FaqRow[];
};

export type FaqResult =
  | { readonly tag: 'done'; readonly slug: string }
  | { readonly tag: 'unknown' }
  | { readonly tag: 'stale' }
  | { readonly tag: 'forbidden'; readonly rule: Rule }
  /** The question or the answer still says who asked. */
  | { readonly tag: 'held'; readonly held: Readonly<Record<'question' | 'answer', readonly SecretKind[]>> };

const inChinese = Object.fromEntries(
  Object.entries(standInWords).map(([kind, words]) => [kind, words['zh-Hans']]),
) as Record<SecretKind, string>;

const markedIn = (text: string, known: Known): Marked => {
  const secrets = secretsIn(text, known);
  return { text, secrets, without: withStandIns(text, secrets, inChinese) };
};

const knownOf = ({ enterprise, contact }: Answers, open: readonly string[]): Known => ({
  enterprise: enterprise.name,
  creditCode: enterprise.creditCode,
  names: [contact.name],
  phones: [contact.phone],
  open,
});

/** What was asked in the sender's own words: the form's first free text. */
const askedIn = (form: AnyForm, answers: Answers): string => {
  const [name] =
    Object.entries(form.fields).find(([, field]) => field.kind === 'text' && !field.personal) ?? [];
  return name === undefined ? '' : String(answers[name] ?? '');
};

/** Everything the case was answered with, oldest first. */
const answerOf = ({ office, row, events }: Facts): string => {
  const key = caseKey(office.keys, row);
  return events
    .filter(event => event.kind === 'answered')
    .map(event => openText(key, event))
    .join('\n');
};

const formOf = ({ office, row }: Facts): AnyForm | undefined =>
  office.forms.find(one => one.id === row.form && one.subject === 'question');

/** Whether a case's answer may be made public: it was a question, it was answered, and nobody complained of somebody. */
const mayPublish = (facts: Facts): Rule | null =>
  first(
    refuse(isErased(facts.row), 'erased'),
    inState(facts, 'answered', 'closed'),
    byLeadOrSuperior(facts),
    refuse(!formOf(facts) || facts.row.complaint === 1, 'faq-question'),
    refuse(!facts.events.some(event => event.kind === 'answered'), 'faq-answer'),
  );

const isOut = (rows: readonly FaqRow[]): FaqRow | undefined => rows.find(one => one.state === 'published');

/** A letter's greeting says nothing to others: 王经理您好。 */
const ungreeted = (marked: Marked): Marked => ({
  ...marked,
  without: marked.without.replace(/^[^\n。！]{0,20}您好[，。！：:,!]?\s*/, ''),
});

const nothingMarked: Marked = { text: '', secrets: [], without: '' };

/**
 * A case as it could be published, with what says who asked already taken out; null where there is no such number. Who may see it is
 * asked before. `open`: telephone numbers that are public; `origin`: the site's, by which answers name its pages.
 */
export const faqCase = async (
  office: Office,
  number: string,
  doer: Doer,
  { open, origin }: { readonly open: readonly string[]; readonly origin: string },
): Promise<FaqCase | null> => {
  const row = await office.store.caseByNumber(number);
  if (!row) return null;
  const [facts, entries] = await Promise.all([factsOf(office, row, doer), office.store.faqOfCase(row.id)]);
  const form = formOf(facts);
  const rule = mayPublish(facts);
  if (!form || rule) return { row, asked: nothingMarked, answered: nothingMarked, rule, entries };
  const answers = openAnswers(office, form, row);
  const known = knownOf(answers, open);
  return {
    row,
    asked: markedIn(askedIn(form, answers), known),
    answered: ungreeted(markedIn(withPaths(answerOf(facts), origin), known)),
    rule: isOut(entries) ? 'faq-out' : null,
    entries,
  };
};

/** The entry as it is kept, or the rule that it breaks. */
const readEntry = ({ question, answer, category, links }: FaqEntry): FaqEntry | Rule => {
  const title = textIn(question.replace(/\s+/g, ' '), 'faq-title', faqLimits.question);
  const body = textIn(answer, 'text-missing', faqLimits.answer);
  if ('rule' in title) return title.rule;
  if ('rule' in body) return body.rule;
  if (!Object.hasOwn(faqCategories, category)) return 'faq-topic';
  const isSound = ({ path }: FaqLink) => /^\/(policies\/[a-z]+|guides)\/[a-z0-9-]+\/$/.test(path);
  if (links.length > faqLimits.links || !links.every(isSound)) return 'faq-links';
  return { question: title.text, answer: body.text, category, links };
};

/** `a20260320-5f1c9a02be`: a day and 40 random bits, nothing of the case. */
const newSlug = (at: Date): string => `a${dayOf(at).replaceAll('-', '')}-${randomBytes(5).toString('hex')}`;

const done = async (facts: Facts, plan: Plan & { readonly faq: FaqRow }): Promise<FaqResult> => {
  const { office, row, doer, at } = facts;
  const result = await carry(office, row, doer.login, at, plan);
  if (result.tag === 'done') return { tag: 'done', slug: plan.faq.slug };
  if (result.tag === 'impossible' || result.tag === 'upload-missing')
    return { tag: 'forbidden', rule: 'state' };
  return result;
};

/** The facts of a case at the head that a page showed, or why there are none. */
const factsAt = async (
  office: Office,
  number: string,
  head: number,
  doer: Doer,
): Promise<Facts | { readonly tag: 'unknown' | 'stale' }> => {
  const row = await office.store.caseByNumber(number);
  if (!row) return { tag: 'unknown' };
  return row.head === head ? factsOf(office, row, doer) : { tag: 'stale' };
};

/**
 * Makes a case's answer a common question in one event: what the event says and the entry are stored together, or not at all. A text
 * that still holds the enterprise, its contact, phone or credit code is refused. Who may do it by role is asked before.
 */
export const publishFaq = async (
  office: Office,
  number: string,
  head: number,
  typed: FaqEntry,
  doer: Doer,
): Promise<FaqResult> => {
  const facts = await factsAt(office, number, head, doer);
  if ('tag' in facts) return facts;
  const { row, at } = facts;
  const form = formOf(facts);
  const rule = mayPublish(facts);
  if (rule || !form) return { tag: 'forbidden', rule: rule ?? 'faq-question' };
  if (isOut(await office.store.faqOfCase(row.id))) return { tag: 'forbidden', rule: 'faq-out' };
  const entry = readEntry(typed);
  if (typeof entry === 'string') return { tag: 'forbidden', rule: entry };
  const known = knownOf(openAnswers(office, form, row), []);
  const held = { question: heldOf(entry.question, known), answer: heldOf(entry.answer, known) };
  if (held.question.length + held.answer.length > 0) return { tag: 'held', held };
  const faq: FaqRow = {
    ...entry,
    slug: newSlug(at),
    caseId: row.id,
    state: 'published',
    links: JSON.stringify(entry.links),
    department: row.handler,
    publishedAt: at.toISOString(),
    publishedBy: doer.login,
    withdrawnAt: '',
    withdrawnBy: '',
  };
  return done(facts, { kind: 'published', data: { slug: faq.slug }, faq });
};

/** Takes a case's common question down again, in one event; its text stays on record as what was once public. */
export const withdrawFaq = async (
  office: Office,
  number: string,
  head: number,
  doer: Doer,
): Promise<FaqResult> => {
  const facts = await factsAt(office, number, head, doer);
  if ('tag' in facts) return facts;
  const { row, at } = facts;
  const out = isOut(await office.store.faqOfCase(row.id));
  const rule = byLeadOrSuperior(facts) ?? (out ? null : 'faq-none');
  if (rule || !out) return { tag: 'forbidden', rule: rule ?? 'faq-none' };
  const faq: FaqRow = { ...out, state: 'withdrawn', withdrawnAt: at.toISOString(), withdrawnBy: doer.login };
  return done(facts, { kind: 'unpublished', data: { slug: out.slug }, faq });
};

/** Every entry there ever was, page by page. */
export async function* faqEntries(office: Office): AsyncGenerator<FaqRow> {
  for (let after: string | null = null; ; ) {
    const page = await office.store.faqPage({ after, limit: 200 });
    yield* page.rows;
    if (page.next === null) return;
    after = page.next;
  }
}
