import { inWords } from '#src/forms/display.ts';
import type { AnyForm } from '#src/forms/field.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { isPlace, whoIn } from '#src/http/own-place.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { calendarWords, wayNames, slotsWords as words } from '#src/i18n/slots.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { HourSeen, SlotDesk } from '#src/slots/desk.ts';
import { appointmentsView, type PublicHour } from '#src/views/appointments.ts';
import { clockIn } from '#src/views/time.ts';

/** Hours on a page. */
const perPage = 12;

const topicsIn = (front: Front, form: AnyForm | undefined, topics: string, lang: Lang): string => {
  const field = form?.fields.topic;
  if (topics === '' || field?.kind !== 'choice') return '';
  const names = topics.split(' ').map(code => inWords(field, code, front.tables, lang));
  return say(words.topics, lang, { topics: names.join(lang === 'zh-Hans' ? '、' : ', ') });
};

/** How one meets, and where; how to join a meeting is told to those who booked. */
const wayIn = ({ way, spot }: Pick<HourSeen, 'way' | 'spot'>, lang: Lang): string => {
  if (way === 'online') return say(words.online, lang, { way: wayNames[way][lang] });
  return spot === '' ? wayNames[way][lang] : say(words.spot, lang, { way: wayNames[way][lang], spot });
};

const hourIn = (front: Front, hour: HourSeen, from: string, lang: Lang): PublicHour => {
  const form = front.forms.find(one => one.id === 'appointment');
  return {
    day: hour.day,
    who: whoIn(front, hour, lang),
    way: wayIn(hour, lang),
    topics: topicsIn(front, form, hour.topics, lang),
    places: hour.places
      .filter(place => place.state === 'open' && place.startsAt > from)
      .map(place => ({
        id: place.id,
        time: clockIn(new Date(place.startsAt)),
        left: place.capacity - place.taken,
      })),
  };
};

const cursorIn = (text: string) => {
  const [, startsAt = '', id = ''] = /^([\dTZ:.-]{24})~([0-9a-z-]{32})$/.exec(text) ?? [];
  return id === '' ? null : { startsAt, id };
};

/** The times that are free, by day. Nobody stores it: what is free changes by the minute. */
export const appointmentsPage = async (ask: Ask, front: Front, slots: SlotDesk): Promise<Response> => {
  const { lang, url } = ask;
  const after = cursorIn(url.searchParams.get('after') ?? '');
  const { rows, end } = await slots.hours({ host: '', called: false, after, limit: perPage });
  const from = slots.bookableFrom();
  const view = appointmentsView({
    lang,
    hours: rows.map(hour => hourIn(front, hour, from, lang)).filter(hour => hour.places.length > 0),
    next: end ? `${end.startsAt}~${end.id}` : '',
    isFirst: after === null,
  });
  return page(lang, 200, words.title[lang], view);
};

/** Text of a calendar: RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines of at most 75 bytes, those that follow begun with a blank (RFC 5545, 3.1); no character is cut. */
const folded = (line: string): string => {
  const parts = [''];
  for (const sign of line) {
    const last = parts.at(-1) ?? '';
    if (Buffer.byteLength(last + sign) > (parts.length === 1 ? 75 : 74)) parts.push(sign);
    else parts[parts.length - 1] = last + sign;
  }
  return parts.join('\r\n ');
};

const stamp = (iso: string): string => iso.replace(/[-:]|\.\d{3}/g, '');

/** One time as a calendar entry: what the public page says of it, nothing of whoever booked it. */
export const calendarFile = async (ask: Ask, front: Front, slots: SlotDesk): Promise<Response> => {
  const { lang, url } = ask;
  const id = url.searchParams.get('slot') ?? '';
  const found = isPlace(id) ? await slots.placeWith(id) : null;
  if (!found) return problem(ask, 'not-found');
  const { place, hour } = found;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//reopendesk//appointments//ZH',
    'BEGIN:VEVENT',
    `UID:${place.id}@${url.hostname}`,
    `DTSTAMP:${stamp(hour.at)}`,
    `SEQUENCE:${hour.version}`,
    `DTSTART:${stamp(place.startsAt)}`,
    `DTEND:${stamp(place.endsAt)}`,
    `SUMMARY:${escaped(say(calendarWords.summary, lang, { host: whoIn(front, hour, lang) }))}`,
    ...(hour.way === 'counter' ? [`LOCATION:${escaped(hour.spot)}`] : []),
    `DESCRIPTION:${escaped(say(calendarWords.about, lang, { way: wayNames[hour.way][lang] }))}`,
    ...(place.state === 'closed' ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return new Response(`${lines.map(folded).join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="appointment.ics"',
      'cache-control': 'no-store',
    },
  });
};
