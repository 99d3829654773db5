import type { CaseRow } from '#src/cases/store.ts';
import { timeOf as partsOf } from '#src/forms/place.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { ownPlaceWords, slotsWords } from '#src/i18n/slots.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { OwnPlace } from '#src/slots/desk.ts';
import type { HourRow } from '#src/slots/store.ts';
import { nothing, type View } from '#src/views/html.ts';
import { calendarAt, type OwnPlaceView, ownPlaceFacts, ownPlaceView } from '#src/views/place.ts';
import { clockIn } from '#src/views/time.ts';

/** Who is there at an hour, in words: department and office. */
export const whoIn = (
  front: Pick<Front, 'department'>,
  { host, office }: Pick<HourRow, 'host' | 'office'>,
  lang: Lang,
): string => say(slotsWords.who, lang, { host: front.department(host)[lang], office });

const partsIn = (ask: Ask, front: Front, own: OwnPlace, pass: string): OwnPlaceView => {
  const { lang } = ask;
  const { hour } = own;
  return {
    lang,
    state: own.state,
    placeId: own.placeId,
    ends: own.endsAt === '' ? '' : clockIn(new Date(own.endsAt)),
    way: hour?.way ?? '',
    spot: hour?.spot ?? '',
    who: hour ? whoIn(front, hour, lang) : '',
    bring: hour?.bring ?? '',
    pass,
    mayMove: own.mayMove,
    phone: front.tables.phones.duty,
  };
};

/** The time of a case for its enterprise; nothing where its form asks for none. `pass` '' shows no button. */
export const ownPlaceIn = async (ask: Ask, front: Front, row: CaseRow, pass: string): Promise<View> => {
  if (!front.slots.asks(row.form)) return nothing;
  const own = await front.slots.own(row);
  return own ? ownPlaceView(partsIn(ask, front, own, pass)) : nothing;
};

/** The same for a program: null where there is none. */
export const ownPlaceJson = async (ask: Ask, front: Front, row: CaseRow) => {
  if (!front.slots.asks(row.form)) return null;
  const own = await front.slots.own(row);
  if (!own) return null;
  const { state, placeId: slot, startsAt, endsAt, hour } = own;
  if (state !== 'booked' || !hour)
    return { state, said: ownPlaceWords[state === 'booked' ? 'wanted' : state][ask.lang] };
  const { way, spot, bring } = hour;
  const facts = ownPlaceFacts(partsIn(ask, front, own, ''));
  const calendar = calendarAt(ask.lang, slot);
  const who = whoIn(front, hour, ask.lang);
  return { state, slot, startsAt, endsAt, way, spot, bring, who, facts, calendar };
};

/** Whether a text is the id of a time. */
export const isPlace = (text: string): boolean => partsOf(text) !== null;
