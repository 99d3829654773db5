import type { Course, Identified } from '#src/cases/track.ts';
import type { Ask } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import { caseJson, casePage } from '#src/http/case-page.ts';
import type { Front } from '#src/http/front.ts';
import { isPlace } from '#src/http/own-place.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { credentials, type Lookup, refused } from '#src/http/tracking.ts';
import { moveWords as words } from '#src/i18n/slots.ts';
import { actWords } from '#src/i18n/track.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';
import type { SlotDesk } from '#src/slots/desk.ts';
import { caseButton } from '#src/views/acts.ts';
import { moveView } from '#src/views/place.ts';

/** What an enterprise asks of its own time: nothing yet (`look`), to move it, or to cancel it. */
export type Moving = Lookup & { readonly act: 'look' | 'move' | 'cancel'; readonly slot: string };

/** What is needed of the program. */
export type Movers = {
  readonly front: Front;
  readonly slots: SlotDesk;
  readonly now: () => Date;
  readonly courseOf: (number: string) => Promise<Course | null>;
};

/** Reads who asks, and what; an act that there is not is a look. */
export const moving = async (ask: Ask): Promise<Moving | Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const who = credentials(ask, body);
  if (who instanceof Response) return who;
  const { act, slot } = body.fields as Readonly<Record<string, unknown>>;
  return {
    ...who,
    act: act === 'move' || act === 'cancel' ? act : 'look',
    slot: typeof slot === 'string' ? slot.slice(0, 60) : '',
  };
};

/** Times that are offered on the page. */
const most = 24;

type Told = 'choose' | 'full' | 'late' | 'unfit' | 'busy';

const choosing = async (
  ask: Ask,
  { front, slots }: Movers,
  course: Course,
  told: Told | '',
): Promise<Response> => {
  const { lang } = ask;
  const { case: row, pass } = course;
  const own = await slots.own(row);
  const free = own?.mayMove ? await slots.openPlaces(row.handler, most) : [];
  const { duty: phone } = front.tables.phones;
  const view = moveView(
    {
      lang,
      number: front.showNumber(row.number),
      pass,
      now: own?.state === 'booked' ? own.placeId : '',
      choices: free.map(place => place.id),
      host: front.department(row.handler)[lang],
      phone,
      mayCancel: own?.mayCancel ?? false,
      problem: told === '' ? '' : say(words[told], lang, { phone }),
    },
    caseButton({ lang, pass, label: actWords.back[lang] }),
  );
  return page(lang, told === '' ? 200 : told === 'choose' ? 422 : 409, words.title[lang], view);
};

const inEach = (told: Told, phone: string): Words =>
  Object.fromEntries(langs.map(lang => [lang, say(words[told], lang, { phone })])) as Words;

/** Not done, and why: on the page with what is free now, or for a program. */
const notDone = async (ask: Ask, movers: Movers, course: Course, told: Told): Promise<Response> => {
  if (ask.wantsPage) return choosing(ask, movers, course, told);
  const { duty } = movers.front.tables.phones;
  const type = told === 'choose' ? 'refused' : 'place-refused';
  const free = await movers.slots.openPlaces(course.case.handler, most);
  return problem(ask, type, {
    errors: [{ pointer: '/slot', message: inEach(told, duty) }],
    more: { places: free.map(place => place.id) },
  });
};

/** The case with its time as it is now; or the page on which one chooses, and why it was not done. */
export const moved = async (
  ask: Ask,
  movers: Movers,
  asked: Moving,
  found: Identified,
): Promise<Response> => {
  const { front, slots, now, courseOf } = movers;
  if (found.tag !== 'found') return refused(ask, asked, found, now());
  const { number } = found.case;
  const look = async () => {
    const course = await courseOf(number);
    if (!course) throw new Error(`Case ${number} is gone.`);
    return course;
  };
  if (!front.slots.asks(found.case.form)) return notDone(ask, movers, await look(), 'unfit');
  if (asked.act === 'look' && ask.wantsPage) return choosing(ask, movers, await look(), '');
  if (asked.act === 'look' || (asked.act === 'move' && !isPlace(asked.slot)))
    return notDone(ask, movers, await look(), 'choose');
  const slot = asked.act === 'move' ? asked.slot : '';
  const { tag } = await slots.move(number, slot, { actor: 'enterprise', isOfficer: false });
  if (tag !== 'done') return notDone(ask, movers, await look(), tag === 'stale' ? 'busy' : tag);
  const course = await look();
  return ask.wantsPage ? casePage(ask, front, course, now()) : caseJson(ask, front, course);
};
