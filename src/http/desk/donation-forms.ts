import { countedUnits, itemIn } from '#src/forms/goods.ts';
import type { Front } from '#src/http/front.ts';
import { basisNames, donationCaseWords as words } from '#src/i18n/desk-donations.ts';
import { type Lang, langs, say, type Words } from '#src/i18n/words.ts';
import type { GiftForm, Group } from '#src/views/desk/donation.ts';
import type { Choice, DeskField } from '#src/views/desk/fields.ts';
import { amountText, type FormName, type Found, goodsLeft, startOf } from './donation-lines.ts';

/** Which form records which step, in the order of the page. */
const forms: readonly (readonly [FormName, Found['steps'][number]])[] = [
  ['accept', 'accepted'],
  ['receive', 'received'],
  ['stock', 'stocked'],
  ['hand', 'handed'],
  ['receipt', 'receipt'],
  ['name', 'named'],
  ['unname', 'unnamed'],
  ['correct', 'corrected'],
  ['decline', 'declined'],
];

/** Words with a value in them, in every language. */
const filled = (one: Words, values: (lang: Lang) => Record<string, string | number>): Words =>
  Object.fromEntries(langs.map(lang => [lang, say(one, lang, values(lang))])) as Words;

const bases = Object.entries(basisNames).map(([code, name]): Choice => [code, name]);
const day: DeskField = { name: 'day', label: words.day, kind: 'day', required: true };

/** The name of a line of the donor's list: the item, and what the donor calls it. */
export const lineName = (found: Found, item: string, line: number, front: Front, lang: Lang): string => {
  const own = found.described[line]?.name ?? '';
  const name = itemIn(item, front.tables, lang);
  return own === '' || own === name ? name : `${name} · ${own}`;
};

/** What is counted of one line when it arrives. */
const lineFields = (line: number, front: Front): readonly DeskField[] => [
  { name: `q${line}`, label: words.quantity, kind: 'line', max: 16, help: words.quantityHelp },
  {
    name: `u${line}`,
    label: words.unit,
    kind: 'choice',
    options: countedUnits(front.tables).map(({ code, name }) => [code, name] as const),
  },
  { name: `v${line}`, label: words.worth, kind: 'line', max: 20 },
  { name: `b${line}`, label: words.basis, kind: 'choice', options: bases },
];

const receivedGroups = (name: FormName, found: Found, front: Front, lang: Lang): readonly Group[] => {
  const goods = found.offered.map(({ line, item }) => ({
    legend: say(words.line, lang, { n: line + 1, name: lineName(found, item, line, front, lang) }),
    fields: lineFields(line, front),
  }));
  const money: DeskField = {
    name: 'amount',
    label: words.amount,
    kind: 'line',
    max: 20,
    help: words.amountHelp,
  };
  const note: DeskField =
    name === 'receive'
      ? { name: 'note', label: words.taker, kind: 'line', max: 60, required: true }
      : { name: 'note', label: words.why, kind: 'text', max: 200, rows: 2, required: true };
  return [
    { legend: '', fields: [day] },
    ...(found.row.kind === 'money' ? [{ legend: '', fields: [money] }] : goods),
    { legend: '', fields: [note] },
  ];
};

const stockGroups = (found: Found, front: Front, lang: Lang): readonly Group[] => [
  {
    legend: '',
    fields: [
      {
        name: 'area',
        label: words.area,
        kind: 'choice',
        options: front.tables.areas.map(({ code, name }) => [code, name] as const),
        required: true,
      },
      { name: 'place', label: words.place, kind: 'line', max: 40 },
    ],
  },
  ...goodsLeft(found).map(one => ({
    legend: lineName(found, one.item, one.line, front, lang),
    fields: [
      {
        name: `s${one.line}`,
        label: filled(words.stockTick, at => ({
          name: itemIn(one.item, front.tables, at),
          amount: amountText(front, one.left, one.unit, at),
        })),
        kind: 'tick',
      },
      { name: `p${one.line}`, label: words.spec, kind: 'line', max: 80 },
      { name: `e${one.line}`, label: words.expiresOn, kind: 'day' },
    ] satisfies readonly DeskField[],
  })),
];

const handGroups = (found: Found, front: Front): readonly Group[] => {
  const money: DeskField = { name: 'amount', label: words.handAmount, kind: 'line', max: 20 };
  const goods = goodsLeft(found).map(
    (one): DeskField => ({
      name: `h${one.line}`,
      label: filled(words.handQuantity, at => ({
        name: lineName(found, one.item, one.line, front, at),
        amount: amountText(front, one.left, one.unit, at),
      })),
      kind: 'line',
      max: 16,
    }),
  );
  const to: DeskField = {
    name: 'note',
    label: words.handTo,
    kind: 'text',
    max: 200,
    rows: 2,
    required: true,
  };
  return [{ legend: '', fields: [day, ...(found.row.kind === 'money' ? [money] : goods), to] }];
};

const noteGroup = (label: Words, required: boolean): readonly Group[] => [
  {
    legend: '',
    fields: [{ name: 'note', label, kind: 'text', max: 500, rows: 2, ...(required && { required: true }) }],
  },
];

/** What is filled in on a form, group by group. */
export const groupsOf = (name: FormName, found: Found, front: Front, lang: Lang): readonly Group[] => {
  switch (name) {
    case 'accept':
      return [];
    case 'decline':
      return noteGroup(words.declineNote, true);
    case 'receive':
    case 'correct':
      return receivedGroups(name, found, front, lang);
    case 'stock':
      return stockGroups(found, front, lang);
    case 'hand':
      return handGroups(found, front);
    case 'receipt':
      return [
        {
          legend: '',
          fields: [{ name: 'serial', label: words.serial, kind: 'line', max: 40, required: true }, day],
        },
      ];
    case 'name':
    case 'unname':
      return noteGroup(words.nameNote, true);
  }
};

/** Whether a form is offered: the step may be taken, it is of that kind of gift, and its hands may do it. */
const isOffered = (name: FormName, found: Found, mayStock: boolean): boolean => {
  const { kind, named } = found.row;
  if (name === 'stock') return kind === 'goods' && mayStock && goodsLeft(found).length > 0;
  if (name === 'name' || name === 'unname') return (named === 1) === (name === 'unname');
  return name !== 'receipt' || found.wantsReceipt;
};

/** The forms that a donation offers as it stands. */
export const openForms = (found: Found, mayStock: boolean): readonly FormName[] =>
  forms.flatMap(([name, step]) =>
    found.steps.includes(step) && isOffered(name, found, mayStock) ? [name] : [],
  );

const titles = {
  accept: [words.accept, words.acceptHelp, words.accept],
  decline: [words.decline, null, words.decline],
  receive: [words.receive, null, words.record],
  correct: [words.correct, null, words.record],
  stock: [words.stock, words.stockHelp, words.stock],
  hand: [words.hand, null, words.record],
  receipt: [words.receipt, null, words.record],
  name: [words.name, null, words.record],
  unname: [words.unname, words.unnameHelp, words.record],
} as const satisfies Readonly<Record<FormName, readonly [Words, Words | null, Words]>>;

/** A form as the page shows it. */
export const formOf = (
  name: FormName,
  found: Found,
  front: Front,
  { lang, today }: { readonly lang: Lang; readonly today: string },
): GiftForm => {
  const [title, help, submit] = titles[name];
  return {
    name,
    title: title[lang],
    help: help?.[lang] ?? '',
    submit: submit[lang],
    groups: groupsOf(name, found, front, lang),
    start: startOf(name, found, today),
    open: ['accept', 'receive', 'stock'].includes(name),
  };
};
