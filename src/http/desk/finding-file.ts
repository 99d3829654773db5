import type { FindingDraft } from '#src/findings/desk.ts';
import type { FindingTyped } from '#src/findings/said.ts';
import { countedUnits, isCountedIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { severityWords, standWords, fileWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say, w } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { type Choice, noticeView } from '#src/views/desk/fields.ts';
import { fileView, type HeldLine } from '#src/views/desk/finding-file.ts';
import { html, nothing, type View } from '#src/views/html.ts';
import { problemsOf, typedIn, typedOf, valuesOf } from './finding-read.ts';
import { type FindingHands, findingScope } from './findings.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { notFound } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

/** Whose report of which day. */
type Where = { readonly department: string; readonly day: string };

/** Empty lines that a page begins with, and how many a press adds. */
const blanks = { lines: 1, supplies: 2 } as const;
const added = 3;
const most = 20;

/** Every item with each unit that it is counted in: `医用外科口罩（只）`. */
const goodsOf = ({ tables }: Front): readonly Choice[] =>
  tables.items.flatMap(item =>
    countedUnits(tables)
      .filter(unit => isCountedIn(item, unit.code))
      .map(
        (unit): Choice => [
          `${item.code}.${unit.code}`,
          w(`${item.name['zh-Hans']}（${unit.name['zh-Hans']}）`, `${item.name.en} (${unit.name.en})`),
        ],
      ),
  );

const standsOf = (front: Front, own: string): readonly Choice[] => [
  ['open', standWords.open],
  ['solved', standWords.solved],
  ...front.departments
    .filter(code => code !== own)
    .map((code): Choice => {
      const name = front.department(code);
      return [
        `to:${code}`,
        w(say(words.handTo, 'zh-Hans', { to: name['zh-Hans'] }), say(words.handTo, 'en', { to: name.en })),
      ];
    }),
];

const heldOf = ({ held }: FindingDraft, lang: Lang): readonly HeldLine[] =>
  held.map(({ problem }) => ({
    id: problem.id,
    version: problem.version,
    what: problem.what,
    enterprise: problem.enterprise,
    facts: say(words.heldOf, lang, {
      day: shortDay(problem.day, lang),
      severity: severityWords[problem.severity][lang],
      due: shortDay(problem.due, lang),
    }),
  }));

/** What a form begins with: what was said before, and every open problem as it stands. */
const begun = ({ newest, said, found, held }: FindingDraft): FindingTyped => ({
  ...(newest && said
    ? typedOf({ state: newest.state, places: newest.places, said }, found)
    : { state: '', places: '', supplies: [], lines: [] }),
  turns: held.map(({ problem, turn }) => ({
    id: problem.id,
    version: problem.version,
    stand: turn?.stand ?? 'open',
    to: turn?.to ?? '',
  })),
});

type Told = {
  readonly status: number;
  readonly draft: string;
  readonly was: number;
  readonly typed: FindingTyped;
  readonly problems: Readonly<Record<string, string>>;
  readonly notice: View;
  /** Which lines a press added to. */ readonly more: string;
};

const countOf = (name: 'lines' | 'supplies', typed: FindingTyped, more = ''): number =>
  Math.min(most, typed[name].length + (more === `more-${name}` ? added : blanks[name]));

const filePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { findings }: FindingHands,
  where: Where,
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang } = ask;
  const draft = await findings.draft(where);
  const typed = told.typed ?? begun(draft);
  const name = front.department(where.department)[lang];
  const title = say(words.title, lang, { department: name, day: shortDay(where.day, lang) });
  const lines = countOf('lines', typed, told.more);
  const stands = standsOf(front, where.department);
  const view = fileView({
    lang,
    csrf: signed.csrf,
    ...where,
    title,
    draft: told.draft ?? findings.draftId(),
    was: told.was ?? draft.newest?.version ?? 0,
    notice: told.notice ?? nothing,
    typed: { values: valuesOf(typed), problems: told.problems ?? {} },
    supplies: countOf('supplies', typed, told.more),
    lines: Array.from({ length: lines }, (_, at) => ({
      id: typed.lines[at]?.id ?? '',
      version: typed.lines[at]?.version ?? 0,
    })),
    // A form that comes back speaks of the problems that it spoke of, in their order.
    held: told.typed
      ? told.typed.turns.flatMap(turn => heldOf(draft, lang).filter(one => one.id === turn.id))
      : heldOf(draft, lang),
    goods: goodsOf(front),
    stands,
  });
  return deskPage(ask, told.status ?? 200, title, view, { ...signed, here: 'findings' });
};

const mayFile = ({ desk }: Front, { staff }: SignedIn, { department }: Where): boolean =>
  desk.may(staff, 'file-findings', findingScope(department));

const whereIn = (of: (name: string) => string): Where => ({ department: of('department'), day: of('day') });

const staleView = (where: Where, lang: Lang): View =>
  html`${noticeView(words.stale[lang], words.staleText[lang])}<p class="button-row"><a class="button-quiet" href="${deskAt(lang, 'finding/file/', where)}">${words.open[lang]}</a></p>`;

const filed = async (ask: Ask, front: Front, signed: SignedIn, hands: FindingHands): Promise<Response> => {
  const { lang } = ask;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const where = whereIn(name => textIn(post.fields, name, 60));
  const draft = textIn(post.fields, 'id', 60);
  const was = Number(textIn(post.fields, 'was', 9));
  if (!mayFile(front, signed, where)) return deskProblem(ask, 'not-yours');
  if (!hands.findings.isDraftId(draft) || !Number.isInteger(was)) return deskProblem(ask, 'broken-form');
  const typed = typedIn(post.fields);
  const page = (told: Partial<Told>) =>
    filePage(ask, front, signed, hands, where, { draft, was, typed, ...told });
  const more = post.controls.get('_act') ?? '';
  if (more !== '') return page({ more });
  const result = await hands.findings.file({ id: draft, ...where, was, typed, login: signed.staff.login });
  switch (result.tag) {
    case 'done':
      return deskWay(ask, `/desk/finding/?${new URLSearchParams({ ...where, done: '1' })}#done`);
    case 'stale':
      return page({ status: 409, notice: staleView(where, lang) });
    case 'not-due':
      return page({ status: 422, notice: noticeView(words.notDue[lang], words.notDueText[lang]) });
    case 'refused':
      return page({ status: 422, problems: problemsOf(result.wrong, lang) });
  }
};

/** The form of a department's report of a day; what it sent is stored first. */
export const findingFile = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: FindingHands,
): Promise<Response> => {
  if (ask.request.method === 'POST') return filed(ask, front, signed, hands);
  const where = whereIn(name => ask.url.searchParams.get(name) ?? '');
  const { departmentsFor } = hands.findings;
  const isOpen = /^\d{4}-\d\d-\d\d$/.test(where.day) && departmentsFor(where.day).includes(where.department);
  if (!isOpen) return notFound(ask, signed);
  return mayFile(front, signed, where)
    ? filePage(ask, front, signed, hands, where)
    : deskProblem(ask, 'not-yours');
};
