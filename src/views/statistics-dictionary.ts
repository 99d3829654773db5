import { site } from '#src/i18n/site.ts';
import { csvColumns, firmFigures, statisticsWords as words } from '#src/i18n/statistics.ts';
import { type Lang, prefix, type Words } from '#src/i18n/words.ts';
import { html, type View } from './html.ts';
import { dataLinks } from './statistics.ts';

/** A figure as the dictionary explains it. */
export type Entry = {
  readonly id: string;
  readonly name: Words;
  readonly unit: Words;
  readonly counted: Words;
  readonly notCounted: Words;
};

/** The figures of enterprises, which share their definition. */
export const firmEntries: readonly Entry[] = Object.entries(firmFigures).map(([id, { name, unit }]) => ({
  id,
  name,
  unit,
  counted: words.firmsCounted,
  notCounted: words.firmsNotCounted,
}));

const entryView = ({ id, name, unit, counted, notCounted }: Entry, lang: Lang): View =>
  html`<section class="section" id="${id}"><h3>${name[lang]}</h3><dl class="facts"><div><dt>${words.code[lang]}</dt><dd><code>${id}</code></dd></div><div><dt>${words.unit[lang]}</dt><dd>${unit[lang]}</dd></div><div><dt>${words.counted[lang]}</dt><dd>${counted[lang]}</dd></div><div><dt>${words.notCounted[lang]}</dt><dd>${notCounted[lang]}</dd></div></dl></section>`;

/** What every figure and every column of the downloads means. */
export const dictionaryView = (lang: Lang, entries: readonly Entry[]): View => {
  const columns = Object.entries(csvColumns).map(
    ([name, meaning]) => html`<div><dt><code>${name}</code></dt><dd>${meaning[lang]}</dd></div>`,
  );
  return html`<nav class="crumbs" aria-label="${site.breadcrumbs[lang]}"><a href="${prefix(lang)}/statistics/">${words.back[lang]}</a></nav><h1>${words.dictionary[lang]}</h1><p class="lead">${words.dictionaryLead[lang]}</p><section class="section box"><h2>${words.how[lang]}</h2><p>${words.howText[lang]}</p></section><section class="section"><h2>${words.columns[lang]}</h2><dl class="facts columns-list">${columns}</dl></section><h2 class="facts-title">${words.figures[lang]}</h2>${entries.map(entry => entryView(entry, lang))}${dataLinks(lang)}`;
};
