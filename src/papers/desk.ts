import { newId } from '#src/cases/random.ts';
import { openAnswers } from '#src/cases/review.ts';
import { caseKey, isErased, openText } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { type DraftTyped, draft, takeStep } from '#src/papers/acts.ts';
import type { StepTyped } from '#src/papers/changes.ts';
import { type Content, masked, openContent, openPart, paperFields } from '#src/papers/content.ts';
import { kindsFor } from '#src/papers/kinds.ts';
import type { Papers } from '#src/papers/papers.ts';
import { serialKey, showCode, showSerial } from '#src/papers/serial.ts';
import { sheetOf } from '#src/papers/sheet.ts';
import { isInForce, possibleSteps } from '#src/papers/steps.ts';
import type { PaperKind, PaperLine, PaperNarrow, PaperRow, PaperStep, StepRow } from '#src/papers/store.ts';
import { verify } from '#src/papers/verify.ts';
import { type Day, dayInWords, dayOf } from '#src/rules/day.ts';

/** A step with what was written with it, which only its case holds. */
export type StepSeen = StepRow & { readonly note: string };

/** The code of a paper as it is printed, and the address that a QR code of it holds. */
export type Code = { readonly shown: string; readonly address: string };

/** A paper as its page shows it. */
export type PaperFound = {
  readonly paper: PaperLine;
  readonly serial: string;
  /** Null once its case was erased. */ readonly content: Content | null;
  readonly code: Code | null;
  /** What the other side answered to a letter; ''. */ readonly answer: string;
  readonly steps: readonly StepSeen[];
  readonly possible: readonly PaperStep[];
  /** Day of the signature in words, `2020年3月20日`; '' until then. */ readonly signedOn: string;
  readonly issuer: string;
  readonly today: Day;
};

/** What the office asks of papers; a port of plain data for its pages. */
export type PaperDesk = ReturnType<typeof openPapers>;

const codeOf = ({ office, site }: Papers, row: CaseRow, paper: PaperRow): Code | null => {
  if (!paper.code || isErased(row)) return null;
  const code = openPart(caseKey(office.keys, row), paper, 'code');
  const query = new URLSearchParams({ s: serialKey(paper), c: code });
  return { shown: showCode(code), address: `${site.replace(/\/$/, '')}/verify/?${query}` };
};

const issuerOf = ({ office, issuer }: Papers, { handler }: Pick<CaseRow, 'handler'>): string =>
  `${issuer}${office.departments[handler]?.['zh-Hans'] ?? ''}`;

/** What was written with the steps of a paper, by its version after each. */
const notesOf = async (
  { office }: Papers,
  row: CaseRow,
  id: string,
): Promise<ReadonlyMap<number, string>> => {
  if (isErased(row)) return new Map();
  const key = caseKey(office.keys, row);
  const events = (await office.store.events(row.id)).filter(
    ({ kind, sealed }) => sealed !== null && kind.startsWith('paper-'),
  );
  return new Map(
    events.flatMap(event => {
      const data: { readonly id?: string; readonly version?: number } = JSON.parse(event.data);
      return data.id === id ? [[data.version ?? 0, openText(key, event)] as const] : [];
    }),
  );
};

const look = async (papers: Papers, id: string): Promise<PaperFound | null> => {
  const { office, store } = papers;
  const paper = await store.paper(id);
  const row = paper && (await office.store.caseById(paper.caseId));
  if (!paper || !row) return null;
  const key = isErased(row) ? null : caseKey(office.keys, row);
  const [steps, notes] = await Promise.all([store.stepsOf(id), notesOf(papers, row, id)]);
  const signed = steps.findLast(({ step }) => step === 'sign');
  const possible = possibleSteps(paper.kind, paper.state);
  return {
    paper,
    serial: showSerial(paper),
    content: openContent(key, paper),
    code: codeOf(papers, row, paper),
    answer: key ? openPart(key, paper, 'answer') : '',
    steps: steps.map(step => ({ ...step, note: notes.get(step.seq) ?? '' })),
    possible: key
      ? possible.filter(step => mayFollow(paper, step))
      : possible.filter(step => step === 'revoke'),
    signedOn: signed ? dayInWords(dayOf(new Date(signed.at))) : '',
    issuer: issuerOf(papers, row),
    today: dayOf(office.now()),
  };
};

