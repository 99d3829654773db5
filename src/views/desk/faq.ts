import { citedWords, faqWords as words } from '#src/i18n/desk-faq.ts';
import { faqCategories, roomWords } from '#src/i18n/faq.ts';
import { pageWords } from '#src/i18n/site.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { type Block, blocksOf, type Part, roomOf } from '#src/rules/answer-blocks.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { Cited, FaqLink, Looked } from './cite.ts';
import { type DeskField, deskField, hidden, type Typed } from './fields.ts';

/** A text in stretches: `mark` where it says who asked. */
export type Stretch = { readonly text: string; readonly mark: boolean };

export type FaqPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly head: number;
  /** What the case is called: enterprise and number. */ readonly name: string;
  readonly told: View;
  readonly typed: Typed;
  readonly links: readonly FaqLink[];
  readonly looked: Looked;
  readonly preview: boolean;
  readonly asked: readonly Stretch[];
  readonly answered: readonly Stretch[];
  /** What was replaced, in words. */ readonly replaced: readonly string[];
};

/** What is filled in; one table for the page and for reading what it sends. */
export const faqFields = {
  question: {
    name: 'question',
    kind: 'text',
    label: words.question,
    required: true,
    max: 100,
    rows: 2,
    help: words.questionHelp,
  },
  category: {
    name: 'category',
    kind: 'choice',
    label: words.category,
    required: true,
    options: Object.entries(faqCategories) as readonly [string, Words][],
  },
  answer: {
    name: 'answer',
    kind: 'text',
    label: words.answer,
    required: true,
    max: 4000,
    rows: 12,
    help: words.answerHelp,
  },
} as const satisfies Readonly<Record<string, DeskField>>;

const partView = ({ text, to }: Part): View | string => {
  if (to === '') return text;
  const room = roomOf(to);
  return html`<a href="${to}">${room ? roomWords[room]['zh-Hans'] : text}</a>`;
};

const blockView = ({ list, lines }: Block): View =>
  list
    ? html`<ul>${lines.map(parts => html`<li>${parts.map(partView)}</li>`)}</ul>`
    : html`${lines.map(parts => html`<p>${parts.map(partView)}</p>`)}`;

export type Entry = {
  readonly question: string;
  readonly answer: string;
  readonly links: readonly FaqLink[];
};

/** An entry as the site will show it. */
const entryView = ({ question, answer, links }: Entry): View => {
  const below =
    links.length === 0
      ? nothing
      : html`<p class="hint">${pageWords.related['zh-Hans']}：${links.map(({ path, title }, at) => html`${at > 0 ? '、' : ''}<a href="${path}">${title}</a>`)}</p>`;
  return html`<article class="faq-entry" lang="zh-Hans"><h3>${question}</h3>${blocksOf(answer).map(blockView)}${below}</article>`;
};

const originalView = (title: string, text: readonly Stretch[]): View =>
  html`<section class="faq-original"><h2>${title}</h2><p>${text.map(({ text: words, mark }) => (mark ? html`<mark>${words}</mark>` : words))}</p></section>`;

const foundView = ({ replaced, lang }: FaqPage): View =>
  html`<section class="faq-found"><h2>${words.found[lang]}</h2>${
    replaced.length === 0
      ? html`<p>${words.foundNone[lang]}</p>`
      : html`<ul>${replaced.map(one => html`<li>${one}</li>`)}</ul>`
  }</section>`;

/** Links already chosen are ticked; what was found can be. A box carries its page and title. */
const box = ({ path, title }: FaqLink, at: number, ticked: boolean, note: View): View =>
  html`<label class="choice"><input type="checkbox" name="links.${at}" value="${path} ${title}"${flag('checked', ticked)}> <span>${title}${note}</span></label>`;

const hitView = ({ kind, path, title, passage }: Cited, at: number, lang: Lang): View => {
  const note = html`<span class="sub">${citedWords[kind][lang]} · ${passage}</span>`;
  return kind === 'policy' || kind === 'guide'
    ? box({ path, title }, at, false, note)
    : html`<p class="faq-hit"><b>${title}</b> <code>${path}</code>${note}</p>`;
};

const lookedView = ({ looked, links, lang }: FaqPage): View => {
  if (looked === undefined) return nothing;
  if (looked === null) return html`<p class="hint" role="status">${words.hitsUnbuilt[lang]}</p>`;
  const others = looked.filter(({ path }) => links.every(link => link.path !== path));
  if (others.length === 0) return html`<p class="hint" role="status">${words.hitsNone[lang]}</p>`;
  return html`<div class="choices faq-hits" role="group" aria-label="${words.hits[lang]}">${others.map((hit, at) => hitView(hit, links.length + at, lang))}</div><p class="hint">${words.tickHint[lang]}</p>`;
};

