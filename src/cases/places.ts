import type { Office } from '#src/cases/office.ts';
import type { Kind } from '#src/cases/state.ts';
import type { CaseRow, PlaceWish } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { asksForPlace, placeOf, timeOf } from '#src/forms/place.ts';
import { bookedWith } from '#src/i18n/slots.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';
import { instant } from '#src/rules/day.ts';

/** So long before a time begins it is given to nobody any more: the office must learn of it. An officer may give it until then. */
export const leadMinutes = 60;

/** Until when the time that a submission chose may still be taken: the wish that goes with the case; undefined where the form asks for none. */
export const wishOf = (
  form: AnyForm,
  answers: Answers,
  at: Date,
  byOfficer: boolean,
): PlaceWish | undefined => {
  const placeId = placeOf(form, answers);
  if (placeId === null) return undefined;
  const lead = byOfficer ? 0 : leadMinutes * 60_000;
  return {
    placeId,
    startsAt: timeOf(placeId)?.startsAt ?? '',
    from: new Date(at.getTime() + lead).toISOString(),
  };
};

/** The department that is there at the time that was chosen: it handles the case. '' for none; the store then refuses an unknown time. */
export const hostOf = async (office: Office, form: AnyForm, answers: Answers): Promise<string> => {
  const placeId = placeOf(form, answers) ?? '';
  return placeId === '' || !office.hostOf ? '' : office.hostOf(placeId);
};

/** Closing time of the day of a time, or the time itself where that is later: by then its case is to be answered. */
export const dueOf = (office: Pick<Office, 'closing'>, placeId: string): string => {
  const { day = '', startsAt = '' } = timeOf(placeId) ?? {};
  const closing = instant(day, office.closing);
  return new Date(Math.max(closing.getTime(), Date.parse(startsAt))).toISOString();
};

type Routed = Pick<CaseRow, 'handler' | 'routing' | 'due'>;

/** Who has the hours has the case, whatever its topic; it is due on the day of the time. */
export const ledByHost = (office: Office, routed: Routed, host: string, placeId: string): Routed => {
  const name = (lang: keyof Words) => office.departments[host]?.[lang] ?? host;
  const reason = Object.fromEntries(langs.map(lang => [lang, say(bookedWith, lang, { host: name(lang) })]));
  const routing = JSON.stringify({ ...JSON.parse(routed.routing), handler: host, alsoTo: [], reason });
  return { handler: host, routing, due: dueOf(office, placeId) };
};

/** What ends a case, and with it a time that is still to come. */
const endings: readonly Kind[] = ['withdrawn', 'closed', 'confirmed', 'merged', 'erased', 'expired'];

/** Whether an event gives the time of a case back. */
export const frees = (office: Pick<Office, 'forms'>, row: Pick<CaseRow, 'form'>, kind: Kind): boolean => {
  if (!endings.includes(kind)) return false;
  const form = office.forms.find(one => one.id === row.form);
  return form !== undefined && asksForPlace(form);
};
