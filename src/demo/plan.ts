import type { Channel } from '#src/cases/deed.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { dayOf } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import { fill, type Lore } from './fill.ts';
import type { Firm } from './firms.ts';
import { goodsLore } from './lore-goods.ts';
import { needsLore } from './lore-needs.ts';
import { workLore } from './lore-work.ts';
import { questions } from './questions.ts';
import { returnsOf } from './returns.ts';
import type { Scene } from './scene.ts';
import { dayAt, momentOn, weightOn } from './wave.ts';

/** One submission to come. `name` is unique and the same in every telling. */
export type Planned = {
  readonly name: string;
  readonly form: AnyForm;
  readonly answers: Answers;
  readonly at: number;
  readonly heldFor: readonly string[];
  readonly channel: Channel;
  /** The submission that it repeats; '' for none. */ readonly repeats: string;
  /** Somebody repeats it: it is left where it can be found. */ readonly isRepeated: boolean;
  /** Its answer becomes a common question. */ readonly isPublished: boolean;
};

/**
 * How much of a thousand each form is; a form that is not named here comes now and then. With ten cases an enterprise four in five
 * have filed (厦门集美区, 14 February 2020: 365 of 466), and nearly all of those report on each of the last days. Among the needs
 * supplies, money and staff come first, as in the five zones' reports.
 */
const shares: Readonly<Record<string, number>> = {
  'daily-return': 420,
  consultation: 120,
  materials: 110,
  filing: 80,
  financing: 50,
  labour: 40,
  'transport-pass': 38,
  other: 24,
  event: 18,
  lodging: 18,
  transport: 14,
  utilities: 14,
  'supply-chain': 14,
  'transport-subsidy': 11,
  donation: 10,
  'supply-offer': 7,
  several: 5,
};
const share = (form: string): number => shares[form] ?? 5;

/** What forms are filled with, by their ids. */
export const lore: Readonly<Record<string, Lore>> = { ...goodsLore, ...needsLore, ...workLore };
const mostly = 'daily-return';

/** Forms that larger enterprises send. */
const large: readonly string[] = [
  'transport',
  'transport-subsidy',
  'lodging',
  'supply-chain',
  'transport-pass',
];
/** Forms that people send again, because they have heard nothing yet. */
const repeated: readonly string[] = ['materials', 'consultation', 'financing', 'labour'];

const channels: readonly (readonly [Channel, number])[] = [
  ['web', 86],
  ['phone', 6],
  ['counter', 3],
  ['wechat', 2],
  ['visit', 1],
  ['hotline', 2],
];

/** How often a submission looks like nothing an enterprise would send. */
const suspect = 0.015;

const usual = { heldFor: [], channel: 'web', repeats: '', isRepeated: false, isPublished: false } as const;

const sentBy = (chance: Chance): Pick<Planned, 'heldFor' | 'channel'> => {
  const channel = chance.weighed(channels);
  const isHeld = channel === 'web' && chance.is(suspect);
  return { channel, heldFor: isHeld ? [chance.pick(['fast', 'rate', 'trap'])] : [] };
};

const draft = (
  { tables, firms }: Scene,
  form: AnyForm,
  name: string,
  at: number,
  chance: Chance,
): Planned => {
  const some = large.includes(form.id) ? firms.filter(firm => firm.staff > 30) : firms;
  const firm = chance.pick(some.length > 0 ? some : firms);
  const filling = { firm, day: dayOf(new Date(at)), tables, chance: chance.of('answers') };
  return { ...usual, name, form, at, answers: fill(form, lore[form.id], filling), ...sentBy(chance) };
};

/** So many of a form, on the days of its wave. */
const waveOf = (scene: Scene, form: AnyForm, count: number): readonly Planned[] => {
  const { calendar, span, chance } = scene;
  const days = Array.from({ length: span.days }, (_, index) => index);
  const weights = days.map(index => [index, weightOn(calendar, form.id, span, index)] as const);
  return Array.from({ length: count }, (_, index) => {
    const name = `${form.id}/${index}`;
    const own = chance.of(name);
    const at = momentOn(span, own.weighed(weights), own) ?? momentOn(span, span.days - 2, own) ?? span.end;
    return draft(scene, form, name, at, own);
  });
};

