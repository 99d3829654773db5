import { sheetMarks as marks } from '#src/i18n/desk-papers.ts';
import { html, nothing, type View } from './html.ts';

/** A QR code as rows of dark and light. */
export type Picture = readonly (readonly boolean[])[];

/** A paper to read and print. Its words are Chinese, as offices write them. */
export type SheetPage = {
  readonly title: string;
  /** `复工通〔2020〕12号`; ''. */ readonly serial: string;
  readonly addressee: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly paragraphs: readonly string[];
  readonly note: string;
  readonly issuer: string;
  /** `2020年3月20日`; '' until it was signed. */ readonly date: string;
  readonly state: 'draft' | 'until' | 'good' | 'revoked' | 'void';
  /** Null until there is a number. */ readonly code: {
    readonly picture: Picture;
    readonly shown: string;
  } | null;
};

/** A QR code as one path, sharp on any paper. */
const qrView = (rows: Picture, label: string): View => {
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#fff"/><path fill="#000" d="${path.join('')}"/></svg>`;
};

const markView = ({ state }: SheetPage): View =>
  state === 'good' ? nothing : html`<p class="official-mark">${marks[state]}</p>`;

/** The paper itself. */
export const sheetView = (page: SheetPage): View => {
  const { title, serial, addressee, rows, paragraphs, note, issuer, date, code } = page;
  const table =
    rows.length === 0
      ? nothing
      : html`<table class="official-rows"><tbody>${rows.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`;
  const checked = code
    ? html`<div class="official-code">${qrView(code.picture, marks.check)}<p>${marks.check}<br>${marks.code} <span class="official-digits">${code.shown}</span></p></div>`
    : nothing;
  return html`<article class="official" lang="zh-Hans">${markView(page)}<h2 class="official-title">${title}</h2>${serial ? html`<p class="official-serial">${serial}</p>` : nothing}${addressee ? html`<p class="official-to">${addressee}</p>` : nothing}${table}${paragraphs.map(text => html`<p class="official-text">${text}</p>`)}<div class="official-foot">${checked}<div class="official-sign"><p>${issuer}</p><p>${marks.seal}</p><p>${date}</p></div></div>${note ? html`<p class="official-note">${note}</p>` : nothing}</article>`;
};
