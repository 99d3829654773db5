import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '#src/commands/content.ts';
import { packCalendar, unpackCalendar } from '#src/rules/calendar-pack.ts';
import { addDays } from '#src/rules/day.ts';
import { packShifts, type Shift, shiftsOn, standingAt, unpackShifts } from '#src/rules/hours.ts';
import { dayAndWeekday, hoursOn, sayMoment, sayStanding, usualHours } from '#src/rules/hours-words.ts';
import { readZone } from '#src/zone/zone.ts';

const root = join(import.meta.dirname, '../..');
const zone = readZone(root);
const { calendar } = zone;

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const plain: Shift[] = [{ days: 'working', from: '08:30', to: '17:00' }];
const lunch: Shift[] = [
  { days: 'working', from: '08:30', to: '12:00' },
  { days: 'working', from: '13:00', to: '17:00' },
];
const duty: Shift[] = lunch.map(shift => ({ ...shift, days: 'office' }));
const night: Shift[] = [{ days: 'every', from: '20:00', to: '08:00' }];
const always: Shift[] = [{ days: 'every', from: '00:00', to: '24:00' }];
/** By day and by night in turns: nobody ever leaves, though no shift says 24 hours. */
const turns: Shift[] = [
  { days: 'every', from: '08:00', to: '20:00' },
  { days: 'every', from: '20:00', to: '08:00' },
];
const weekend: Shift[] = [
  { days: 'rest', from: '09:00', to: '16:00' },
  { days: 'working', from: '17:30', to: '22:00' },
];
const late: Shift[] = [{ days: 'working', from: '18:00', to: '24:00' }];

const said = (shifts: readonly Shift[], time: string, lang: 'zh-Hans' | 'en' = 'zh-Hans'): string =>
  sayStanding(standingAt(shifts, calendar, at(time)), at(time), lang);

type Told = [shifts: readonly Shift[], time: string, expected: string, what: string];

describe('standingAt', () => {
  it.each<Told>([
    [plain, '2020-03-20 08:29', '还没上班，8:30 起', 'before it opens'],
    [plain, '2020-03-20 08:30', '现在可以打，到17:00', 'the minute it opens'],
    [plain, '2020-03-20 16:59', '现在可以打，到17:00', 'the last minute'],
    [plain, '2020-03-20 17:00', '现已下班，周一 8:30 起', 'the minute it closes, on a Friday'],
    [plain, '2020-03-21 10:00', '今天休息，周一 8:30 起', 'a Saturday'],
    [plain, '2020-01-19 10:00', '现在可以打，到17:00', 'a Sunday made up for'],
    [
      plain,
      '2020-01-23 17:00',
      '现已下班，1月31日 8:30 起',
      'the festival before its extension was announced',
    ],
    [plain, '2020-01-25 10:00', '今天休息，周五 8:30 起', 'the day before the extension was announced'],
    [plain, '2020-01-26 10:00', '今天休息，2月3日 8:30 起', 'the day the extension was announced'],
    [plain, '2020-02-01 10:00', '今天休息，周一 8:30 起', 'a working Saturday that the extension took away'],
    [plain, '2020-09-30 18:00', '现已下班，10月9日 8:30 起', 'eight days of holidays ahead'],
    [plain, '2020-12-31 18:00', '现已下班，周五 8:30 起', 'over the end of a year into one without a table'],
    [plain, '2026-02-14 16:00', '现在可以打，到17:00', 'a Saturday made up for'],
    [plain, '2026-02-14 17:30', '现已下班，2月24日 8:30 起', 'nine days of holidays ahead'],
    [lunch, '2020-03-20 12:00', '中间休息，13:00 起', 'the lunch break'],
    [lunch, '2020-03-20 11:59', '现在可以打，到12:00', 'the minute before it'],
    [lunch, '2020-03-20 13:00', '现在可以打，到17:00', 'the minute after it'],
    [night, '2020-03-20 07:59', '现在可以打，到8:00', 'the end of a night'],
    [night, '2020-03-20 12:00', '现已下班，20:00 起', 'between two nights'],
    [night, '2020-03-20 23:30', '现在可以打，到周六 8:00', 'a night before midnight'],
    [late, '2020-03-20 23:59', '现在可以打，到24:00', 'until midnight'],
    [late, '2020-03-21 00:00', '今天休息，周一 18:00 起', 'midnight'],
    [always, '2020-01-25 03:00', '现在可以打', '24 hours'],
    [turns, '2020-01-25 03:00', '现在可以打', 'one shift after another'],
    [weekend, '2020-03-20 10:00', '还没上班，17:30 起', 'a working day of a line for the evenings'],
    [weekend, '2020-03-21 10:00', '现在可以打，到16:00', 'a Saturday of a line for the weekend'],
    [[], '2020-03-20 10:00', '接听时间未核实', 'nothing known'],
    [duty, '2020-03-21 10:00', '今天休息，周一 8:30 起', 'a Saturday without anybody on duty'],
  ])('%# %j at %s: %s (%s)', (shifts, time, expected) => {
    expect(said(shifts, time)).toBe(expected);
  });

  it('counts the duty days of the zone for its own offices, and for nobody else', () => {
    const onDuty = { ...calendar, duty: ['2020-03-21'] };
    expect(standingAt(duty, onDuty, at('2020-03-21 10:00')).tag).toBe('open');
    expect(standingAt(lunch, onDuty, at('2020-03-21 10:00')).tag).toBe('off');
  });

  it('does not end its search in a holiday, and gives up where nobody ever comes', () => {
    const closed = {
      years: { '2020': { off: [{ name: '停', from: '2020-01-01', to: '2020-12-31' }], work: [], extra: [] } },
      duty: [],
    };
    expect(standingAt(plain, closed, at('2020-03-20 10:00'))).toEqual({ tag: 'shut' });
    expect(said(plain, '2020-10-01 10:00')).toBe('今天休息，10月9日 8:30 起');
  });

  it('says the same in English', () => {
    expect(said(plain, '2020-03-20 17:00', 'en')).toBe('Closed, opens Monday 8:30');
    expect(said(plain, '2020-09-30 18:00', 'en')).toBe('Closed, opens Oct 9 8:30');
  });
});

