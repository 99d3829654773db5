import type { FaqCase, FaqEntry, FaqResult, Marked } from '#src/cases/faq.ts';
import type { FaqLink, FaqRow } from '#src/cases/faq-store.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { secretWords, faqWords as words } from '#src/i18n/desk-faq.ts';
import { say } from '#src/i18n/words.ts';
import type { Looked } from '#src/views/desk/cite.ts';
import { shortTime } from '#src/views/desk/clock.ts';
import {
  earlierView,
  type FaqPage,
  faqDoneView,
  faqFields,
  faqView,
  notNowView,
  publishedView,
  type Stretch,
} from '#src/views/desk/faq.ts';
import { deskProblems, noticeView, type Typed } from '#src/views/desk/fields.ts';
import { html, nothing, type View } from '#src/views/html.ts';
import { problemsIn } from './deed.ts';
import { caseNumber } from './files.ts';
import { deskHeaders, deskPage, deskWay } from './frame.ts';
import { ruleIn } from './outcome.ts';
import { enterpriseOf, namesOf } from './rows.ts';
import { notFound, within } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

/** What publishing needs of the program. */
export type FaqWork = {
  readonly front: Front;
  readonly signed: SignedIn;
  readonly store: Pick<CaseStore, 'caseByNumber' | 'parts'>;
  readonly now: Date;
  readonly look: (number: string) => Promise<FaqCase | null>;
  readonly publish: (number: string, head: number, entry: FaqEntry) => Promise<FaqResult>;
  readonly withdraw: (number: string, head: number) => Promise<FaqResult>;
  /** The content file of an entry. */ readonly file: (row: FaqRow) => string;
};

/** What a page sent: which button, what was typed and ticked. */
type Asked = {
  readonly act: string;
  readonly head: number;
  readonly values: Typed['values'];
  readonly links: readonly FaqLink[];
};

/** A text cut where the marked places begin and end. */
const stretches = ({ text, secrets }: Marked): readonly Stretch[] => {
  const cuts = [0, ...secrets.flatMap(({ from, to }) => [from, to]), text.length];
  return cuts
    .slice(1)
    .map((to, at) => ({ text: text.slice(cuts[at], to), mark: at % 2 === 1 }))
    .filter(one => one.text !== '');
};

/** Every replaced text once, with how often it stood there. */
const replacedIn = (texts: readonly Marked[], lang: Ask['lang']): readonly string[] => {
  const counts = new Map<string, { readonly kind: keyof typeof secretWords; readonly n: number }>();
  for (const { text, secrets } of texts)
    for (const { kind, from, to } of secrets) {
      const hit = text.slice(from, to);
      counts.set(hit, { kind, n: (counts.get(hit)?.n ?? 0) + 1 });
    }
  return [...counts].map(([text, { kind, n }]) =>
    say(words.replaced, lang, { kind: secretWords[kind][lang], text, n }),
  );
};

/** The first question in what was asked, or its first sentence: to start from, a person makes a question of it. */
const titleOf = (text: string): string => {
  const sentences = (text.match(/[^。！!？?\n]+[。！!？?]?/g) ?? []).map(one => one.trim());
  const title = sentences.find(one => /[？?]$/.test(one)) ?? sentences[0] ?? '';
  return [...title].slice(0, faqFields.question.max).join('');
};

