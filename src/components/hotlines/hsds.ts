import { lineWords } from '#src/i18n/directory.ts';
import { hoursWords } from '#src/i18n/hours.ts';
import { say } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Day, daysBetween } from '#src/rules/day.ts';
import type { Shift } from '#src/rules/hours.ts';
import { usualHours } from '#src/rules/hours-words.ts';
import { hotlineGroups } from '#src/shelves/hotline.ts';
import type { Verified } from '../suppliers/export.ts';
import { numberOf } from './card.ts';
import { exceptions } from './contact-point.ts';
import type { Line } from './lines.ts';
import { uuidOf } from './uuid.ts';

/** What a whole export is made of: the lines, the legal calendar, the day from which exceptions are listed. */
export type Source = {
  readonly lines: readonly Line[];
  /** Without samples. */ readonly suppliers: readonly Verified[];
  readonly calendar: Calendar;
  readonly day: Day;
  readonly site: URL;
  /** Said of the zone's own numbers on a demonstration; null on a real site. */ readonly alert:
    | string
    | null;
  /** Where the zone's offices are. */ readonly place: { readonly name: string; readonly address: string };
};

const groups = Object.keys(hotlineGroups) as (keyof typeof hotlineGroups)[];
const taxonomyId = uuidOf('taxonomy groups');
const idOf = (line: Line): string => uuidOf(`service ${line.id}`);
const placeId = uuidOf('location zone');

/** The taxonomy of the directory's groups. */
export const taxonomy = {
  id: taxonomyId,
  name: '办事电话分组',
  description: '办事电话按事情分的组。',
};

const termOf = (group: (typeof groups)[number]) => ({
  id: uuidOf(`term ${group}`),
  code: group,
  name: hotlineGroups[group]['zh-Hans'],
  description: hotlineGroups[group].en,
  taxonomy: taxonomy.name,
  language: 'zh-Hans',
  taxonomy_id: taxonomyId,
});

export const taxonomyTerms = () => groups.map(termOf);

/** One organization for each name: several numbers may be answered by the same. */
const organizationOf = (line: Line) => ({
  id: uuidOf(`organization ${line.operator['zh-Hans']}`),
  name: line.operator['zh-Hans'],
  description: `${line.operator['zh-Hans']}（${line.region}）`,
});

const phonesOf = (line: Line) => {
  const phone = (dial: Line['numbers'][number], type: 'voice' | 'fax') => ({
    id: uuidOf(`phone ${line.id} ${type} ${dial.shown}`),
    service_id: idOf(line),
    number: numberOf(dial),
    ...(dial.extension ? { extension: Number(dial.extension) } : {}),
    type,
    languages: [{ id: uuidOf(`language ${line.id} ${type} ${dial.shown}`), name: '中文', code: 'zh' }],
  });
  return [...line.numbers.map(dial => phone(dial, 'voice')), ...(line.fax ? [phone(line.fax, 'fax')] : [])];
};

const weekdays = {
  every: 'MO,TU,WE,TH,FR,SA,SU',
  working: 'MO,TU,WE,TH,FR',
  rest: 'SA,SU',
  office: 'MO,TU,WE,TH,FR',
};
const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Times carry their offset, as the specification asks. */
const opening = ({ from, to }: Pick<Shift, 'from' | 'to'>) => ({
  opens_at: `${from}+08:00`,
  closes_at: `${to === '24:00' ? '23:59' : to}+08:00`,
  timezone: 8,
});

/**
 * The week as it usually is, and each day to the end of the year that differs, holiday or 调休, as a schedule valid on that day alone;
 * a day without hours has no times.
 */
const schedulesOf = (line: Line, { calendar, day }: Source) => {
  const service = { service_id: idOf(line) };
  const usual = line.shifts.map(shift => ({
    id: uuidOf(`schedule ${line.id} ${shift.days} ${shift.from} ${shift.to}`),
    ...service,
    freq: 'WEEKLY',
    wkst: 'MO',
    byday: weekdays[shift.days],
    description: usualHours([shift], 'zh-Hans'),
    ...opening(shift),
  }));
  const rest = daysBetween(day, `${Number(day.slice(0, 4)) + 1}-01-01`);
  const special = exceptions(line.shifts, calendar, day, rest).flatMap(one => {
    const on = { valid_from: one.day, valid_to: one.day, dtstart: one.day };
    const id = (what: string) => uuidOf(`schedule ${line.id} ${one.day} ${what}`);
    const weekday = names[(new Date(`${one.day}T00:00:00Z`).getUTCDay() + 6) % 7];
    return one.shifts.length === 0
      ? [{ id: id('closed'), ...service, ...on, description: hoursWords.noHours['zh-Hans'] }]
      : one.shifts.map(shift => ({
          id: id(shift.from),
          ...service,
          ...on,
          freq: 'WEEKLY',
          byday: weekday,
          description: usualHours([shift], 'zh-Hans'),
          ...opening(shift),
        }));
  });
  return [...usual, ...special];
};

/** The office of the zone, where people are helped. */
export const locationOf = ({ place }: Source) => ({
  id: placeId,
  location_type: 'physical',
  name: place.name,
  description: place.address,
});

const attributesOf = (line: Line) =>
  line.group === null
    ? []
    : [
        {
          id: uuidOf(`attribute ${line.id}`),
          link_id: idOf(line),
          link_entity: 'service',
          taxonomy_term_id: termOf(line.group).id,
          taxonomy_term: termOf(line.group),
        },
      ];

/** What a reader must know before relying on it. */
const alertOf = (line: Line, { alert }: Source): string =>
  [
    line.group === null ? (alert ?? '') : '',
    line.numbers.length === 0 ? '号码未公布。' : '',
    line.shifts.length === 0 ? `${hoursWords.unknown['zh-Hans']}。` : '',
    line.hours && line.shifts.length === 0
      ? `${say(lineWords.noted, 'zh-Hans', { hours: line.hours })}。`
      : '',
    line.note ?? '',
  ].join('');

/** A number as a fully nested service of HSDS 3.0. */
export const serviceOf = (line: Line, source: Source) => {
  const organization = organizationOf(line);
  const alert = alertOf(line, source);
  return {
    id: idOf(line),
    organization_id: organization.id,
    name: line.name['zh-Hans'],
    ...(line.answers['zh-Hans'] ? { description: line.answers['zh-Hans'] } : {}),
    url: new URL(`/hotlines/${line.id}/`, source.site).href,
    status: line.since !== null && line.since > source.day ? 'inactive' : 'active',
    ...(line.checkedOn === null ? {} : { assured_date: line.checkedOn }),
    ...(alert ? { alert } : {}),
    organization,
    phones: phonesOf(line),
    schedules: schedulesOf(line, source),
    service_areas: [{ id: uuidOf(`area ${line.id}`), service_id: idOf(line), name: line.region }],
    languages: [{ id: uuidOf(`language ${line.id}`), service_id: idOf(line), name: '中文', code: 'zh' }],
    service_at_locations: line.address
      ? [
          {
            id: uuidOf(`at ${line.id}`),
            service_id: idOf(line),
            location_id: placeId,
            location: locationOf(source),
          },
        ]
      : [],
    attributes: attributesOf(line),
  };
};
