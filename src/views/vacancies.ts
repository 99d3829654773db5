import { vacancyWords as words } from '#src/i18n/vacancies.ts';
import { type Lang, prefix, say, type Words } from '#src/i18n/words.ts';
import { pagingView } from './desk/paging.ts';
import { dataView, flag, html, nothing, type View } from './html.ts';

/** A vacancy in words. Of staff to lend the enterprise is the title. */
export type VacancyLine = {
  readonly number: string;
  readonly kind: 'hire' | 'lend';
  readonly title: string;
  readonly heads: string;
  readonly pay: string;
  readonly enterprise: string;
  readonly area: string;
  readonly tags: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Which number seekers call. */ readonly phone: string;
  /** For a chat group. */ readonly copy: string;
  /** The same for programs; null where it says too little. */ readonly data: object | null;
};

/** What was chosen in the filters. */
export type VacancyChosen = {
  readonly words: string;
  readonly area: string;
  readonly lodging: 'yes' | 'no' | '';
  readonly sort: 'newest' | 'ending';
};

export type VacanciesPage = {
  readonly lang: Lang;
  readonly kind: 'hire' | 'lend';
  readonly chosen: VacancyChosen;
  readonly isNarrowed: boolean;
  readonly areas: readonly (readonly [string, Words])[];
  readonly count: number;
  readonly heads: number;
  readonly rows: readonly VacancyLine[];
  /** Addresses of the following page and of the first; ''. */ readonly older: string;
  readonly newest: string;
  readonly phone: string;
};

const callView = ({ kind, phone, number }: VacancyLine, lang: Lang): View =>
  html`<p class="vacancy-call">${words[kind === 'hire' ? 'apply' : 'applyLend'][lang]} <a href="tel:${phone}">${phone}</a>${number ? say(words.say, lang, { number }) : nothing}</p>`;

/** What a vacancy says, without the ways to hand it on. What an enterprise wrote is Chinese on an English page, too. */
const bodyView = (line: VacancyLine, lang: Lang, headed: (title: View) => View): View => {
  const foreign = lang === 'zh-Hans' ? nothing : html` lang="zh-Hans"`;
  const { title, heads, pay, enterprise, area, tags, facts } = line;
  const where = html`<p class="vacancy-where">${enterprise ? html`<span${foreign}>${enterprise}</span> · ` : nothing}${area}</p>`;
  const list =
    tags.length === 0
      ? nothing
      : html`<ul class="vacancy-tags">${tags.map(tag => html`<li class="tag">${tag}</li>`)}</ul>`;
  const head = headed(html`<span${foreign}>${title}</span> <span class="vacancy-heads">${heads}</span>`);
  return html`${head}${pay ? html`<p class="vacancy-pay">${pay}</p>` : nothing}${where}${list}<dl class="vacancy-facts">${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>${callView(line, lang)}`;
};

/** A vacancy as the public list will show it, for the officer who publishes it. */
export const vacancyPreview = (line: VacancyLine, lang: Lang): View =>
  html`<div class="vacancy">${bodyView(line, lang, title => html`<p class="vacancy-title">${title}</p>`)}</div>`;

const vacancyView = (line: VacancyLine, lang: Lang): View =>
  html`<li class="vacancy" id="v${line.number}">${bodyView(line, lang, title => html`<h2>${title}</h2>`)}<p class="vacancy-hand"><button class="button-quiet" type="button" data-copy="" data-copy-text="${line.copy}" hidden>${words.copy[lang]}</button></p>${line.data ? dataView(line.data) : nothing}</li>`;

const choiceView = (
  lang: Lang,
  name: string,
  label: Words,
  options: readonly (readonly [string, Words])[],
  chosen: string,
): View =>
  html`<label>${label[lang]}<select name="${name}">${options.map(([code, said]) => html`<option value="${code}"${flag('selected', code === chosen)}>${said[lang]}</option>`)}</select></label>`;

/** The address of a list in the page's language. */
const at = (lang: Lang, kind: VacanciesPage['kind']): string =>
  `${prefix(lang)}/vacancies/${kind === 'lend' ? 'lend/' : ''}`;

const filtersView = ({ lang, kind, chosen, areas }: VacanciesPage): View => {
  const lodging =
    kind === 'lend'
      ? nothing
      : choiceView(
          lang,
          'lodging',
          words.lodging,
          [
            ['', words.lodgings],
            ['yes', words.lodgingYes],
            ['no', words.lodgingNo],
          ],
          chosen.lodging,
        );
  const area = choiceView(lang, 'area', words.area, [['', words.everyArea], ...areas], chosen.area);
  const sort = choiceView(
    lang,
    'sort',
    words.sort,
    [
      ['newest', words.newest],
      ['ending', words.ending],
    ],
    chosen.sort,
  );
  return html`<form class="vacancy-filters" method="get" action="${at(lang, kind)}" role="search" aria-label="${words.filters[lang]}"><label>${words.words[lang]}<input name="q" value="${chosen.words}" maxlength="40" autocomplete="off"></label>${area}${lodging}${sort}<button class="button" type="submit">${words.find[lang]}</button></form>`;
};

const emptyView = ({ lang, kind, isNarrowed, phone }: VacanciesPage): View => {
  const none = kind === 'lend' ? words.noneLend : words.noneAtAll;
  const [before = '', after = ''] = (isNarrowed ? words.none : none)[lang].split('{phone}');
  const all = html`<p class="button-row"><a class="button-quiet" href="${at(lang, kind)}">${words.all[lang]}</a></p>`;
  return html`<div class="notice-box"><p>${before}<a href="tel:${phone}">${phone}</a>${after}</p>${isNarrowed ? all : nothing}</div>`;
};

const tabsView = ({ lang, kind }: VacanciesPage): View => {
  const tab = (name: VacanciesPage['kind'], title: Words) =>
    html`<li><a href="${at(lang, name)}"${name === kind ? html` aria-current="page"` : nothing}>${title[lang]}</a></li>`;
  return html`<nav class="vacancy-tabs" aria-label="${words.tabs[lang]}"><ul class="chips">${tab('hire', words.title)}${tab('lend', words.titleLend)}</ul></nav>`;
};

/** The public list: what enterprises look for, or whom they could lend. */
export const vacanciesView = (page: VacanciesPage): View => {
  const { lang, kind, rows, count, heads } = page;
  const isHire = kind === 'hire';
  const sum = html`<p class="vacancy-sum" role="status">${say(isHire ? words.sum : words.sumLend, lang, { count, heads })}</p>`;
  const list =
    rows.length === 0
      ? emptyView(page)
      : html`${sum}<ul class="vacancies">${rows.map(row => vacancyView(row, lang))}</ul><p id="copied" role="status" hidden>${words.copied[lang]}</p>${pagingView(lang, page.older, page.newest)}`;
  const filters = count === 0 && !page.isNarrowed ? nothing : filtersView(page);
  return html`<h1>${words[isHire ? 'title' : 'titleLend'][lang]}</h1><p class="lead">${words[isHire ? 'lead' : 'leadLend'][lang]}</p>${tabsView(page)}${filters}${list}<section class="section vacancy-notes"><p>${words.fair[lang]}</p><p>${words.yours[lang]}<a href="${prefix(lang)}/forms/labour/">${words.yoursForm[lang]}</a></p><p class="vacancy-data"><a href="/vacancies/feed.json">${words.data[lang]}</a></p></section>`;
};
