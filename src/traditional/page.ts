import { rewritten } from '#src/markup/rewrite.ts';
import { language, root, traditionalAddress } from '#src/traditional/address.ts';

type Words = (text: string) => string;

/** What is read or spoken; a `value` is what somebody typed, or a code. */
const spoken = /^(alt|title|placeholder|label|aria-(label|description)|data-.+)$/;
const addresses = /^(href|action|formaction|data-home)$/;
/** What was typed stays as it was typed, and a script is no text. */
const quiet = new Set(['textarea', 'script', 'style', 'code']);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const told = /^(description|og:(title|description|site_name))$/;

/** The tag that is being read, and whether what stands in the elements around it is left alone. */
class Place {
  tag = '';
  attribute = '';
  from = -1;
  value = '';
  isForeign = false;
  isTold = false;
  readonly #open: { readonly name: string; readonly isQuiet: boolean }[] = [];

  get isQuiet(): boolean {
    return this.#open.at(-1)?.isQuiet ?? false;
  }
  begin(tag: string): void {
    Object.assign(this, { tag, isForeign: false, isTold: false });
  }
  enter(): void {
    const { tag: name } = this;
    if (!empty.has(name))
      this.#open.push({ name, isQuiet: this.isQuiet || this.isForeign || quiet.has(name) });
  }
  leave(name: string): void {
    const at = this.#open.findLastIndex(element => element.name === name);
    if (at >= 0) this.#open.length = at;
  }
  /** What an attribute says of its tag: another language, words for other sites. */
  note(): void {
    const { attribute, value, tag } = this;
    if (attribute === 'lang') this.isForeign = tag !== 'html' && value !== 'zh-Hans';
    if (attribute === 'translate') this.isForeign ||= value === 'no';
    if (tag === 'meta' && /^(name|property)$/.test(attribute)) this.isTold = told.test(value);
  }
  /** The attribute's value on the page in traditional characters. */
  changed(words: Words): string {
    const { attribute, value, tag } = this;
    if (attribute === 'lang' && value === 'zh-Hans') return language;
    if (addresses.test(attribute)) return tag === 'link' ? value : traditionalAddress(value);
    if (this.isQuiet || this.isForeign) return value;
    return spoken.test(attribute) || (this.isTold && attribute === 'content') ? words(value) : value;
  }
}

/** The page with all that is read or spoken, and where its links lead, in traditional characters. */
const spokenOtherwise = (html: string, words: Words): string =>
  rewritten(html, put => {
    const place = new Place();
    const change = (from: number, to: number, text: string): void => {
      if (text !== html.slice(from, to)) put({ from, to, text });
    };
    return {
      onopentagname: (start, end) => place.begin(html.slice(start, end).toLowerCase()),
      onattribname: (start, end) =>
        void Object.assign(place, { attribute: html.slice(start, end).toLowerCase(), from: -1, value: '' }),
      onattribdata: (start, end) => {
        if (place.from < 0) place.from = start;
        place.value = html.slice(place.from, end);
      },
      onattribend: () => {
        place.note();
        if (place.from >= 0) change(place.from, place.from + place.value.length, place.changed(words));
      },
      onopentagend: () => place.enter(),
      onclosetag: (start, end) => place.leave(html.slice(start, end).trim().toLowerCase()),
      ontext: (start, end) => {
        if (!place.isQuiet) change(start, end, words(html.slice(start, end)));
      },
    };
  });

/** The link to this very page becomes the one back. */
const link = new RegExp(`href="${root}(/[^"]*)" lang="${language}" hreflang="${language}">[^<]*<`);
const back = 'href="$1" lang="zh-Hans" hreflang="zh-Hans">简体<';

/**
 * A page of this site in traditional characters: its texts, what is read out, the addresses of its links, its language. Everything else
 * stays byte for byte: what was typed, codes, ids, numbers, scripts, and what is marked as another language or `translate="no"`.
 */
export const traditionalPage = (html: string, words: Words): string =>
  spokenOtherwise(html, words).replace(link, back);
