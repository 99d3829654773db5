import { noticesWords as words } from '#src/i18n/acknowledge.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { dateIn } from '../time.ts';
import { deskAt } from './address.ts';
import { pagingView } from './paging.ts';

/** Of how many how many. */
type ReadShare = { readonly addressed: number; readonly read: number };

/** A notice that is to be confirmed, with its figures. */
export type NoticeLine = {
  readonly notice: string;
  readonly title: string;
  readonly published: string;
  readonly version: number;
  /** The last day on which it is asked; ''. */ readonly until: string;
  readonly isOver: boolean;
  /** Whom it is for, in words. */ readonly to: string;
  /** Of the enterprises at work. */ readonly open: ReadShare;
  /** Of those that filed that they work again. */ readonly filed: ReadShare;
  /** Who confirmed and is not at work, or not meant. */ readonly others: number;
};

/** What the figures of a page are counted over. */
type Counted = {
  /** Only the own areas are counted. */ readonly isOwn: boolean;
  /** False where some filings are still to be counted. */ readonly isWhole: boolean;
  /** On which enterprises are at work. */ readonly day: string;
};

export type NoticesPage = Counted & {
  readonly lang: Lang;
  readonly rows: readonly NoticeLine[];
  /** Behind which notice the next page begins; ''. */ readonly next: string;
};

/** In hundredths, and whole only where it is whole. */
const shareOf = ({ read, addressed }: ReadShare): number =>
  addressed === 0 ? 0 : Math.floor((100 * read) / addressed);

const saidOf = (text: Words, share: ReadShare, lang: Lang): View =>
  html`${say(text, lang, share)} <span class="sub">${say(words.share, lang, { share: shareOf(share) })}</span>`;

const figureView = ({ open, filed }: NoticeLine, lang: Lang): View => {
  const first =
    open.addressed === 0
      ? html`<p>${words.nobody[lang]}</p>`
      : html`<p><strong>${saidOf(words.ofOpen, open, lang)}</strong></p><svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-all" width="100" height="6"/><rect class="bar-given" width="${shareOf(open)}" height="6"/></svg>`;
  return filed.addressed === 0
    ? first
    : html`${first}<p class="sub">${saidOf(words.ofFiled, filed, lang)}</p>`;
};

const factsOf = ({ published, version, until, isOver, to }: NoticeLine, lang: Lang): string =>
  [
    to,
    say(words.published, lang, { date: dateIn(published, lang) }),
    ...(version > 1 ? [say(words.version, lang, { n: version })] : []),
    ...(until === '' ? [] : [say(isOver ? words.over : words.until, lang, { date: dateIn(until, lang) })]),
  ].join(' · ');

const othersView = ({ others }: NoticeLine, lang: Lang): View =>
  others === 0 ? nothing : html`<p class="sub">${say(words.others, lang, { n: others })}</p>`;

const rowView = (line: NoticeLine, lang: Lang): View =>
  html`<li class="notice-row" data-row><div class="need-what"><a href="${deskAt(lang, `notices/${line.notice}/`)}" lang="zh-Hans">${line.title}</a><p class="sub">${factsOf(line, lang)}</p></div><div>${figureView(line, lang)}${othersView(line, lang)}</div></li>`;

const definitionView = (lang: Lang, { isOwn, isWhole, day }: Counted): View => {
  const gap = lang === 'en' ? ' ' : '';
  const all = [words.definition[lang], ...(isOwn ? [words.own[lang]] : [])].join(gap);
  const term = (name: Words, text: string) => html`<div><dt>${name[lang]}</dt><dd>${text}</dd></div>`;
  return html`${isWhole ? nothing : html`<p class="hint" role="status">${words.counting[lang]}</p>`}<dl class="notice-terms hint">${term(words.openTerm, say(words.openMeans, lang, { date: dateIn(day, lang) }))}${term(words.filedTerm, words.filedMeans[lang])}${term(words.readTerm, all)}</dl>`;
};

const moreView = (lang: Lang, path: string, after: string): View =>
  pagingView(lang, after ? deskAt(lang, path, { after }) : '');

/** Notices with their figures, the newest first, and what the figure says. */
export const noticesView = ({ lang, rows, next, ...counted }: NoticesPage): View => {
  const list =
    rows.length === 0
      ? html`<div class="empty"><p>${words.none[lang]}</p><p class="hint">${words.noneHelp[lang]}</p></div>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>${definitionView(lang, counted)}`;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${list}${moreView(lang, 'notices/', next)}`;
};

export type NoticePage = Counted & {
  readonly lang: Lang;
  readonly line: NoticeLine;
  /** What is sent to the chat group. */ readonly chat: string;
  readonly firms: readonly {
    readonly number: string;
    readonly shown: string;
    readonly enterprise: string;
    readonly area: string;
  }[];
  readonly next: string;
};

const firmsView = ({ lang, line, firms, next }: NoticePage): View => {
  if (firms.length === 0)
    return line.open.addressed === 0 ? nothing : html`<p class="empty">${words.allRead[lang]}</p>`;
  const row = (firm: NoticePage['firms'][number]): View =>
    html`<li class="notice-firm" data-row><a href="${deskAt(lang, `cases/${firm.number}/`)}">${firm.enterprise}</a><span class="sub">${firm.area} · ${firm.shown}</span></li>`;
  return html`<h2>${words.unread[lang]}</h2><ul class="needs">${firms.map(row)}</ul>${moreView(lang, `notices/${line.notice}/`, next)}`;
};

/** One notice: its figure, the text for the chat group, and who has not confirmed. */
export const noticeView = (page: NoticePage): View => {
  const { lang, line, chat } = page;
  return html`<p class="sub"><a href="${deskAt(lang, 'notices/')}">${words.title[lang]}</a></p><h1><a href="/notices/${line.notice}/" lang="zh-Hans">${line.title}</a></h1><p class="lead">${factsOf(line, lang)}</p><div class="notice-figure">${figureView(line, lang)}${othersView(line, lang)}</div>${definitionView(lang, page)}<details class="notice-chat"><summary>${words.chat[lang]}</summary><div class="field"><label class="hint" for="chat">${words.chatHelp[lang]}</label><textarea id="chat" rows="5" readonly>${chat}</textarea></div><p class="button-row"><button class="button-quiet" type="button" data-copy-from="#chat" hidden>${words.copy[lang]}</button><span role="status" hidden>${words.copied[lang]}</span></p></details>${firmsView(page)}`;
};
