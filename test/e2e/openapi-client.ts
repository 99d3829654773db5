import fc from 'fast-check';

/** JSON Schema as the built description holds it. */
export type Schema = { readonly [keyword: string]: unknown };
type Tree = Record<string, unknown>;

const listOf = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
const namesOf = (schema: Schema): readonly string[] =>
  Array.isArray(schema.required) ? schema.required : [];
const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> =>
  (schema.properties ?? {}) as Record<string, Schema>;

const textOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map(day => day.toISOString().slice(0, 10));
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern));
  const any = fc.string({
    unit: 'grapheme',
    minLength: numberOf(schema.minLength, 0),
    maxLength: Math.min(numberOf(schema.maxLength, 40), 40),
  });
  const examples = listOf(schema.examples);
  return examples.length === 0
    ? any
    : fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...examples) }, any);
};

const numbersOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const min = numberOf(schema.minimum, 1);
  return fc.integer({ min, max: numberOf(schema.maximum, 1000) });
};

/** Any instance that the schema allows; open fields are often left out, as people do. */
export const instanceOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum);
  if (Array.isArray(schema.anyOf)) return fc.oneof(...listOf(schema.anyOf).map(instanceOf));
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  const kinds = types.map(type => {
    if (type === 'object') return objectOf(schema);
    if (type === 'array')
      return fc.uniqueArray(instanceOf(schema.items as Schema), {
        minLength: numberOf(schema.minItems, 0),
        maxLength: Math.max(numberOf(schema.minItems, 0), Math.min(numberOf(schema.maxItems, 3), 3)),
        comparator: 'SameValue',
      });
    if (type === 'string') return textOf(schema);
    if (type === 'null') return fc.constant(null);
    return type === 'boolean' ? fc.boolean() : numbersOf(schema);
  });
  return fc.oneof(...kinds);
};

const objectOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const properties = propertiesOf(schema);
  const required = namesOf(schema);
  const optional = Object.keys(properties).filter(name => !required.includes(name));
  const all = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, instanceOf(one)]));
  return fc
    .tuple(fc.record(all), fc.subarray(optional))
    .map(([value, kept]) =>
      Object.fromEntries(
        Object.entries(value).filter(([name]) => required.includes(name) || kept.includes(name)),
      ),
    );
};

/** An instance with one thing wrong at its top level: a stranger's name, a required field gone, another type. */
export const brokenOf = (schema: Schema): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      instanceOf(schema),
      fc.constantFrom('stranger', 'missing', 'type'),
      fc.constantFrom(...namesOf(schema)),
    )
    .map(([value, how, name]) => {
      const tree = { ...(value as Tree) };
      if (how === 'stranger') return { ...tree, nobodyAsksThis: 1 };
      delete tree[name];
      return how === 'missing' ? tree : { ...tree, [name]: [[]] };
    });