/** The policies and guides that an answer names, to be listed under it. */
const namedIn = async (front: Front, text: string): Promise<readonly FaqLink[]> => {
  const paths = [...new Set(text.match(/\/(?:policies\/[a-z]+|guides)\/[a-z0-9-]+\//g) ?? [])];
  const links = await Promise.all(
    paths.slice(0, 12).map(async path => ({ path, title: await front.titleOf(path) })),
  );
  return links.filter(({ title }) => title !== '');
};

const suggested = async (
  front: Front,
  { asked, answered }: FaqCase,
): Promise<Pick<Asked, 'values' | 'links'>> => ({
  values: { question: titleOf(asked.without), answer: answered.without, category: '' },
  links: await namedIn(front, answered.without),
});

/** Ticked pages: `path title`, each path once. */
const linksIn = (value: unknown): readonly FaqLink[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 50) : [];
  const links = list.flatMap(one => {
    const [path = '', ...title] = typeof one === 'string' ? one.slice(0, 400).split(' ') : [];
    return path === '' ? [] : [[path, { path, title: title.join(' ') || path }] as const];
  });
  return [...new Map(links).values()];
};

const askedIn = async (ask: Ask, signed: SignedIn): Promise<Asked | Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const { fields, controls } = post;
  const typed = (name: string, most: number) => textIn(fields, name, most);
  return {
    act: controls.get('_act') ?? 'publish',
    head: Number(controls.get('_head')),
    values: {
      question: typed('question', 1000),
      answer: typed('answer', 20_000),
      category: typed('category', 40),
      find: typed('find', 100),
    },
    links: linksIn(fields.links),
  };
};

type Told = { readonly status: number; readonly view: View; readonly problems: Typed['problems'] };
const untold: Told = { status: 200, view: nothing, problems: {} };

/** Why it was not published, with what to do. */
const refusedIn = (result: FaqResult, lang: Ask['lang']): Told => {
  switch (result.tag) {
    case 'held': {
      const entries = (['question', 'answer'] as const).filter(name => result.held[name].length > 0);
      const said = (name: (typeof entries)[number]) =>
        say(words.heldIn, lang, {
          field: faqFields[name].label[lang],
          kinds: result.held[name].map(kind => secretWords[kind][lang]).join(deskWords.between[lang]),
        });
      const problems = Object.fromEntries(entries.map(name => [name, said(name)]));
      return { status: 422, view: deskProblems('faq', problems, lang), problems };
    }
    case 'stale':
      return { ...untold, status: 409, view: noticeView(words.refusedTitle[lang], words.stale[lang]) };
    case 'forbidden':
      return {
        ...untold,
        status: 422,
        view: noticeView(words.refusedTitle[lang], ruleIn(result.rule, lang)),
      };
    default:
      return { ...untold, status: 404, view: noticeView(deskWords.unknownTitle[lang]) };
  }
};

/** Whether the same was done by the same person a moment ago: a button was pressed twice. */
const isDone = async ({ look, signed, now }: FaqWork, number: string, asked: Asked): Promise<boolean> => {
  const [newest] = (await look(number))?.entries ?? [];
  const isFresh = (at: string): boolean => now.getTime() - Date.parse(at) < 60_000;
  if (!newest) return false;
  if (asked.act === 'withdraw')
    return newest.withdrawnBy === signed.staff.login && isFresh(newest.withdrawnAt);
  const isMine = newest.state === 'published' && newest.publishedBy === signed.staff.login;
  return isMine && isFresh(newest.publishedAt) && newest.answer === String(asked.values.answer ?? '').trim();
};

/** Does what a page asked; where it worked, the way on. */
const carriedOut = async (
  ask: Ask,
  work: FaqWork,
  number: string,
  asked: Asked,
): Promise<Told | Response> => {
  const { act, head, values, links } = asked;
  if (act === 'find' || act === 'preview') return untold;
  const problems = act === 'withdraw' ? {} : problemsIn(Object.values(faqFields), values, ask.lang);
  if (Object.keys(problems).length > 0)
    return { status: 422, view: deskProblems('faq', problems, ask.lang), problems };
  const { question, answer, category } = values as Record<'question' | 'answer' | 'category', string>;
  const result =
    act === 'withdraw'
      ? await work.withdraw(number, head)
      : await work.publish(number, head, { question, answer, category, links });
  const done = act === 'withdraw' ? 'withdraw' : 'publish';
  if (result.tag === 'done' || (await isDone(work, number, asked)))
    return deskWay(ask, `/desk/cases/${number}/faq/?done=${done}#done`);
  return refusedIn(result, ask.lang);
};

const entryOf = ({ question, answer, links }: FaqRow) => ({
  question,
  answer,
  links: JSON.parse(links) as readonly FaqLink[],
});

type Shown = {
  readonly told: Told;
  readonly asked: Asked | null;
  readonly looked: Looked;
};

/** The page of a case that can be published, was published, or cannot be. */
const pageOf = async (ask: Ask, work: FaqWork, found: FaqCase, shown: Shown): Promise<View> => {
  const { lang } = ask;
  const { front, signed, now } = work;
  const { row, entries, rule } = found;
  const { told, asked, looked } = shown;
  const name = `${enterpriseOf(row, lang)} ${front.showNumber(row.number)}`;
  const names = await namesOf(
    front,
    entries.flatMap(one => [one.publishedBy, one.withdrawnBy]),
  );
  const who = (login: string) => names.get(login) ?? login;
  const base = { lang, csrf: signed.csrf, number: row.number, head: row.head, name, told: told.view };
  const earlier = earlierView(
    lang,
    entries
      .filter(one => one.state === 'withdrawn')
      .map(one => {
        const at = shortTime(one.withdrawnAt, now, lang);
        return say(words.withdrawnText, lang, { slug: one.slug, at, who: who(one.withdrawnBy) });
      }),
  );
  const out = entries.find(one => one.state === 'published');
  if (out) {
    const at = shortTime(out.publishedAt, now, lang);
    const said = say(words.publishedText, lang, { at, who: who(out.publishedBy), slug: out.slug });
    return html`${publishedView({ ...base, slug: out.slug, said, entry: entryOf(out) })}${earlier}`;
  }
  if (rule) return html`${told.view}${notNowView(base, ruleIn(rule, lang))}${earlier}`;
  const { values, links } = asked ?? (await suggested(front, found));
  const page: FaqPage = {
    ...base,
    typed: { values, problems: told.problems },
    links,
    looked,
    preview: asked?.act === 'preview',
    asked: stretches(found.asked),
    answered: stretches(found.answered),
    replaced: replacedIn([found.asked, found.answered], lang),
  };
  return html`${faqView(page)}${earlier}`;
};

/** The file of an entry of the case, saved by the browser. */
const fileAnswer = (ask: Ask, { signed, file }: FaqWork, { entries }: FaqCase): Response => {
  const slug = ask.url.searchParams.get('file');
  const row = entries.find(one => one.slug === slug && one.state === 'published');
  if (!row) return notFound(ask, signed);
  const headers = {
    ...deskHeaders,
    'content-type': 'text/markdown; charset=utf-8',
    'content-disposition': `attachment; filename="${row.slug}.md"`,
  };
  return new Response(file(row), { headers });
};

const doneIn = ({ url, lang }: Ask): Told => {
  const done = url.searchParams.get('done');
  return done === 'publish' || done === 'withdraw' ? { ...untold, view: faqDoneView(lang, done) } : untold;
};

/** Publishing a case's answer: suggested, looked over, previewed, published, downloaded, taken down. Whose case it is not sees nothing. */
export const faqWork = async (ask: Ask, work: FaqWork): Promise<Response> => {
  const { front, signed, store } = work;
  const at = await within(store, front, signed, caseNumber(ask), 'publish-answer');
  if (!at) return notFound(ask, signed);
  const { number } = at.row;
  const asked = ask.request.method === 'POST' ? await askedIn(ask, signed) : null;
  if (asked instanceof Response) return asked;
  const told = asked ? await carriedOut(ask, work, number, asked) : doneIn(ask);
  if (told instanceof Response) return told;
  const found = await work.look(number);
  if (!found) return notFound(ask, signed);
  if (ask.url.searchParams.has('file')) return fileAnswer(ask, work, found);
  const find = asked?.act === 'find' ? String(asked.values.find ?? '') : '';
  const looked = find === '' ? undefined : await front.find(find);
  const view = await pageOf(ask, work, found, { told, asked, looked });
  return deskPage(ask, told.status, words.title[ask.lang], view, signed);
};
