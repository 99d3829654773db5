import { placeWords } from '#src/i18n/directory.ts';
import { supplierKinds } from '#src/i18n/site.ts';
import { say } from '#src/i18n/words.ts';
import { dayInWords } from '#src/rules/day.ts';
import { dialled } from '#src/rules/dial.ts';
import { numberOf } from '../hotlines/card.ts';
import { uuidOf } from '../hotlines/uuid.ts';
import { type Supplier, stateOf } from './stock.ts';

/** A supplier that somebody called: with a number, and the names of its areas in Chinese. */
export type Verified = Supplier & { readonly phone: string; readonly areaNames: readonly string[] };

/**
 * The suppliers that other systems may be told of. Samples stand on the pages, marked as samples; in data nobody sees the mark, and an enterprise
 * that does not exist would be taken for a real one.
 */
export const verifiedOf = (
  all: readonly Supplier[],
  areas: readonly { readonly code: string; readonly name: string }[],
): readonly Verified[] =>
  all.flatMap(row =>
    row.sample || row.phone === null
      ? []
      : [
          {
            ...row,
            phone: row.phone,
            areaNames: areas.filter(({ code }) => row.areas.includes(code)).map(({ name }) => name),
          },
        ],
  );

const types = {
  materials: 'Organization',
  catering: 'FoodEstablishment',
  lodging: 'LodgingBusiness',
} as const;
const availability = { available: 'InStock', limited: 'LimitedAvailability', 'sold-out': 'SoldOut' } as const;

const telephone = (phone: string): string => {
  const dial = dialled(phone);
  return `${numberOf(dial)}${dial.extension && `;ext=${dial.extension}`}`;
};

/** A supplier as schema.org understands it: what it offers, where, and whether there is any; what nobody verified is left out. */
export const offering = ({ name, kind, offers, phone, stock, areaNames }: Verified) => ({
  '@context': 'https://schema.org',
  '@type': types[kind],
  name,
  telephone: telephone(phone),
  makesOffer: {
    '@type': 'Offer',
    description: offers,
    areaServed: areaNames,
    ...(stock.state === 'unknown' ? {} : { availability: `https://schema.org/${availability[stock.state]}` }),
  },
});

const taxonomyId = uuidOf('taxonomy supplier kinds');

/** The taxonomy of what suppliers are for. */
export const kindTaxonomy = { id: taxonomyId, name: '供应信息类别', description: '供应信息按供什么分的类。' };

const termOf = (kind: Supplier['kind']) => ({
  id: uuidOf(`term supplier ${kind}`),
  code: kind,
  name: supplierKinds[kind]['zh-Hans'],
  description: supplierKinds[kind].en,
  taxonomy: kindTaxonomy.name,
  language: 'zh-Hans',
  taxonomy_id: taxonomyId,
});

export const kindTerms = () => (Object.keys(supplierKinds) as Supplier['kind'][]).map(termOf);

const zh = 'zh-Hans';
const idOf = ({ id }: Supplier): string => uuidOf(`supplier ${id}`);

const phoneOf = (row: Verified) => {
  const dial = dialled(row.phone);
  return {
    id: uuidOf(`phone supplier ${row.id}`),
    service_id: idOf(row),
    number: numberOf(dial),
    ...(dial.extension ? { extension: Number(dial.extension) } : {}),
    type: 'voice' as const,
    languages: [{ id: uuidOf(`language supplier phone ${row.id}`), name: '中文', code: 'zh' }],
  };
};

/** A supplier as a fully nested service of HSDS 3.0; whether there is any is said with its day, since it is soon no longer true. */
export const supplierService = (row: Verified, site: URL) => {
  const organization = {
    id: uuidOf(`organization supplier ${row.id}`),
    name: row.name,
    description: `${row.name}（${row.areaNames.join('、')}）`,
  };
  const term = termOf(row.kind);
  const capacity = row.capacity === null ? '' : `${placeWords.capacity[zh]}：${row.capacity}。`;
  return {
    id: idOf(row),
    organization_id: organization.id,
    name: `${supplierKinds[row.kind][zh]}：${row.name}`,
    description: `${row.offers}。${capacity}`,
    url: new URL(`/suppliers/#${row.id}`, site).href,
    status: 'active' as const,
    assured_date: row.checkedOn,
    ...(row.licence === null ? {} : { licenses: row.licence }),
    alert: `${stateOf(row)[zh]}（${say(placeWords.checked, zh, { date: dayInWords(row.stock.on) })}）。`,
    organization,
    phones: [phoneOf(row)],
    schedules: [],
    service_areas: row.areaNames.map(name => ({
      id: uuidOf(`area supplier ${row.id} ${name}`),
      service_id: idOf(row),
      name,
    })),
    languages: [
      { id: uuidOf(`language supplier ${row.id}`), service_id: idOf(row), name: '中文', code: 'zh' },
    ],
    service_at_locations: [],
    attributes: [
      {
        id: uuidOf(`attribute supplier ${row.id}`),
        link_id: idOf(row),
        link_entity: 'service',
        taxonomy_term_id: term.id,
        taxonomy_term: term,
      },
    ],
  };
};
