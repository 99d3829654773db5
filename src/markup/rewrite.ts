import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What stands in a page from one position to another, `to` left out, and what stands there instead. */
type Slice = { readonly from: number; readonly to: number; readonly text: string };

const nothing = (): void => {};

/** Reads a page from its beginning to its end and tells of what it meets; positions are those in `html`, characters stay as written. */
const walk = (html: string, met: Partial<TokenizerCallbacks>): void => {
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      ontext: nothing,
      ontextentity: nothing,
      ...met,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
};

/**
 * A finished page with other slices in some places, every other byte as it was. `reader` is given `put` for what it changes, in the
 * order of the page, and says what it wants to be told of.
 */
export const rewritten = (
  html: string,
  reader: (put: (slice: Slice) => void) => Partial<TokenizerCallbacks>,
): string => {
  let at = 0;
  let out = '';
  const put = ({ from, to, text }: Slice): void => {
    out += html.slice(at, from) + text;
    at = to;
  };
  walk(html, reader(put));
  return out + html.slice(at);
};