/** A letter that was answered is not asked after. */
const mayFollow = ({ answeredOn }: PaperRow, step: PaperStep): boolean =>
  (step !== 'follow' && step !== 'answer') || answeredOn === '';

/** A case as the page of its papers needs it. */
export type CasePapers = {
  readonly row: CaseRow;
  readonly papers: readonly (PaperRow & { readonly shown: string })[];
  /** What may be drafted now. */ readonly kinds: readonly PaperKind[];
  /** Whom a letter may be about, where there are several. */ readonly suppliers: readonly string[];
};

const suppliersOf = ({ office }: Papers, row: CaseRow): readonly string[] => {
  const form = office.forms.find(one => one.id === row.form);
  if (!form || isErased(row) || row.form !== 'supply-chain') return [];
  const { suppliers } = openAnswers(office, form, row) as unknown as {
    readonly suppliers: readonly { readonly name: string }[];
  };
  return suppliers.map(({ name }) => name);
};

const ofCase = async (papers: Papers, row: CaseRow): Promise<CasePapers> => {
  const { office, store } = papers;
  const [rows, events] = await Promise.all([store.papersOf(row.id), office.store.events(row.id)]);
  return {
    row,
    papers: rows.map(one => ({ ...one, shown: showSerial(one) })),
    kinds: isErased(row) ? [] : kindsFor(row, events),
    suppliers: suppliersOf(papers, row),
  };
};

/** A paper as its enterprise sees it in a list. */
export type OwnPaper = Pick<PaperRow, 'id' | 'kind' | 'validFrom' | 'validTo'> & {
  readonly serial: string;
  readonly state: 'issued' | 'revoked' | 'expired';
};

const ownOf = (paper: PaperRow, today: Day): readonly OwnPaper[] => {
  const { id, kind, state, validFrom, validTo, content } = paper;
  // A letter is written to others.
  if (kind === 'letter' || content === null || (state !== 'issued' && state !== 'revoked')) return [];
  const isOver = state === 'issued' && validTo !== '' && validTo < today;
  return [{ id, kind, validFrom, validTo, serial: showSerial(paper), state: isOver ? 'expired' : state }];
};

/** What the enterprise may look at. */
const owning = (papers: Papers) => ({
  /** Papers that were issued to a case's enterprise, the newest first; revoked ones say so. */
  issuedOf: async (caseId: string): Promise<readonly OwnPaper[]> => {
    const rows = await papers.store.papersOf(caseId);
    return rows.flatMap(row => ownOf(row, dayOf(papers.office.now())));
  },
  /** One of them to read and print, for whoever has shown that the case is theirs; null for any other. */
  issuedTo: async (caseId: string, id: string): Promise<PaperFound | null> => {
    const found = await look(papers, id);
    const isTheirs = found?.paper.caseId === caseId && ownOf(found.paper, found.today).length > 0;
    return isTheirs ? found : null;
  },
});

type Asked = PaperNarrow & { readonly before: string; readonly limit: number };

/** Official papers as pages take them. */
export const openPapers = (papers: Papers) => {
  const { office, store } = papers;
  return {
    ...owning(papers),
    look: (id: string) => look(papers, id),
    ofCase: (row: CaseRow) => ofCase(papers, row),
    list: async (query: Asked) => {
      const rows = await store.papers({ ...query, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit).map(row => ({ ...row, shown: showSerial(row) }));
      return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.id ?? '') : '' };
    },
    /** Letters that should have been answered by now. */
    unanswered: async (department: string, limit: number) =>
      (await store.unanswered({ day: dayOf(office.now()), department, limit })).map(row => ({
        ...row,
        shown: showSerial(row),
      })),
    draft: (typed: DraftTyped, login: string) => draft(papers, typed, login),
    step: (typed: StepTyped, login: string) => takeStep(papers, typed, login),
    verify: (typed: Parameters<typeof verify>[1]) => verify(papers, typed),
    /** What is printed of a paper; `hides` leaves out what is personal. Null once its case was erased. */
    sheet: ({ paper, content }: PaperFound, hides: boolean) =>
      content && sheetOf(paper.kind, hides ? masked(paper.kind, content) : content),
    isInForce,
    fields: (kind: PaperKind) => paperFields[kind],
    /** An id for a draft that a page will send. */
    draftId: () => newId(office.now()),
    isDraftId: (text: string): boolean => /^[0-9a-z]{9}[0-9a-f]{20}$/.test(text),
    today: () => dayOf(office.now()),
  };
};
