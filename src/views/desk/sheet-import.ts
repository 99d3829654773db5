import { sheetWords as words } from '#src/i18n/desk-sheets.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { hidden, noticeView } from './fields.ts';

/** Something that an import adds, changes or takes off, and what of it. */
export type ImportLine = {
  readonly name: string;
  readonly place: string;
  readonly changes: readonly { readonly column: string; readonly before: string; readonly after: string }[];
};

/** What only the sheets of one list say. */
type ImportWords = Readonly<
  Record<
    'importTitle' | 'importLead' | 'fileHelp' | 'wrong' | 'nothing' | 'same' | 'moreRows' | 'export' | 'back',
    Words
  >
>;

/** What a list's sheets are: where they are and what their columns are called. */
export type ImportOf = {
  /** The list's folder at the desk: its sheets bear the same name. */ readonly at: 'roster' | 'projects';
  /** Where the page itself is, below the desk. */ readonly path: string;
  readonly words: ImportWords;
  readonly columns: Readonly<Record<string, Words>>;
};

export type ImportPage = {
  readonly lang: Lang;
  readonly csrf: string;
  /** Why nothing was imported, where no row is to blame; '' otherwise. */ readonly notice: string;
  readonly wrong: readonly {
    readonly row: number;
    readonly column: string | null;
    readonly message: Words;
  }[];
  /** What would change, and what the button sends; null before a check. */
  readonly preview: {
    readonly added: readonly ImportLine[];
    readonly changed: readonly ImportLine[];
    readonly gone: readonly ImportLine[];
    readonly same: number;
    readonly send: Readonly<Record<string, string>>;
  } | null;
};

type Whole = ImportPage & { readonly of: ImportOf };

/** So many are listed of each kind; how many there are is said. */
const most = 100;

const labelOf = ({ of, lang }: Whole, column: string | null): string =>
  column === null ? '' : (of.columns[column]?.[lang] ?? '');

const wrongView = (page: Whole): View => {
  const { wrong, lang, of } = page;
  if (wrong.length === 0) return nothing;
  const heads = [words.row, words.column, words.fix];
  const rows = wrong
    .slice(0, most)
    .map(
      ({ row, column, message }) =>
        html`<tr><th scope="row">${row}</th><td>${labelOf(page, column)}</td><td>${message[lang]}</td></tr>`,
    );
  const more =
    wrong.length > most ? html`<p>${say(words.moreWrong, lang, { n: wrong.length - most })}</p>` : nothing;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${say(of.words.wrong, lang, { n: wrong.length })}</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.fix[lang]}"><table class="sheet-wrong"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${more}</div>`;
};

const lineView = (page: Whole, { name, place, changes }: ImportLine): View => {
  const { lang } = page;
  const list = changes.map(({ column, before, after }) => {
    const values = {
      label: labelOf(page, column),
      before: before || words.blank[lang],
      after: after || words.blank[lang],
    };
    return html`<li>${say(words.becomes, lang, values)}</li>`;
  });
  return html`<li><b>${name}</b> <span class="sub">${place}</span>${list.length > 0 ? html`<ul>${list}</ul>` : nothing}</li>`;
};

const groupView = (page: Whole, kind: 'new' | 'changed' | 'gone', lines: readonly ImportLine[]): View => {
  const { lang, of } = page;
  if (lines.length === 0) return nothing;
  const more =
    lines.length > most
      ? html`<p class="hint">${say(of.words.moreRows, lang, { n: lines.length - most })}</p>`
      : nothing;
  return html`<section class="sheet-group ${kind}"><h3>${words[`${kind}Ones`][lang]} <span class="count">${lines.length}</span></h3><ul>${lines.slice(0, most).map(line => lineView(page, line))}</ul>${more}</section>`;
};

const formOf = ({ lang, csrf, of }: Whole, act: 'check' | 'confirm', inside: View): View =>
  html`<form class="form" method="post" enctype="multipart/form-data" action="${deskAt(lang, of.path)}">${hidden({ _csrf: csrf, _act: act })}${inside}</form>`;

const previewView = (page: Whole): View => {
  const { preview, lang, of } = page;
  if (!preview) return nothing;
  const { added, changed, gone, same, send } = preview;
  if (added.length + changed.length + gone.length === 0)
    return html`<p class="done" role="status" tabindex="-1" id="done">${of.words.nothing[lang]}</p>`;
  const button = html`<div class="button-row"><button class="button" type="submit">${words.confirm[lang]}</button></div>`;
  const stays = same > 0 ? html`<p class="hint">${say(of.words.same, lang, { n: same })}</p>` : nothing;
  return html`<section class="sheet-preview" aria-labelledby="preview"><h2 id="preview">${words.previewTitle[lang]}</h2>${groupView(page, 'new', added)}${groupView(page, 'changed', changed)}${groupView(page, 'gone', gone)}${stays}${formOf(page, 'confirm', html`${hidden(send)}${button}`)}</section>`;
};

/** Choosing a sheet, what a check found, what would change, and the button that does it. */
export const sheetImportView = (of: ImportOf, sent: ImportPage): View => {
  const page: Whole = { ...sent, of };
  const { lang, notice, preview } = page;
  const sheet = html`<div class="field"><label for="s-sheet">${words.file[lang]}</label><p class="hint" id="s-sheet-hint">${of.words.fileHelp[lang]}</p><input type="file" id="s-sheet" name="_sheet" accept=".xlsx" aria-describedby="s-sheet-hint"></div>`;
  const button = html`<div class="button-row"><button class="${preview ? 'button-quiet' : 'button'}" type="submit">${words.check[lang]}</button></div>`;
  const sheets = [
    ['template', words.template],
    [of.at, of.words.export],
  ] as const;
  const links = sheets.map(
    ([name, label]) =>
      html`<a class="button-quiet" href="${deskAt(lang, `${of.at}/sheets/${name}.xlsx`)}" download>${label[lang]}</a>`,
  );
  const lead = html`<p class="lead">${of.words.importLead[lang]}</p><p class="button-row">${links}</p>`;
  return html`<h1>${of.words.importTitle[lang]}</h1>${notice ? noticeView(notice) : nothing}${wrongView(page)}${previewView(page)}${preview ? nothing : lead}${formOf(page, 'check', html`${sheet}${button}`)}<p class="sheet-back"><a href="${deskAt(lang, `${of.at}/`)}">${of.words.back[lang]}</a></p>`;
};
