import { encode } from 'uqr';
import type { PaperDesk, PaperFound } from '#src/papers/desk.ts';
import type { SheetPage } from '#src/views/paper-sheet.ts';

const stateOf = ({ paper: { state } }: PaperFound): SheetPage['state'] => {
  if (state === 'revoked' || state === 'void') return state;
  if (state === 'numbered') return 'until';
  return state === 'sealed' || state === 'issued' ? 'good' : 'draft';
};

const codeOf = ({ code }: PaperFound): SheetPage['code'] =>
  code && { picture: encode(code.address, { ecc: 'M', border: 0 }).data, shown: code.shown };

/** A paper as it is printed; null once its case was erased. Whoever only looks gets neither what is personal nor the code. */
export const sheetPage = (papers: PaperDesk, found: PaperFound, hides: boolean): SheetPage | null => {
  const sheet = papers.sheet(found, hides);
  if (!sheet) return null;
  const { serial, issuer, signedOn } = found;
  return {
    ...sheet,
    ...{ serial, issuer, date: signedOn, state: stateOf(found) },
    code: hides ? null : codeOf(found),
  };
};
