import type { z } from 'zod';
import { forms } from '#src/forms/index.ts';
import { lineWords } from '#src/i18n/directory.ts';
import { say, type Words, w } from '#src/i18n/words.ts';
import { addDays } from '#src/rules/day.ts';
import { type Dial, dialled } from '#src/rules/dial.ts';
import type { Shift } from '#src/rules/hours.ts';
import { areaOffice, holds } from '#src/rules/routing.ts';
import type { hotline } from '#src/shelves/hotline.ts';
import type { Zone } from '#src/zone/zone.ts';

type Hotline = z.infer<typeof hotline>;

/** A number as the pages show it: one of the directory, or one of the zone's own. */
export type Line = Pick<Hotline, 'id' | 'region' | 'hours' | 'since' | 'note' | 'confidence'> & {
  readonly name: Words;
  readonly operator: Words;
  readonly answers: Words;
  /** Of an office of the zone: what comes to it in which span of days, by the dated routing table; the others always answer the same. */
  readonly answersBy: readonly Span[];
  /** Null for the zone's own, which stand by themselves. */ readonly group: Hotline['group'] | null;
  readonly numbers: readonly Dial[];
  readonly fax: Dial | null;
  readonly shifts: readonly Shift[];
  /** Null for the zone's own: they are its own business. */ readonly checkedOn: string | null;
  /** Where it can be visited too; null where nobody says. */ readonly address: Words | null;
};

/** What is answered from a day until before another; '' is no bound. */
export type Span = { readonly from: string; readonly before: string; readonly answers: Words };

const same = (text: string): Words => w(text, text);

/** An entry of content/ as a line. */
export const lineOf = (data: Hotline): Line => ({
  ...data,
  name: same(data.name),
  operator: same(data.operator),
  answers: same(data.answers.join('、')),
  answersBy: [],
  numbers: data.numbers.map(dialled),
  fax: data.fax === null ? null : dialled(data.fax),
  address: null,
});

type Own = Pick<Line, 'name' | 'answers'> & { readonly code: string; readonly phone: string };

const own = (zone: Zone, { code, name, answers, phone }: Own, shifts: readonly Shift[]): Line => ({
  id: `zone-${code}`,
  name,
  operator: zone.name,
  answers,
  answersBy: [],
  group: null,
  region: zone.name['zh-Hans'],
  numbers: [dialled(phone)],
  fax: null,
  hours: null,
  shifts,
  since: null,
  note: null,
  confidence: 'high',
  checkedOn: null,
  address: null,
});

/** The office's hours, with its lunch break. */
const officeShifts = ({ office: { from, to, lunch } }: Zone): readonly Shift[] =>
  lunch
    ? [
        { days: 'office', from, to: lunch.from },
        { days: 'office', from: lunch.to, to },
      ]
    : [{ days: 'office', from, to }];

const listed = (words: Words, list: readonly Words[]): Words =>
  w(
    say(words, 'zh-Hans', { list: list.map(one => one['zh-Hans']).join('、') }),
    say(words, 'en', { list: list.map(one => one.en).join('; ') }),
  );

/** What a department answers by the routing table of the day: the forms that come to it, and the area that is its own. */
const workOf = (zone: Zone, code: string, day: string): Words => {
  const areas = zone.areas.filter(area => area.office === code);
  const rows = zone.routing.filter(row => holds(row, day));
  const takes = forms.filter(form =>
    rows.some(
      row =>
        row.form === form.id && (row.handler === code || (areas.length > 0 && row.handler === areaOffice)),
    ),
  );
  const parts = [
    ...(areas.length > 0
      ? [
          listed(
            lineWords.covers,
            areas.map(({ covers }) => covers),
          ),
        ]
      : []),
    ...(takes.length > 0
      ? [
          listed(
            lineWords.takes,
            takes.map(({ title }) => title),
          ),
        ]
      : []),
  ];
  return w(parts.map(part => part['zh-Hans']).join('。'), parts.map(part => part.en).join('. '));
};

/** The same for every span of days in which it does not change; one span where it never does. */
const worksOf = (zone: Zone, code: string): readonly Span[] => {
  const ends = zone.routing.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)]));
  const days = [...new Set([...zone.routing.map(({ from }) => from), ...ends])].sort();
  const spans = [days[0] ? addDays(days[0], -1) : '', ...days].map((day, n) => ({
    from: n === 0 ? '' : day,
    answers: workOf(zone, code, day),
  }));
  const changes = spans.filter(({ answers }, n) => answers['zh-Hans'] !== spans[n - 1]?.answers['zh-Hans']);
  return changes.map((span, n) => ({ ...span, before: changes[n + 1]?.from ?? '' }));
};

/** The numbers that everybody in the zone may need at once. */
export const urgentLines = (zone: Zone): readonly Line[] => {
  const { duty, fill, feverClinic, cdc } = zone.phones;
  const none = w('', '');
  return [
    own(zone, { code: 'duty', name: lineWords.duty, answers: lineWords.fever, phone: duty }, []),
    own(zone, { code: 'fever', name: feverClinic.name, answers: none, phone: feverClinic.phone }, []),
    own(zone, { code: 'cdc', name: lineWords.cdc, answers: none, phone: cdc }, []),
    {
      ...own(zone, { code: 'fill', name: lineWords.fill, answers: none, phone: fill }, officeShifts(zone)),
      address: zone.office.address,
    },
  ];
};

/** The offices of the zone that have a number, with what each takes on the day. */
export const officeLines = (zone: Zone, day: string): readonly Line[] =>
  zone.departments.flatMap(({ code, name, phone }) =>
    phone === null
      ? []
      : [
          {
            ...own(
              zone,
              { code: `office-${code}`, name, answers: workOf(zone, code, day), phone },
              officeShifts(zone),
            ),
            answersBy: worksOf(zone, code),
          },
        ],
  );