/** Each enterprise files once, a day or three before it opens. */
const filingsOf = (scene: Scene, form: AnyForm, filing: readonly Firm[]): readonly Planned[] => {
  const { span, chance, tables } = scene;
  return filing.map((firm, index) => {
    const name = `${form.id}/${index}`;
    const own = chance.of(name);
    const day = Math.max(0, firm.opens - own.whole(1, 3));
    const at = momentOn(span, day, own) ?? momentOn(span, span.days - 2, own) ?? span.end;
    const filling = { firm, day: dayOf(new Date(at)), tables, chance: own.of('answers') };
    const opening: Lore = given => ({ ...lore[form.id]?.(given), reopening: dayAt(span, firm.opens) });
    return { ...usual, name, form, at, answers: fill(form, opening, filling), ...sentBy(own) };
  });
};

/** Some are sent a second time by the same enterprise within two days. */
const withRepeats = (planned: readonly Planned[], { span, chance }: Scene): readonly Planned[] => {
  const all = new Map(planned.map(one => [one.name, one]));
  for (const one of planned) {
    const own = chance.of(`again/${one.name}`);
    const at = one.at + own.whole(4, 40) * 3_600_000;
    const isFit = repeated.includes(one.form.id) && one.heldFor.length === 0 && at < span.end;
    if (!isFit || !own.is(0.02)) continue;
    // In place of another of its form, so that there are not more than were asked for.
    const other = [...all.values()].findLast(
      it => it.form === one.form && it.repeats === '' && !it.isRepeated && it !== one,
    );
    if (!other) continue;
    all.set(other.name, { ...other, at, answers: one.answers, heldFor: [], repeats: one.name });
    all.set(one.name, { ...one, isRepeated: true });
  }
  return [...all.values()];
};

/** The first time that a question comes which everybody should read the answer of. */
const withPublished = (planned: readonly Planned[]): readonly Planned[] => {
  const open = new Set(questions.flatMap(one => (one.public ? [one.ask] : [])));
  return planned.map(one => {
    const isFirst =
      one.form.id === 'consultation' &&
      one.heldFor.length === 0 &&
      one.repeats === '' &&
      open.delete(String(one.answers.question));
    return isFirst ? { ...one, isPublished: true } : one;
  });
};

const casesOf = ({ form, answers }: Planned): number =>
  form.apart === undefined ? 1 : (answers[form.apart] as readonly unknown[]).length;

/** No two in the same millisecond: their order is theirs. */
const inOrder = (planned: readonly Planned[]): readonly Planned[] => {
  let last = 0;
  const sorted = [...planned].sort((a, b) => a.at - b.at || a.name.localeCompare(b.name));
  return sorted.map(one => {
    last = Math.max(one.at, last + 1);
    return { ...one, at: last };
  });
};

/** Everything that comes in: `cases` of it, where a submission of several needs counts as many as it has. */
export const planOf = (scene: Scene, cases: number): readonly Planned[] => {
  const { forms, firms } = scene;
  const whole = forms.reduce((sum, form) => sum + share(form.id), 0);
  const wanted = (id: string): number => Math.max(1, Math.round((cases * share(id)) / whole));
  const others = forms.filter(form => form.id !== mostly);
  const filed = firms.slice(0, wanted('filing'));
  const planned = others.flatMap(form => {
    if (form.id === 'filing') return filingsOf(scene, form, filed);
    return waveOf(scene, form, form.apart === undefined ? wanted(form.id) : Math.ceil(wanted(form.id) / 2.5));
  });
  const returning = forms.find(form => form.id === mostly);
  const room = cases - planned.reduce((sum, one) => sum + casesOf(one), 0);
  const returns = returning ? returnsOf(scene, filed, Math.max(1, room)) : [];
  const daily = returns.map(({ firm, at, day, name }): Planned => {
    const own = scene.chance.of(name);
    const filling = { firm, day: dayOf(new Date(at)), tables: scene.tables, chance: own };
    const late: Lore = given => ({ ...lore[mostly]?.(given), day });
    return {
      ...usual,
      name,
      form: returning as AnyForm,
      at,
      answers: fill(returning as AnyForm, late, filling),
    };
  });
  const questionsToo = forms.find(form => form.id === 'consultation');
  const rest = room - daily.length;
  const more =
    questionsToo && rest > 0 ? waveOf({ ...scene, chance: scene.chance.of('more') }, questionsToo, rest) : [];
  const named = more.map(one => ({ ...one, name: `more/${one.name}` }));
  return withPublished(inOrder(withRepeats([...planned, ...daily, ...named], scene)));
};