const linksView = (page: FaqPage): View => {
  const { links, typed, lang } = page;
  const chosen =
    links.length === 0
      ? html`<p class="hint">${words.linksNone[lang]}</p>`
      : html`<div class="choices">${links.map((link, at) => box(link, at, true, nothing))}</div>`;
  return html`<fieldset class="group" id="links"><legend>${words.links[lang]}</legend>${chosen}<div class="field"><label for="faq-find">${words.find[lang]}</label><p class="hint" id="faq-find-hint">${words.findHelp[lang]}</p><div class="with-unit"><input id="faq-find" name="find" value="${typeof typed.values.find === 'string' ? typed.values.find : ''}" maxlength="100" autocomplete="off" aria-describedby="faq-find-hint"><button class="button-quiet" type="submit" name="_act" value="find" formnovalidate formaction="${deskAt(lang, `cases/${page.number}/faq/`)}#links">${words.findDo[lang]}</button></div></div>${lookedView(page)}</fieldset>`;
};

const previewView = ({ preview, typed, links, lang }: FaqPage): View => {
  const { question, answer } = typed.values;
  if (!preview) return nothing;
  return html`<section class="faq-preview" id="preview" tabindex="-1" aria-labelledby="preview-title"><h2 id="preview-title">${words.previewTitle[lang]}</h2>${entryView({ question: String(question ?? ''), answer: String(answer ?? ''), links })}</section>`;
};

const headView = ({ lang, number, name }: Pick<FaqPage, 'lang' | 'number' | 'name'>): View =>
  html`<header class="case-head"><p><a href="${deskAt(lang, `cases/${number}/`)}">${words.back[lang]}</a></p><h1>${words.title[lang]}</h1><p class="case-line">${name}</p></header>`;

/** Question and answer beside each other: as they came on top, as they will be read below. */
export const faqView = (page: FaqPage): View => {
  const { lang, csrf, head, typed, told } = page;
  const field = (one: DeskField) => deskField(one, 'faq', typed, lang);
  return html`${headView(page)}${told}<p class="lead">${words.lead[lang]}</p><form class="faq-form" method="post" action="${deskAt(lang, `cases/${page.number}/faq/`)}">${hidden({ _csrf: csrf, _head: String(head) })}<div class="faq-columns"><div>${originalView(words.asked[lang], page.asked)}${field(faqFields.question)}${field(faqFields.category)}</div><div>${originalView(words.answered[lang], page.answered)}${field(faqFields.answer)}</div></div>${foundView(page)}${linksView(page)}${previewView(page)}<div class="button-row"><button class="button" type="submit" name="_act" value="publish">${words.publish[lang]}</button><button class="button-quiet" type="submit" name="_act" value="preview" formnovalidate formaction="${deskAt(lang, `cases/${page.number}/faq/`)}#preview">${words.preview[lang]}</button></div></form>`;
};

export type PublishedPage = Pick<FaqPage, 'lang' | 'csrf' | 'number' | 'head' | 'name' | 'told'> & {
  readonly slug: string;
  /** When and by whom, in words. */ readonly said: string;
  readonly entry: Entry;
};

/** What was published of the case: how it reads, its file, and the way to take it down. */
export const publishedView = (page: PublishedPage): View => {
  const { lang, csrf, head, number, slug, said, entry, told } = page;
  const file = deskAt(lang, `cases/${number}/faq/`, { file: slug });
  return html`${headView(page)}${told}<section class="faq-preview"><h2>${words.previewTitle[lang]}</h2><p>${said}</p>${entryView(entry)}</section><p class="button-row"><a class="button" href="${file}" download>${words.download[lang]}</a></p><p class="hint">${words.exportHint[lang]}</p><form method="post" class="faq-withdraw" action="${deskAt(lang, `cases/${number}/faq/`)}">${hidden({ _csrf: csrf, _head: String(head) })}<p class="hint">${words.withdrawHint[lang]}</p><button class="button-quiet" type="submit" name="_act" value="withdraw">${words.withdraw[lang]}</button></form>`;
};

/** Why nothing can be published of the case now. */
export const notNowView = (page: Pick<FaqPage, 'lang' | 'number' | 'name'>, why: string): View =>
  html`${headView(page)}<p class="watching"><b>${words.notNow[page.lang]}</b>${page.lang === 'en' ? ': ' : '：'}${why}</p>`;

/** What was taken down of the case. */
export const earlierView = (lang: Lang, lines: readonly string[]): View =>
  lines.length === 0
    ? nothing
    : html`<section class="faq-earlier"><h2>${words.earlier[lang]}</h2><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></section>`;

/** That it was published or taken down a moment ago. */
export const faqDoneView = (lang: Lang, done: 'publish' | 'withdraw'): View =>
  html`<p class="done" role="status" tabindex="-1" id="done">${say(done === 'publish' ? words.published : words.withdrawn, lang)}</p>`;
