import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readContent } from '#src/commands/content.ts';
import { readZone } from '#src/zone/zone.ts';
import { contactPoints } from '../../src/components/hotlines/contact-point.ts';
import { type Source, serviceOf } from '../../src/components/hotlines/hsds.ts';
import { apiOf, packageOf, paged, tablesIn } from '../../src/components/hotlines/hsds-tables.ts';
import { type Line, lineOf, officeLines, urgentLines } from '../../src/components/hotlines/lines.ts';
import { offering, verifiedOf } from '../../src/components/suppliers/export.ts';
import type { Supplier } from '../../src/components/suppliers/stock.ts';

const root = join(import.meta.dirname, '../..');
const zone = readZone(root);
const day = '2020-03-20';
const lines = [
  ...urgentLines(zone),
  ...officeLines(zone, day),
  ...readContent(root).hotlines.entries.map(({ data }) => lineOf(data)),
];
const areas = zone.areas.map(({ code, name }) => ({ code, name: name['zh-Hans'] }));
const sample = readContent(root).suppliers.entries.map(({ data }) => data);
/** As an editor would enter a real one. */
const masks: Supplier = {
  id: 'lakeside-masks',
  name: '湖畔口罩厂',
  kind: 'materials',
  offers: '一次性医用口罩，按只供应',
  areas: ['east', 'west'],
  capacity: '每天2万只',
  licence: '医疗器械注册证',
  stock: { state: 'limited', on: '2020-03-19' },
  phone: '0431-85530623转801',
  checkedOn: '2020-03-19',
  sample: false,
};
const rooms: Supplier = {
  ...masks,
  id: 'lakeside-rooms',
  name: '湖畔酒店',
  kind: 'lodging',
  capacity: null,
  licence: null,
  stock: { state: 'unknown', on: '2020-03-18' },
  phone: '13800138000',
};
const verified = verifiedOf([...sample, masks, rooms], areas);
const source: Source = {
  lines,
  suppliers: verified,
  calendar: zone.calendar,
  day,
  site: new URL('https://zone.example/'),
  alert: '演示',
  place: { name: '示范高新区', address: '示范大道1号' },
};
const lineBy = (id: string): Line => {
  const found = lines.find(line => line.id === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
};

/** The specification's own schemas. Their words beyond JSON Schema (constraints, core, datapackage_type) are allowed, unknown properties are not. */
const names = {
  services: 'service',
  organizations: 'organization',
  locations: 'location',
  phones: 'phone',
  schedules: 'schedule',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
} as const;
const files = [
  ...Object.values(names),
  ...['address', 'accessibility', 'attribute', 'contact', 'cost_option', 'funding', 'language', 'metadata'],
  ...['organization_identifier', 'program', 'required_document', 'service_area', 'service_at_location'],
];
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
for (const name of files) {
  const schema = JSON.parse(readFileSync(join(root, `test/fixtures/hsds/${name}.json`), 'utf8'));
  // A misspelt field would pass otherwise: the schemas forbid nothing.
  ajv.addSchema({ ...schema, additionalProperties: false }, `${name}.json`);
}
const faultsOf = (table: keyof typeof names, row: unknown): readonly string[] => {
  const validate = ajv.getSchema(`${names[table]}.json`);
  if (!validate) throw new Error(`no schema ${table}`);
  return validate(row) ? [] : (validate.errors ?? []).map(one => `${one.instancePath} ${one.message}`);
};

describe('HSDS 3.0', () => {
  const tables = tablesIn(source);

  it.each(Object.keys(names) as (keyof typeof names)[])('%s fit the schema of the specification', table => {
    const rows: readonly unknown[] = tables[table];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap(row => faultsOf(table, row))).toEqual([]);
  });

  it('would be refused with a wrong id, a wrong status, an unknown field', () => {
    const [row] = tables.services;
    expect(faultsOf('services', { ...row, id: '12366' })).toEqual(['/id must match format "uuid"']);
    expect(faultsOf('services', { ...row, status: 'open' })).toHaveLength(1);
    expect(faultsOf('services', { ...row, phone: [] })).toHaveLength(1);
  });

  it('has every number once, and the same ids at every build', () => {
    expect(tables.services).toHaveLength(lines.length + 2);
    for (const rows of Object.values(tables))
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(JSON.stringify(tablesIn(source))).toBe(JSON.stringify(tables));
    expect(serviceOf(lineBy('12366'), source).id).toBe('5c455b8a-c844-5e51-8a74-fe06d99aafc6');
  });

  it('points only at rows that are there', () => {
    const services = new Set(tables.services.map(({ id }) => id));
    const organizations = new Set(tables.organizations.map(({ id }) => id));
    const terms = new Set(tables.taxonomy_terms.map(({ id }) => id));
    expect(tables.phones.filter(row => !services.has(row.service_id))).toEqual([]);
    expect(tables.schedules.filter(row => !services.has(row.service_id))).toEqual([]);
    expect(tables.services.filter(row => !organizations.has(row.organization_id))).toEqual([]);
    const used = tables.services.flatMap(({ attributes }) => attributes.map(one => one.taxonomy_term_id));
    expect(used.filter(id => !terms.has(id))).toEqual([]);
  });

  it('gives the usual week, and each day that differs as it is known on the day', () => {
    const { schedules } = serviceOf(lineBy('changchun-gx-office'), source);
    expect(schedules[0]).toMatchObject({
      byday: 'MO,TU,WE,TH,FR',
      opens_at: '08:30+08:00',
      closes_at: '17:00+08:00',
    });
    const on = (date: string) => schedules.find(one => 'valid_from' in one && one.valid_from === date);
    expect(on('2020-04-06')).toMatchObject({ description: '休息' });
    expect(on('2020-04-06')).not.toHaveProperty('opens_at');
    expect(on('2020-04-26')).toMatchObject({ byday: 'SU', opens_at: '08:30+08:00' });
    expect(on('2020-04-07')).toBeUndefined();
    expect(on('2020-04-04')).toBeUndefined();
  });

  it('says what is not known instead of guessing', () => {
    const unknown = serviceOf(lineBy('12366'), source);
    expect(unknown.schedules).toEqual([]);
    expect(unknown.alert).toMatch(/^接听时间未核实。资料上写：人工多为工作日，自助24小时。/);
    expect(serviceOf(lineBy('lanzhou-tax'), source).alert).toContain('号码未公布。');
    expect(serviceOf(lineBy('12356'), source).status).toBe('inactive');
    expect(serviceOf(lineBy('zone-duty'), source).alert).toContain('演示');
  });

  it('has both numbers of a line and its fax', () => {
    const numbersOf = (id: string) =>
      serviceOf(lineBy(id), source).phones.map(({ number, type }) => `${type} ${number}`);
    expect(numbersOf('changchun-gx-services')).toEqual(['voice +8643182532700', 'voice +8643182532711']);
    expect(numbersOf('changchun-gx-office')).toEqual(['voice +8643185530623', 'fax +8643185530635']);
  });

  it('is listed as a data package, paged as the API is, under the version it follows', () => {
    const { resources } = packageOf(['services', 'phones'], source.site);
    expect(resources.map(({ path }) => path)).toEqual(['services.json', 'phones.json']);
    expect(paged([1, 2])).toMatchObject({ total_items: 2, total_pages: 1, size: 2, empty: false });
    expect(apiOf(source.site)).toMatchObject({ version: '3.0' });
  });
});