describe('in words', () => {
  it.each([
    [plain, '工作日 8:30–17:00', 'Working days 8:30–17:00'],
    [lunch, '工作日 8:30–12:00、13:00–17:00', 'Working days 8:30–12:00, 13:00–17:00'],
    [night, '每天 20:00–次日8:00', 'Every day 20:00–next day 8:00'],
    [always, '24小时', '24 hours'],
    [late, '工作日 18:00–24:00', 'Working days 18:00–24:00'],
    [
      weekend,
      '节假日和周末 9:00–16:00；工作日 17:30–22:00',
      'Holidays and weekends 9:00–16:00; Working days 17:30–22:00',
    ],
    [[], '', ''],
  ] as const)('%j', (shifts, zh, en) => {
    expect([usualHours(shifts, 'zh-Hans'), usualHours(shifts, 'en')]).toEqual([zh, en]);
  });

  it('gives the hours of one day as they are known on another', () => {
    expect(hoursOn(lunch, calendar, '2020-01-31', '2020-01-25', 'zh-Hans')).toBe('8:30–12:00、13:00–17:00');
    expect(hoursOn(lunch, calendar, '2020-01-31', '2020-01-26', 'zh-Hans')).toBe('休息');
    expect(dayAndWeekday('2020-01-31', 'zh-Hans')).toBe('1月31日 周五');
  });

  it('names the moment in Beijing, and says so where the holidays of its year are not known', () => {
    expect(sayMoment(at('2020-03-20 09:05'), calendar, 'zh-Hans')).toBe(
      '按北京时间3月20日（周五）9:05 算，每分钟更新。',
    );
    expect(sayMoment(at('2024-03-20 09:05'), calendar, 'zh-Hans')).toContain('2024年的放假安排还没有录入');
  });
});

describe('packed for the page', () => {
  it.each([[plain], [lunch], [duty], [night], [always], [turns], [weekend], [late], [[]]])('%j', shifts => {
    expect(unpackShifts(packShifts(shifts))).toEqual(shifts);
  });

  it('leaves out what nobody packed', () => {
    expect(unpackShifts('x0830-1700,w08:30-17:00,w0830-1700')).toEqual(plain);
  });

  it('keeps of the calendar what working days depend on, from a year on', () => {
    const given = { ...calendar, duty: ['2019-12-31', '2020-03-21'] };
    const unnamed = JSON.stringify(given, (key, value: unknown) =>
      key === 'name' ? '' : key === 'source' ? undefined : value,
    );
    const { years, duty: days } = JSON.parse(unnamed);
    expect(unpackCalendar(packCalendar(given, '2020'))).toEqual({ years, duty: days.slice(1) });
    expect(Object.keys(unpackCalendar(packCalendar(given, '2021')).years)).toEqual(['2026']);
    expect(unpackCalendar(packCalendar({ years: {}, duty: [] }, '2020'))).toEqual({ years: {}, duty: [] });
  });
});

/**
 * The simulation: a year as a strip of minutes, painted by somebody who knows nothing of the rule. It reads the calendar files itself, makes
 * a list of working days for everything that was known on each day, and paints; the rule is then asked at every minute.
 */
type File = {
  off: { from: string; to: string }[];
  work: string[];
  extra?: { announced: string; off: { from: string; to: string }[]; notWork: string[] }[];
};
const fileOf = (year: number): File | null =>
  calendar.years[year] ? parse(readFileSync(join(root, `content/calendar/${year}.yaml`), 'utf8')) : null;

