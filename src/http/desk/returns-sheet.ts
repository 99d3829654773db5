import { writeXlsx } from 'hucre/xlsx';
import type { DueCursor, DueRow } from '#src/firms/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { returnWords as words } from '#src/i18n/desk-returns.ts';
import type { Lang } from '#src/i18n/words.ts';
import { momentOf } from '#src/views/desk/clock.ts';
import { deskHeaders, deskProblem } from './frame.ts';
import type { ReturnsHands } from './returns.ts';
import { dayIn, lineOf } from './returns-lines.ts';
import { type Names, namesOf } from './rows.ts';
import type { SignedIn } from './session.ts';

/** Rows of a sheet at most, and how many are read at a time. */
const most = 20_000;
const together = 500;

const counts = ['present', 'absent', 'fever', 'quarantined', 'returned'] as const;
const heads = [
  'name',
  'creditCode',
  'area',
  'line',
  'state',
  'filedAt',
  'said',
  ...counts,
  'maskDays',
  'chasedColumn',
] as const;

type Cell = string | number | null;

/** A row of the sheet; what was not said is empty, and never 0. */
const cellsOf = (front: Front, row: DueRow, names: Names, isOver: boolean, lang: Lang): Cell[] => {
  const line = lineOf(front, row, { names, isOver, lang });
  return [
    line.name,
    line.creditCode,
    line.area,
    line.line,
    words[line.standing][lang],
    row.filedAt === '' ? '' : momentOf(new Date(row.filedAt)).replace('T', ' '),
    row.state === '' ? '' : words[row.state === 'normal' ? 'normal' : 'problem'][lang],
    ...counts.map(name => row[name]),
    row.maskTenths === null ? null : row.maskTenths / 10,
    line.chased,
  ];
};

const rowsOf = async ({ firms }: ReturnsHands, day: string, signed: SignedIn): Promise<readonly DueRow[]> => {
  const filter = { area: '', line: '', ranks: '', said: '', firms: '' } as const;
  const narrow = firms.narrowFor(signed.staff);
  const rows: DueRow[] = [];
  for (let after: DueCursor | null = null; rows.length < most; ) {
    const page: Awaited<ReturnType<typeof firms.duePage>> = await firms.duePage({
      day,
      narrow,
      filter,
      after,
      limit: together,
    });
    rows.push(...page.rows);
    if (page.next === null) break;
    after = page.next;
  }
  return rows;
};

/** The returns of a day as a sheet: all that are due, those that are missing on top. */
export const returnsSheet = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: ReturnsHands,
): Promise<Response> => {
  if (ask.request.method === 'POST') return deskProblem(ask, 'not-found');
  const { lang, url } = ask;
  const day = dayIn(url.searchParams.get('day') ?? '', hands.today);
  const { isOver } = await hands.firms.returnsOn(day, hands.firms.narrowFor(signed.staff));
  const rows = await rowsOf(hands, day, signed);
  const names = await namesOf(
    front,
    rows.map(row => row.chasedBy),
  );
  const file = await writeXlsx({
    sheets: [
      {
        name: words.sheet[lang],
        columns: heads.map(() => ({ width: 16 })),
        rows: [
          heads.map(name => words[name][lang]),
          ...rows.map(row => cellsOf(front, row, names, isOver, lang)),
        ],
        freezePane: { rows: 1 },
      },
    ],
  });
  return new Response(new Uint8Array(file), {
    headers: {
      ...deskHeaders,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="returns-${day}.xlsx"`,
    },
  });
};