describe('suppliers', () => {
  const services = tablesIn(source).services.map(row => JSON.stringify(row));

  it('are told of only where somebody verified them: no sample is in the export, nor data on its page', () => {
    expect(sample.length).toBeGreaterThan(0);
    expect(sample.every(row => row.sample)).toBe(true);
    expect(verifiedOf(sample, areas)).toEqual([]);
    expect(services.filter(text => text.includes('示例') && text.includes('不存在'))).toEqual([]);
    expect(verified.map(({ id }) => id)).toEqual(['lakeside-masks', 'lakeside-rooms']);
  });

  it('are services with their licence, areas, number, kind, and whether there is any as of which day', () => {
    const found = tablesIn(source).services.find(({ name }) => name === '防疫物资：湖畔口罩厂');
    expect(found).toMatchObject({
      status: 'active',
      description: '一次性医用口罩，按只供应。能供多少：每天2万只。',
      licenses: '医疗器械注册证',
      alert: '不多了，先打电话（2020年3月19日核实）。',
      assured_date: '2020-03-19',
      url: 'https://zone.example/suppliers/#lakeside-masks',
      phones: [{ number: '+8643185530623', extension: 801 }],
    });
    expect(found?.service_areas.map(({ name }) => name)).toEqual(['东区', '西区']);
    expect(found?.attributes[0]?.taxonomy_term).toMatchObject({ code: 'materials', name: '防疫物资' });
    const other = tablesIn(source).services.find(({ name }) => name === '住宿：湖畔酒店');
    expect(other?.alert).toBe('有没有空房未核实（2020年3月18日核实）。');
    expect(other).not.toHaveProperty('licenses');
  });

  it('are offers on their page, without what nobody verified', () => {
    const [one, two] = verified.map(offering);
    expect(one).toMatchObject({
      '@type': 'Organization',
      telephone: '+8643185530623;ext=801',
      makesOffer: { availability: 'https://schema.org/LimitedAvailability', areaServed: ['东区', '西区'] },
    });
    expect(two).toMatchObject({ '@type': 'LodgingBusiness' });
    expect(two?.makesOffer).not.toHaveProperty('availability');
  });
});

