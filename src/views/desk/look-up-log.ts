import { findWords } from '#src/i18n/desk-case.ts';
import { statusWords as words } from '#src/i18n/status.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { timeInWords } from '../time.ts';

/** A page of the log of look-ups: when, who, by what, how many were found; never what was looked for. */
export type LogPage = {
  readonly rows: readonly {
    readonly at: string;
    readonly actor: string;
    readonly kind: 'number' | 'creditCode' | 'enterprise' | 'phone' | 'contact';
    readonly found: number;
  }[];
  /** Before which id the older ones begin. */ readonly next: string | null;
};

export const lookUpLogView = (lang: Lang, { rows, next }: LogPage): View => {
  const head = [words.when, words.who, findWords.by, words.foundCases].map(
    name => html`<th scope="col">${name[lang]}</th>`,
  );
  const row = ({ at, actor, kind, found }: LogPage['rows'][number]): View =>
    html`<tr><td>${timeInWords(at, lang)}</td><td>${actor}</td><td>${findWords[kind][lang]}</td><td>${say(words.cases, lang, { n: found })}</td></tr>`;
  const table =
    rows.length === 0
      ? html`<p>${words.noLookUps[lang]}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${words.lookUps[lang]}"><table class="staff"><thead><tr>${head}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
  const older = next
    ? html`<p><a href="${prefix(lang)}/desk/status/?before=${next}#look-ups">${findWords.older[lang]}</a></p>`
    : nothing;
  return html`<section class="look-ups" id="look-ups" aria-labelledby="look-ups-title"><h2 id="look-ups-title">${words.lookUps[lang]}</h2><p class="lead">${words.lookUpsLead[lang]}</p>${table}${older}</section>`;
};
