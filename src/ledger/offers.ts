import { act } from '#src/cases/act.ts';
import type { DeskRow, Narrow } from '#src/cases/desk-store.ts';
import { openAnswers } from '#src/cases/review.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { amountIn, thereIn } from '#src/forms/goods.ts';
import { sourceWords } from '#src/i18n/ledger.ts';
import { say } from '#src/i18n/words.ts';
import type { Acted, Hand } from '#src/ledger/acts.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import { missing, type Source } from '#src/ledger/match.ts';
import type { NeedLine } from '#src/ledger/store.ts';
import { toBase } from '#src/rules/units.ts';

/** The form by which suppliers offer goods. */
const offerForm = 'supply-offer';

/** So many offers are looked through, the newest. */
const most = 50;

/** A line of a supplier's offer as something to be met from. */
export type Offer = Source & {
  readonly number: string;
  readonly enterprise: string;
  /** Whether the supplier agreed that enterprises read of it. */ readonly published: boolean;
};

type Line = {
  readonly item: string;
  readonly name: string;
  readonly available: number;
  readonly unit: string;
  readonly each: number | null;
};
type Sent = {
  readonly offers: readonly Line[];
  readonly until: string;
  readonly from: string;
  readonly publishing: boolean | null;
  readonly contact: { readonly name: string; readonly phone: string };
};

const everything: Narrow = {
  department: '',
  officer: '',
  areas: '',
  form: offerForm,
  area: '',
  line: '',
  notAgainst: '',
};

/** Nobody has looked at one that is held, and one that was taken back is none. */
const counts = ({ state }: Pick<DeskRow, 'state'>): boolean => !['held', 'withdrawn'].includes(state);

const sentIn = ({ office }: Ledger, row: CaseRow): Sent | null => {
  const form = office.forms.find(one => one.id === offerForm);
  return form && !isErased(row) ? (openAnswers(office, form, row) as unknown as Sent) : null;
};

const offersIn = (ledger: Ledger, row: CaseRow): readonly Offer[] => {
  const { items, units } = ledger.office.tables;
  const sent = sentIn(ledger, row);
  return (sent?.offers ?? []).flatMap((line, index): Offer[] => {
    const item = items.find(one => one.code === line.item);
    const base =
      item && toBase(units, item, { quantity: line.available, unit: line.unit }, line.each ?? null);
    if (!sent || !base) return [];
    return [
      {
        kind: 'offer',
        id: `${row.number}.${index}`,
        item: line.item,
        unit: base.unit,
        spec: line.name,
        area: row.area,
        left: thereIn(base.quantity, base.unit) ?? 0,
        from: '',
        until: sent.until,
        number: row.number,
        enterprise: row.enterprise,
        published: sent.publishing === true,
      },
    ];
  });
};

/** What suppliers offer, the newest first. */
export const offersOf = async (ledger: Ledger): Promise<readonly Offer[]> => {
  const { store } = ledger.office;
  const pick = { of: 'newest', stage: '' } as const;
  const page = await store.deskPage({ pick, narrow: everything, sort: 'received', after: null, limit: most });
  const rows = await Promise.all(page.rows.filter(counts).map(({ id }) => store.caseById(id)));
  return rows.flatMap(row => (row ? offersIn(ledger, row) : []));
};

/** What the enterprise reads of the supplier: only what the supplier agreed to have shown. */
const textOf = (ledger: Ledger, offer: Offer, sent: Sent): string =>
  say(sourceWords.text, 'zh-Hans', {
    name: offer.enterprise,
    spec: offer.spec,
    amount: amountIn(offer.left, offer.unit, ledger.office.tables, 'zh-Hans'),
    from: sent.from,
    contact: sent.contact.name,
    phone: sent.contact.phone,
  });

/**
 * Tells the enterprise of a need about a supplier whom an officer chose for it. Only of one who agreed that offer, contact and phone
 * may be shown; once each.
 */
export const tellOffer = async (
  ledger: Ledger,
  { need, offerId }: { readonly need: NeedLine; readonly offerId: string },
  hand: Hand,
): Promise<Acted> => {
  const offer = (await offersOf(ledger)).find(one => one.id === offerId);
  const row = offer && (await ledger.office.store.caseByNumber(offer.number));
  const sent = row ? sentIn(ledger, row) : null;
  if (!offer || !sent || !offer.published || !hand.may(need)) return { tag: 'unfit', id: offerId };
  const goods = [{ item: need.item, unit: need.unit, quantity: missing(need) ?? 0 }];
  const data = { goods, offer: offerId };
  const text = textOf(ledger, offer, sent);
  let isTold = false;
  const result = await act(ledger.office, need.number, hand.login, async ({ id }) => {
    const events = await ledger.office.store.events(id);
    isTold = events.some(event => event.kind === 'sourced' && JSON.parse(event.data).offer === offerId);
    return isTold ? { tag: 'done' } : { kind: 'sourced', data, text };
  });
  if (result.tag !== 'done') return { tag: 'unfit', id: need.id };
  return { tag: isTold ? 'again' : 'done' };
};
