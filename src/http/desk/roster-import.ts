import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { rosterColumns, rosterWords as words } from '#src/i18n/desk-roster.ts';
import type { Difference } from '#src/staff/roster/compare.ts';
import type { Officer } from '#src/staff/roster/officer.ts';
import type { Typed } from '#src/staff/roster/sheet.ts';
import { listWords } from '#src/views/desk/entry.ts';
import type { ImportLine } from '#src/views/desk/sheet-import.ts';
import { deskWay } from './frame.ts';
import { cellIn, knownIn } from './roster-words.ts';
import { type DeskPost, readDeskPost, type SignedIn } from './session.ts';
import { faultOfAll, importPageOf } from './sheet-import.ts';
import { cellsIn } from './sheets.ts';

const importPage = importPageOf({ at: 'roster', path: 'roster/import/', words, columns: rosterColumns });

type Place = { readonly ask: Ask; readonly front: Front; readonly signed: SignedIn };

const linesOf = ({ ask, front }: Place, difference: Difference, roster: readonly Officer[]) => {
  const people = [...difference.added, ...difference.changed.map(one => one.after), ...roster];
  const cell = (one: Officer, column: Parameters<typeof cellIn>[2], among: readonly Officer[]) =>
    cellIn(front, one, column, among, ask);
  const line = (one: Officer): ImportLine => {
    const looksAfter = listWords(
      [cell(one, 'areas', people), cell(one, 'enterprises', people)].filter(Boolean),
      ask.lang,
    );
    const place = [cell(one, 'department', people), one.phone, looksAfter].filter(Boolean).join(' · ');
    return { name: one.name, place, changes: [] };
  };
  return {
    added: difference.added.map(line),
    gone: difference.gone.map(line),
    changed: difference.changed.map(({ before, after, columns }) => ({
      ...line(after),
      changes: columns.map(column => ({
        column,
        before: cell(before, column, roster),
        after: cell(after, column, people),
      })),
    })),
    same: difference.same,
  };
};

/** What rows would change, with what the button sends to have it so. The rows come back as text and are read again. */
const preview = async (place: Place, rows: readonly Typed[], notice = ''): Promise<Response> => {
  const { front, signed } = place;
  const { roster } = front.desk;
  // The version first: what changes while the rest is read makes the confirmation stale.
  const { version } = await roster.state();
  const [plan, officers] = await Promise.all([roster.plan(rows, knownIn(front)), roster.all()]);
  if (plan.faults.length > 0) return importPage(place, 422, { wrong: plan.faults });
  const content = JSON.stringify(rows);
  const send = {
    _content: content,
    _was: String(version),
    _mark: roster.markOf(content, version, signed.staff.login),
  };
  const lines = linesOf(place, plan.difference, officers);
  return importPage(place, notice ? 409 : 200, { notice, preview: { ...lines, send } });
};

const check = async (place: Place, post: DeskPost): Promise<Response> => {
  const cells = await cellsIn(post);
  if ('message' in cells) return importPage(place, 422, { wrong: faultOfAll(cells.message) });
  const { rows, faults } = place.front.desk.roster.typedIn(cells);
  return faults.length > 0 ? importPage(place, 422, { wrong: faults }) : preview(place, rows);
};

/** Does what was checked, and nothing else: other content, or another roster, is looked at again first. */
const confirm = async (place: Place, { controls }: DeskPost): Promise<Response> => {
  const { ask, front, signed } = place;
  const { roster } = front.desk;
  const content = controls.get('_content') ?? '';
  const was = Number(controls.get('_was'));
  const by = signed.staff.login;
  const mark = roster.markOf(content, was, by);
  if (mark !== controls.get('_mark')) return importPage(place, 409, { notice: words.tampered[ask.lang] });
  const rows = JSON.parse(content) as readonly Typed[];
  const { mark: last } = await roster.state();
  if (last === mark) return deskWay(ask, '/desk/roster/?done=already#done');
  const { faults, difference } = await roster.plan(rows, knownIn(front));
  if (faults.length > 0) return importPage(place, 422, { wrong: faults });
  const put = await roster.apply(difference, by, was, mark);
  if (put === 'stale') return preview(place, rows, words.stale[ask.lang]);
  return deskWay(ask, `/desk/roster/?done=${put === 'stored' ? 'import' : 'already'}#done`);
};

/** A sheet of the roster: checked, shown what it would change, then imported. */
export const rosterImport = async (ask: Ask, front: Front, signed: SignedIn): Promise<Response> => {
  const place: Place = { ask, front, signed };
  if (ask.request.method !== 'POST') return importPage(place, 200);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  return post.controls.get('_act') === 'confirm' ? confirm(place, post) : check(place, post);
};