const between = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The working days of a year as the public knew them on the day `known`. */
const workingDays = (year: number, known: string): ReadonlySet<string> => {
  const days = new Set(
    between(`${year}-01-01`, `${year}-12-31`).filter(day => ![0, 6].includes(new Date(day).getUTCDay())),
  );
  const file = fileOf(year);
  if (!file) return days;
  for (const day of file.work) days.add(day);
  for (const { from, to } of file.off) for (const day of between(from, to)) days.delete(day);
  for (const { announced, off, notWork } of file.extra ?? []) {
    if (announced > known) continue;
    for (const { from, to } of off) for (const day of between(from, to)) days.delete(day);
    for (const day of notWork) days.delete(day);
  }
  return days;
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const spare = 45;

/** Minutes from the day before the year to some weeks after it: 1 where somebody picks up. */
const paint = (year: number, shifts: readonly Shift[], known: string): Uint8Array => {
  const days = between(addDays(`${year}-01-01`, -1), addDays(`${year}-12-31`, spare));
  const working = new Set([year - 1, year, year + 1].flatMap(one => [...workingDays(one, known)]));
  const strip = new Uint8Array((days.length + 1) * 1440);
  for (const [n, day] of days.entries()) {
    for (const { days: kind, from, to } of shifts) {
      const isFor = kind === 'every' || working.has(day) === (kind !== 'rest');
      if (!isFor) continue;
      const [start, stop] = [minutesOf(from), minutesOf(to)];
      strip.fill(1, n * 1440 + start, n * 1440 + (stop > start ? stop : stop + 1440));
    }
  }
  return strip;
};

/** For every minute of a strip how many minutes are left until the colour changes. */
const untilChange = (strip: Uint8Array): Int32Array => {
  const left = new Int32Array(strip.length);
  for (let n = strip.length - 2; n >= 0; n -= 1)
    left[n] = strip[n] === strip[n + 1] ? (left[n + 1] ?? 0) + 1 : 1;
  return left;
};

/** Minutes at which the rule and the strip differ, with what each says; the first five. `step`: asked every so many minutes, and at every change. */
const differences = (
  year: number,
  shifts: readonly Shift[],
  given: typeof calendar,
  step: number,
): string[] => {
  const wrong: string[] = [];
  const announced = (fileOf(year)?.extra ?? []).map(one => one.announced);
  let known = '';
  let strip: Uint8Array = new Uint8Array();
  let left: Int32Array = new Int32Array();
  const days = between(`${year}-01-01`, `${year}-12-31`);
  for (const [n, day] of days.entries()) {
    const news = announced.filter(one => one <= day).join();
    if (n === 0 || news !== known) {
      strip = paint(year, shifts, day);
      left = untilChange(strip);
      known = news;
    }
    for (let minute = 0; minute < 1440; minute += 1) {
      const place = (n + 1) * 1440 + minute;
      const isChange = strip[place] !== strip[place - 1] || left[place] === 1;
      if (minute % step !== 0 && !isChange) continue;
      const now = Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000;
      const standing = standingAt(shifts, given, new Date(now));
      const isOpen = standing.tag === 'open';
      const change = 'until' in standing ? standing.until : 'opens' in standing ? standing.opens : null;
      const told = change ? (change.getTime() - now) / 60_000 : null;
      const wanted = place + (left[place] ?? 0) >= strip.length - 1440 ? null : left[place];
      if (isOpen !== (strip[place] === 1) || told !== wanted)
        wrong.push(`${day} ${minute}: ${standing.tag} ${told}, painted ${strip[place]} ${wanted}`);
      if (wrong.length === 5) return wrong;
    }
  }
  return wrong;
};

describe('a whole year, minute by minute', () => {
  const lines = readContent(root).hotlines.entries.map(({ data }) => data.shifts);
  const { from, to, lunch: pause } = zone.office;
  const office: Shift[] = pause
    ? [
        { days: 'office', from, to: pause.from },
        { days: 'office', from: pause.to, to },
      ]
    : [{ days: 'office', from, to }];
  /** Every pattern once, since the rule sees nothing else of a number: those of the directory and of the zone's office at every minute. */
  const own = new Set([...lines, office].map(packShifts).filter(packed => packed !== ''));
  const others = [night, turns, weekend, late].map(packShifts);
  const patterns = [
    ...[...own].map(packed => [packed, 1] as const),
    ...others.map(packed => [packed, 59] as const),
  ];

  it('covers every number whose hours are known', () => {
    const known = lines.filter(shifts => shifts.length > 0);
    expect(known.length).toBeGreaterThan(5);
    expect(known.filter(shifts => !own.has(packShifts(shifts)))).toEqual([]);
    expect(own.size).toBeGreaterThan(2);
  });

  describe.each([2020, 2026])('%i', year => {
    it.each(patterns)('%s, asked every %i minutes', { timeout: 120_000 }, (packed, step) => {
      const given = unpackCalendar(packCalendar(calendar, String(year)));
      expect(differences(year, unpackShifts(packed), given, step)).toEqual([]);
    });
  });

  it('has the days of each year right', () => {
    const count = (year: number) =>
      between(`${year}-01-01`, `${year}-12-31`).filter(day => shiftsOn(plain, calendar, day).length > 0)
        .length;
    expect([count(2020), count(2026)]).toEqual([
      workingDays(2020, '2020-12-31').size,
      workingDays(2026, '2026-12-31').size,
    ]);
  });
});
