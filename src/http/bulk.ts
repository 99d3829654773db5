import { randomBytes } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import type { ReceiveResult } from '#src/cases/receive.ts';
import type { AnyForm, Problem } from '#src/forms/field.ts';
import { type Raw, read } from '#src/forms/read.ts';
import { type Cell, maxRows, type RowProblem, readSheet, type SheetEntry } from '#src/forms/sheet.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { type Body, readBody } from '#src/http/body.ts';
import { json } from '#src/http/door.ts';
import type { Front } from '#src/http/front.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { bulkWords as words } from '#src/i18n/bulk.ts';
import { say, type Words } from '#src/i18n/words.ts';
import { type BulkDone, bulkDoneView, bulkView } from '#src/views/bulk.ts';

/** A sheet whose every row is sound, to be stored: each entry under the key and its place. */
export type Batch = {
  readonly ask: Ask;
  readonly front: Front;
  readonly form: AnyForm;
  readonly entries: readonly Pick<SheetEntry, 'answers'>[];
  readonly key: string;
};

const megabyte = 1024 * 1024;
const largest = 2 * megabyte;

/** What was posted: what is asked once, the sheet, or the content of one that was checked before. */
type Posted = {
  readonly common: Raw;
  readonly sheet: File | null;
  readonly content: string;
  readonly key: string;
  readonly sending: boolean;
};

const posted = (ask: Ask, body: Extract<Body, { tag: 'body' }>): Posted => {
  const key = ask.request.headers.get('idempotency-key') ?? body.controls.get('_key') ?? '';
  return {
    common: body.fields as Raw,
    sheet: body.files.find(({ name }) => name === '_sheet')?.file ?? null,
    content: body.controls.get('_content') ?? '',
    key: /^[A-Za-z0-9_-]{22,128}$/.test(key) ? key : randomBytes(16).toString('base64url'),
    sending: body.controls.get('_act') === 'send',
  };
};

/** The first sheet's cells; null where the file is no spreadsheet. One row more than allowed is read, so that too many are told. */
const cellsOf = async (sheet: File): Promise<readonly (readonly Cell[])[] | null> => {
  try {
    const book = await readXlsx(new Uint8Array(await sheet.arrayBuffer()), {
      sheets: [0],
      maxRows: maxRows + 50,
    });
    return (book.sheets[0]?.rows ?? []) as Cell[][];
  } catch {
    return null;
  }
};

type Checked = {
  readonly entries: readonly Pick<SheetEntry, 'raw' | 'answers'>[];
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  /** Of what is asked once, with their places. */
  readonly common: readonly Problem[];
};

const trouble = (message: Words): Checked => ({
  entries: [],
  rows: 0,
  problems: [{ row: 1, column: null, message }],
  common: [],
});

/** A sheet that was checked before comes back as text and is checked again: what comes from outside is never trusted. */
const readContent = (form: AnyForm, content: string, front: Front): Checked => {
  let raws: unknown;
  try {
    raws = JSON.parse(content);
  } catch {
    return trouble(words.noFile);
  }
  if (!Array.isArray(raws) || raws.length === 0 || raws.length > maxRows) return trouble(words.noFile);
  const readings = raws.map(raw => ({
    raw: raw as Raw,
    reading: read(form, raw, front.tables, front.sentOn()),
  }));
  const entries = readings.flatMap(({ raw, reading }) =>
    reading.tag === 'read' ? [{ raw, answers: reading.answers }] : [],
  );
  const problems = readings.flatMap(({ reading }, index) =>
    reading.tag === 'refused'
      ? reading.problems.map(({ message }) => ({ row: index + 2, column: null, message }))
      : [],
  );
  return { entries, rows: entries.length, problems, common: [] };
};

const check = async (form: AnyForm, { sheet, common, content }: Posted, front: Front): Promise<Checked> => {
  if (!sheet) return readContent(form, content, front);
  if (sheet.size > largest) return trouble(words.tooLarge);
  const cells = await cellsOf(sheet);
  if (!cells) return trouble(words.notSheet);
  const reading = readSheet(form, cells, common, front.tables, front.sentOn());
  return { ...reading, rows: reading.entries.reduce((sum, entry) => sum + entry.rows.length, 0) };
};

/** What the check found, as a page with the button that sends, or as JSON. */
const told = (ask: Ask, front: Front, form: AnyForm, { common, key }: Posted, checked: Checked): Response => {
  const { entries, rows } = checked;
  const problems = [
    ...checked.common.map(({ message }) => ({ row: null, column: null, message })),
    ...checked.problems,
  ];
  const status = problems.length > 0 ? 422 : 200;
  const { lang } = ask;
  if (!ask.wantsPage)
    return json(status, {
      rows,
      entries: entries.length,
      problems: problems.map(({ row, column, message }) => ({
        row,
        column: column?.[lang] ?? null,
        message: message[lang],
      })),
    });
  const content = JSON.stringify(entries.map(entry => entry.raw));
  const view = bulkView({
    form,
    lang,
    tables: front.tables,
    typed: common,
    problems: checked.common,
    notice: '',
    fillPhone: front.fillPhone,
    handler: front.handler(form.id),
    wrong: problems,
    ready: problems.length > 0 ? null : { rows, entries: entries.length, content, key },
  });
  return page(lang, status, say(words.title, lang, { form: form.title[lang] }), view);
};

/** Reads a posted sheet: sound rows to be stored, or the answer that ends it here (a check, a refusal). Nothing is stored by a check. */
export const bulk = async (ask: Ask, front: Front): Promise<Batch | Response> => {
  const form = front.forms.find(one => one.id === lastPart(ask.url) && one.bulk);
  if (!form) return problem(ask, 'unknown-form');
  const { mode } = front.handler(form.id);
  if (mode.mode === 'closed')
    return problem(ask, 'closed', { values: { reason: mode.reason[ask.lang], phone: front.fillPhone } });
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const sent = posted(ask, body);
  const checked = await check(form, sent, front);
  if (!sent.sending || checked.problems.length + checked.common.length > 0)
    return told(ask, front, form, sent, checked);
  return { ask, front, form, entries: checked.entries, key: sent.key };
};

/** Numbers and passwords of everything that a sheet became. */
export const bulkDone = ({ ask, front, entries }: Batch, results: readonly ReceiveResult[]): Response => {
  const rows = results.map((result, index): BulkDone['rows'][number] => {
    const enterprise = entries[index]?.answers.enterprise.name ?? '';
    if (result.tag !== 'received') return { enterprise, state: 'already', number: '', pin: '' };
    const { case: row, pin } = result.receipt;
    const state = row.heldFor === '[]' ? 'received' : 'held';
    return { enterprise, state, number: front.showNumber(row.number), pin: pin ?? '' };
  });
  if (!ask.wantsPage) return json(201, { receipts: rows });
  const done = rows.filter(row => row.state !== 'already').length;
  return page(ask.lang, 200, say(words.done, ask.lang, { n: done }), bulkDoneView({ lang: ask.lang, rows }));
};
