import { options } from '#src/forms/field.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { whoIn } from '#src/http/own-place.ts';
import { slotTold, deskSlotWords as words } from '#src/i18n/desk-slots.ts';
import { wayNames } from '#src/i18n/slots.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { HourSeen, Offered } from '#src/slots/desk.ts';
import type { HourDetails } from '#src/slots/store.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { type Choice, type Typed, untyped } from '#src/views/desk/fields.ts';
import { detailFields, type HourLine, hoursView, hourView, offerFields } from '#src/views/desk/hours.ts';
import { html, nothing, type View } from '#src/views/html.ts';
import { clockIn } from '#src/views/time.ts';
import { hostFor, type SlotSeat, toldOf, whoseIn } from './appointments.ts';
import { departmentChoices, problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { notFound } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

type Seat = SlotSeat & { readonly ask: Ask; readonly front: Front; readonly signed: SignedIn };
type Fields = DeskPost['fields'];

const perPage = 20;

const topicChoices = (front: Front): readonly Choice[] => {
  const field = front.forms.find(one => one.id === 'appointment')?.fields.topic;
  if (field?.kind !== 'choice') return [];
  return options(field, front.tables).map(({ code, name }) => [code, name] as const);
};

/** An officer offers hours of the own department; a dispatcher those of any. */
const hostChoices = ({ front, signed: { staff } }: Seat): readonly Choice[] =>
  departmentChoices(front).filter(([code]) => staff.role !== 'officer' || code === staff.department);

const mayKeep = ({ front, signed: { staff } }: Seat, host: string): boolean =>
  front.desk.may(staff, 'keep-hours') && (staff.role !== 'officer' || host === staff.department);

const lineOf = (front: Front, hour: HourSeen, lang: Lang): HourLine => {
  const open = hour.places.filter(place => place.state === 'open');
  const sum = (of: (place: HourSeen['places'][number]) => number) =>
    open.reduce((all, place) => all + of(place), 0);
  return {
    id: hour.id,
    day: hour.day,
    span: `${clockIn(new Date(hour.startsAt))}–${clockIn(new Date(hour.endsAt))}`,
    who: whoIn(front, hour, lang),
    way: wayNames[hour.way][lang],
    free: sum(place => place.capacity - place.taken),
    all: sum(place => place.capacity),
    isOpen: hour.state === 'open',
  };
};

/** What was offered a moment ago, as the address says: on how many days, and which were skipped. */
const offeredIn = ({ url, lang }: Ask): View => {
  const done = url.searchParams.get('done') ?? '';
  if (done !== 'offered') return done === 'again' ? toldOf(done, lang) : nothing;
  const n = Number(url.searchParams.get('n')) || 0;
  const days = (url.searchParams.get('skipped') ?? '').match(/\d{4}-\d{2}-\d{2}/g)?.slice(0, 30) ?? [];
  const named = days.map(day => shortDay(day, lang)).join(lang === 'zh-Hans' ? '、' : ', ');
  const skipped = named === '' ? nothing : html`<p>${say(slotTold.skipped, lang, { days: named })}</p>`;
  return html`${doneView(say(slotTold.offered, lang, { n }))}${skipped}`;
};

const listPage = async (seat: Seat, typed: Typed = untyped): Promise<Response> => {
  const { ask, front, signed, slots } = seat;
  const { lang, url } = ask;
  const [, startsAt = '', id = ''] =
    /^([\dTZ:.-]{24})~([0-9a-z-]{32})$/.exec(url.searchParams.get('after') ?? '') ?? [];
  const after = id === '' ? null : { startsAt, id };
  const { rows, end } = await slots.hours({
    host: hostFor(ask, signed),
    called: true,
    after,
    limit: perPage,
  });
  const isWrong = Object.keys(typed.problems).length > 0;
  const begin = { values: { host: signed.staff.department, minutes: '20', atOnce: '1', way: 'counter' } };
  const view = hoursView({
    lang,
    csrf: signed.csrf,
    whose: whoseIn(ask, signed),
    hours: rows.map(hour => lineOf(front, hour, lang)),
    next: end ? `${end.startsAt}~${end.id}` : '',
    mayKeep: front.desk.may(signed.staff, 'keep-hours') && hostChoices(seat).length > 0,
    fields: offerFields(hostChoices(seat), topicChoices(front)),
    draft: slots.draftId(),
    typed: isWrong ? typed : { ...untyped, ...begin },
    told: offeredIn(ask),
  });
  return deskPage(ask, isWrong ? 422 : 200, words.hours[lang], view, { ...signed, here: 'appointments' });
};

const text = (fields: Fields, name: string): string =>
  textIn(fields, name).normalize('NFKC').replace(/\s+/g, ' ').trim();

const isWay = (way: string): way is HourDetails['way'] => Object.hasOwn(wayNames, way);

const topicsIn = (front: Front, { topics }: Fields): string => {
  const ticked = typeof topics === 'object' && topics !== null ? Object.keys(topics) : [];
  return topicChoices(front)
    .flatMap(([code]) => (ticked.includes(code) ? [code] : []))
    .join(' ');
};

/** A mobile is a person's: what is public names offices. */
const hasMobile = (typed: string): boolean => /1[3-9]\d{9}/.test(typed.replace(/[\s-]/g, ''));

const detailsIn = (front: Front, fields: Fields): HourDetails => {
  const way = text(fields, 'way');
  return {
    office: text(fields, 'office'),
    topics: topicsIn(front, fields),
    way: isWay(way) ? way : 'counter',
    spot: text(fields, 'spot'),
    bring: text(fields, 'bring'),
  };
};

const detailProblems = ({ office, way, spot, bring }: HourDetails, lang: Lang): Record<string, string> => ({
  ...(hasMobile(office) && { office: words.wrongPhone[lang] }),
  ...(hasMobile(spot) && { spot: words.wrongPhone[lang] }),
  ...(hasMobile(bring) && { bring: words.wrongPhone[lang] }),
  ...(way !== 'phone' && spot === '' && { spot: words.wrongSpot[lang] }),
});

const faultAt = {
  day: ['day', words.wrongDay],
  span: ['to', words.wrongTime],
  minutes: ['minutes', words.wrongMinutes],
  atOnce: ['atOnce', words.wrongOnce],
  until: ['until', words.wrongUntil],
  places: ['minutes', words.wrongPlaces],
  none: ['anyDay', words.wrongNone],
} as const;

const faultsOf = (faults: Extract<Offered, { tag: 'faults' }>['faults'], lang: Lang) =>
  Object.fromEntries(faults.map(fault => [faultAt[fault][0], faultAt[fault][1][lang]]));

const offer = async (seat: Seat, { fields }: DeskPost): Promise<Response> => {
  const { ask, front, signed, slots } = seat;
  const details = detailsIn(front, fields);
  const host = text(fields, 'host');
  const problems = {
    ...detailProblems(details, ask.lang),
    ...problemsIn(offerFields(hostChoices(seat), topicChoices(front)), fields, ask.lang),
  };
  if (Object.keys(problems).length > 0) return listPage(seat, { values: fields, problems });
  if (!mayKeep(seat, host)) return deskProblem(ask, 'not-yours');
  const offered = {
    ...details,
    id: textIn(fields, 'id'),
    host,
    day: text(fields, 'day'),
    from: text(fields, 'from').replace(/^(\d):/, '0$1:'),
    to: text(fields, 'to').replace(/^(\d):/, '0$1:'),
    minutes: Number(text(fields, 'minutes')),
    atOnce: Number(text(fields, 'atOnce')),
    until: text(fields, 'until'),
    anyDay: fields.anyDay === 'on',
  };
  const done = await slots.offer(offered, signed.staff.login);
  if (done.tag === 'faults')
    return listPage(seat, { values: fields, problems: faultsOf(done.faults, ask.lang) });
  if (done.tag === 'again') return deskWay(ask, '/desk/appointments/hours/?done=again#done');
  const skipped = done.skipped.length > 0 ? `&skipped=${done.skipped.join('.')}` : '';
  return deskWay(ask, `/desk/appointments/hours/?done=offered&n=${done.days}${skipped}#done`);
};

const hourPage = (seat: Seat, hour: HourSeen, typed: Typed = untyped, told: View = nothing, status = 200) => {
  const { ask, front, signed, now } = seat;
  const { lang } = ask;
  const line = lineOf(front, hour, lang);
  const named = topicChoices(front).filter(([code]) => hour.topics.split(' ').includes(code));
  const isWrong = Object.keys(typed.problems).length > 0;
  const { office, way, spot, bring } = hour;
  const topics = hour.topics === '' ? [] : hour.topics.split(' ');
  const view = hourView({
    lang,
    csrf: signed.csrf,
    hour: line,
    version: hour.version,
    spot,
    bring,
    topics: named.map(([, name]) => name[lang]).join(lang === 'zh-Hans' ? '、' : ', '),
    places: hour.places.map(place => ({
      time: clockIn(new Date(place.startsAt)),
      taken: place.taken,
      capacity: place.capacity,
    })),
    taken: line.all - line.free,
    mayKeep: mayKeep(seat, hour.host) && hour.state === 'open' && hour.startsAt > now.toISOString(),
    fields: detailFields(topicChoices(front)),
    typed: isWrong ? typed : { ...untyped, values: { office, way, spot, bring, topics } },
    told,
  });
  return deskPage(ask, isWrong ? 422 : status, `${shortDay(hour.day, lang)} ${line.span}`, view, {
    ...signed,
    here: 'appointments',
  });
};

const changeHour = async (seat: Seat, hour: HourSeen, { fields, controls }: DeskPost): Promise<Response> => {
  const { ask, front, signed, slots } = seat;
  const seen = { id: hour.id, version: Number(textIn(fields, 'version')) };
  const { login } = signed.staff;
  const isChange = controls.get('_act') === 'change';
  const details = detailsIn(front, fields);
  const problems = {
    ...detailProblems(details, ask.lang),
    ...problemsIn(detailFields(topicChoices(front)), fields, ask.lang),
  };
  if (isChange && Object.keys(problems).length > 0) return hourPage(seat, hour, { values: fields, problems });
  const { tag } = isChange ? await slots.change(seen, details, login) : await slots.callOff(seen, login);
  if (tag === 'done') return deskWay(ask, `/desk/appointments/hours/${hour.id}/?done=done#done`);
  return hourPage(seat, (await slots.hour(hour.id)) ?? hour, untyped, toldOf(tag, ask.lang), 409);
};

const oneHour = async (seat: Seat, id: string): Promise<Response> => {
  const { ask, signed, slots } = seat;
  const hour = await slots.hour(id);
  if (!hour) return notFound(ask, signed);
  const isDone = ask.url.searchParams.get('done') === 'done';
  if (ask.request.method !== 'POST')
    return hourPage(seat, hour, untyped, isDone ? toldOf('done', ask.lang) : nothing);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  return mayKeep(seat, hour.host) ? changeHour(seat, hour, post) : deskProblem(ask, 'not-yours');
};

/** Hours that are offered; more of them offered; or one looked at, changed, called off. */
export const hoursPages = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  rest: SlotSeat,
): Promise<Response> => {
  const seat = { ask, front, signed, ...rest };
  const id = /\/hours\/([0-9a-z]{29}-\d{2})\/$/.exec(ask.url.pathname)?.[1];
  if (id) return oneHour(seat, id);
  if (ask.request.method !== 'POST') return listPage(seat);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'keep-hours')) return deskProblem(ask, 'not-yours');
  if (!rest.slots.isDraftId(textIn(post.fields, 'id'))) return deskProblem(ask, 'not-found');
  return offer(seat, post);
};