describe('ContactPoint', () => {
  it('has a point for each number, with the fax beside the first', () => {
    const { contactPoint } = contactPoints(lineBy('changchun-gx-office'), zone.calendar, day);
    expect(contactPoint).toHaveLength(1);
    expect(contactPoint[0]).toMatchObject({
      '@type': 'ContactPoint',
      telephone: '+8643185530623',
      faxNumber: '+8643185530635',
    });
  });

  it('closes holidays and opens what is made up for', () => {
    const [point] = contactPoints(lineBy('changchun-gx-office'), zone.calendar, day).contactPoint;
    const hours = point && 'hoursAvailable' in point ? (point.hoursAvailable ?? []) : [];
    expect(hours[0]).toMatchObject({ opens: '08:30', closes: '17:00' });
    const on = (date: string) => hours.filter(one => one.validFrom === date);
    expect(on('2020-05-01')).toMatchObject([{ opens: '00:00', closes: '00:00', validThrough: '2020-05-01' }]);
    expect(on('2020-05-09')).toMatchObject([{ opens: '08:30', closes: '17:00', dayOfWeek: 'Saturday' }]);
    expect(on('2020-05-06')).toEqual([]);
  });

  it('says nothing of hours that nobody verified', () => {
    const [point] = contactPoints(lineBy('12366'), zone.calendar, day).contactPoint;
    expect(point).toMatchObject({ telephone: '12366' });
    expect(point).not.toHaveProperty('hoursAvailable');
  });
});

describe("the zone's own numbers", () => {
  it('say what comes to each office on the day, by the routing table', () => {
    expect(lineBy('zone-office-tax').answers['zh-Hans']).toContain('受理：');
    expect(lineBy('zone-office-east-office').answers['zh-Hans']).toMatch(/^管：一号路以东/);
    expect(officeLines(zone, day).map(({ id }) => id)).not.toContain('zone-office-publicity');
  });

  it('say it anew for each span of days in which the table says otherwise', () => {
    const spansOf = (routing: typeof zone.routing) =>
      officeLines({ ...zone, routing }, day)
        .find(({ id }) => id === 'zone-office-tax')
        ?.answersBy.map(({ from, before, answers }) => [from, before, answers['zh-Hans']]);
    expect(spansOf(zone.routing)).toEqual([
      ['', '2020-01-20', ''],
      ['2020-01-20', '', lineBy('zone-office-tax').answers['zh-Hans']],
    ]);
    const ended = zone.routing.map(row => ({ ...row, to: '2020-03-31' }));
    expect(spansOf(ended)?.map(([from, before]) => [from, before])).toEqual([
      ['', '2020-01-20'],
      ['2020-01-20', '2020-04-01'],
      ['2020-04-01', ''],
    ]);
    expect(spansOf([])).toEqual([['', '', '']]);
  });

  it('have the hours of the office with its lunch break', () => {
    expect(lineBy('zone-fill').shifts).toEqual([
      { days: 'office', from: '08:30', to: '12:00' },
      { days: 'office', from: '13:00', to: '17:00' },
    ]);
  });
});
