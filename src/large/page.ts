import { asked, largeAddress, usualAddress } from '#src/large/address.ts';
import { rewritten } from '#src/markup/rewrite.ts';

/** What a page in large type has more than others: in its head the style and the script, in its main part the buttons that read it out. */
export type LargeParts = { readonly head: string; readonly bar: string };

/** The parts out of the frame that the build makes for a language, `dist/_shell/large-<lang>.html`. */
export const partsIn = (frame: string): LargeParts => ({
  head: [...frame.matchAll(/<link rel="stylesheet"[^>]*>|<script[^>]*><\/script>/g)]
    .map(([tag]) => tag)
    .join(''),
  bar: frame.split('<!--%BAR%-->')[1] ?? '',
});

const addresses = /^(href|action|formaction|data-home)$/;

/** As an attribute has it: a function is told of the edition, every other address is the page's twin. */
const changed = (value: string): string => {
  if (!/^\/api\//.test(value)) return largeAddress(value);
  return `${value}${value.includes('?') ? '&amp;' : '?'}${asked}`;
};

/** The page with links that lead elsewhere, and with what is folded open. */
const unfolded = (html: string): string =>
  rewritten(html, put => {
    let [tag, attribute, from, value] = ['', '', -1, ''];
    return {
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        if (tag === 'details') put({ from: end, to: end, text: ' open' });
      },
      onattribname: (start, end) => {
        [attribute, from, value] = [html.slice(start, end).toLowerCase(), -1, ''];
        // Twice the same attribute would be a mistake: the page's own goes.
        if (tag === 'details' && attribute === 'open') put({ from: start, to: end, text: '' });
      },
      onattribdata: (start, end) => {
        if (from < 0) from = start;
        value = html.slice(from, end);
      },
      onattribend: () => {
        if (from < 0 || tag === 'link' || !addresses.test(attribute)) return;
        const text = changed(value);
        if (text !== value) put({ from, to: from + value.length, text });
      },
    };
  });

/** The link to this edition becomes the one back; each carries the other's words. */
const link = /href="([^"]*)" data-edition="([^"]*)">([^<]*)</;
const noindex = '<meta name="robots" content="noindex"';

/** Whether a page has a twin in large type: those that lead to one. */
export const hasLarge = (html: string): boolean => link.test(html);

/**
 * A page of this site in large type: one more style sheet behind its own, everything unfolded, buttons that read it out, links that stay
 * in this edition. Its words are the page's own. Search engines are led to that one: `canonical` is its whole address, '' for none.
 */
export const largePage = (html: string, { head, bar }: LargeParts, canonical: string): string => {
  const robots = html.includes(noindex) ? '' : `${noindex}>`;
  const own = canonical === '' ? '' : `<link rel="canonical" href="${canonical}">`;
  return unfolded(html)
    .replace(link, (_, to: string, other: string, words: string) => {
      const back = usualAddress(to);
      return `href="${back}" data-edition="${words}">${other}<`;
    })
    .replace(/<head>/, opened => `${opened}${robots}${own}`)
    .replace(/<\/head>/, closed => `${head}${closed}`)
    .replace(/<main[^>]*>/, opened => `${opened}${bar}`);
};
