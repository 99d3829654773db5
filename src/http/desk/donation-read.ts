import type { DonationDesk } from '#src/donations/desk.ts';
import { fenIn } from '#src/forms/fen.ts';
import { countedUnits, isCountedIn, typedIn } from '#src/forms/goods.ts';
import type { Front } from '#src/http/front.ts';
import { donationCaseWords as words } from '#src/i18n/desk-donations.ts';
import type { Lang } from '#src/i18n/words.ts';
import { problemsIn } from './deed.ts';
import { groupsOf } from './donation-forms.ts';
import { type FormName, type Found, goodsLeft } from './donation-lines.ts';
import { type DeskPost, textIn } from './session.ts';

type StepData = Parameters<DonationDesk['step']>[1];
type Stocking = Parameters<DonationDesk['putInStock']>[1];
type Counted = NonNullable<Extract<StepData, { step: 'received' | 'corrected' }>['goods']>[number];

/** What a form asks for, or what is wrong with it by the names of its fields. */
export type Read =
  | { readonly problems: Readonly<Record<string, string>> }
  | { readonly data: StepData; readonly note: string }
  | { readonly stocking: Stocking };

/** What a form is read with. */
export type Reading = {
  readonly name: FormName;
  readonly found: Found;
  readonly front: Front;
  readonly donations: DonationDesk;
  readonly fields: DeskPost['fields'];
  readonly lang: Lang;
  readonly today: string;
};

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const valueIn = ({ fields }: Reading, name: string): string => textIn(fields, name, 500).trim();

/** One line as it was counted; null where none of it came; else what is wrong. */
const countedIn = (
  reading: Reading,
  { line, item }: Found['offered'][number],
): Counted | null | { readonly problems: Record<string, string> } => {
  const { front, donations, lang } = reading;
  const [q, u, v, b] = (['q', 'u', 'v', 'b'] as const).map(letter => valueIn(reading, `${letter}${line}`));
  if (!q) return null;
  const known = front.tables.items.find(({ code }) => code === item);
  const unit = countedUnits(front.tables).find(({ code }) => code === u)?.code ?? '';
  const quantity = typedIn(q, unit);
  const value = v ? fenIn(v) : 0;
  const basis = donations.bases.find(one => one === b);
  const problems = {
    ...(quantity === null && { [`q${line}`]: words.wrongQuantity[lang] }),
    ...(!(known && isCountedIn(known, unit)) && { [`u${line}`]: words.wrongUnit[lang] }),
    ...(value === null && { [`v${line}`]: words.wrongAmount[lang] }),
    ...(!(basis && donations.fitsBasis(basis, value ?? 1)) && { [`b${line}`]: words.wrongBasis[lang] }),
  };
  if (quantity === null || value === null || !basis || Object.keys(problems).length > 0) return { problems };
  return { line, item, unit, quantity, value, basis };
};

const receivedIn = (reading: Reading, step: 'received' | 'corrected', note: string): Read => {
  const day = valueIn(reading, 'day');
  if (reading.found.row.kind === 'money') {
    const typed = valueIn(reading, 'amount');
    // An empty amount takes back what never came.
    const money = typed === '' ? 0 : fenIn(typed);
    return money === null
      ? { problems: { amount: words.wrongAmount[reading.lang] } }
      : { data: { step, day, money }, note };
  }
  const lines = reading.found.offered.map(one => countedIn(reading, one)).filter(one => one !== null);
  const problems = Object.assign({}, ...lines.map(one => ('problems' in one ? one.problems : {})));
  if (Object.keys(problems).length > 0) return { problems };
  const goods = lines.flatMap(one => ('problems' in one ? [] : [one]));
  return { data: { step, day, goods }, note };
};

const stockIn = (reading: Reading): Read => {
  const { lang, found } = reading;
  const ticked = goodsLeft(found).filter(({ line }) => valueIn(reading, `s${line}`) === 'on');
  const shelved = ticked.map(({ line }) => ({
    line,
    spec: valueIn(reading, `p${line}`),
    expiresOn: valueIn(reading, `e${line}`),
  }));
  const wrong = shelved.filter(({ expiresOn }) => expiresOn !== '' && !isDay(expiresOn));
  if (wrong.length > 0)
    return { problems: Object.fromEntries(wrong.map(({ line }) => [`e${line}`, words.wrongExpiry[lang]])) };
  return { stocking: { shelved, to: { area: valueIn(reading, 'area'), place: valueIn(reading, 'place') } } };
};

const handedIn = (reading: Reading, note: string): Read => {
  const { lang, found } = reading;
  const day = valueIn(reading, 'day');
  if (found.row.kind === 'money') {
    const money = fenIn(valueIn(reading, 'amount'));
    return money === null
      ? { problems: { amount: words.wrongAmount[lang] } }
      : { data: { step: 'handed', day, money }, note };
  }
  const typed = goodsLeft(found).filter(({ line }) => valueIn(reading, `h${line}`) !== '');
  const parts = typed.map(({ line, item, unit }) => ({
    line,
    item,
    unit,
    quantity: typedIn(valueIn(reading, `h${line}`), unit) ?? 0,
  }));
  const wrong = parts.filter(({ quantity }) => quantity === 0);
  return wrong.length > 0
    ? { problems: Object.fromEntries(wrong.map(({ line }) => [`h${line}`, words.wrongQuantity[lang]])) }
    : { data: { step: 'handed', day, goods: parts }, note };
};

const receiptIn = (reading: Reading): Read => {
  const serial = valueIn(reading, 'serial').normalize('NFKC');
  return /^[\p{L}\p{N}-]{1,40}$/u.test(serial)
    ? { data: { step: 'receipt', day: valueIn(reading, 'day'), serial }, note: '' }
    : { problems: { serial: words.wrongSerial[reading.lang] } };
};

const readers: Readonly<Record<FormName, (reading: Reading, note: string) => Read>> = {
  accept: () => ({ data: { step: 'accepted' }, note: '' }),
  decline: (_, note) => ({ data: { step: 'declined' }, note }),
  receive: (reading, note) => receivedIn(reading, 'received', note),
  correct: (reading, note) => receivedIn(reading, 'corrected', note),
  stock: stockIn,
  hand: handedIn,
  receipt: receiptIn,
  name: (_, note) => ({ data: { step: 'named' }, note }),
  unname: (_, note) => ({ data: { step: 'unnamed' }, note }),
};

/** Reads a form of a donation's page as it was sent. */
export const readForm = (reading: Reading): Read => {
  const { name, found, front, fields, lang, today } = reading;
  const list = groupsOf(name, found, front, lang).flatMap(group => group.fields);
  const day = valueIn(reading, 'day');
  const isWrongDay = list.some(field => field.name === 'day') && day !== '' && (!isDay(day) || day > today);
  const problems = {
    ...problemsIn(list, fields, lang),
    ...(isWrongDay && { day: words.wrongDay[lang] }),
  };
  const read = readers[name](reading, valueIn(reading, 'note'));
  if ('problems' in read) return { problems: { ...read.problems, ...problems } };
  return Object.keys(problems).length > 0 ? { problems } : read;
};
