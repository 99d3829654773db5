import type { Schema } from '#src/forms/schema.ts';
import { langs } from '#src/i18n/words.ts';
import { object, text } from './schemas.ts';

/** The open data of the public statistics, as the API's description has it. */
const day = { type: 'string', format: 'date' };
const count = { type: 'integer', minimum: 0, multipleOf: 5 };
const cell = {
  type: ['integer', 'null'],
  minimum: 0,
  multipleOf: 5,
  description: 'Rounded to the nearest five; null where it is 1 to 4.',
};
const staff = {
  type: ['integer', 'null'],
  minimum: 0,
  description: 'Null where fewer than five enterprises said.',
};
const list = (items: Schema): Schema => ({ type: 'array', items });
const words = object(Object.fromEntries(langs.map(lang => [lang, text])));
const withheld = { type: 'integer', minimum: 0, description: 'Cells of 1 to 4, which are in no sum.' };

const part = object({ key: text, name: words, value: cell, denominator: cell }, ['denominator']);
const line = object({ key: text, name: words, firms: cell, reporting: cell, staff });

const figure: Schema = {
  oneOf: [
    object({ id: text, kind: { const: 'count' }, value: count, parts: list(part), withheld }),
    object({
      id: text,
      kind: { const: 'share' },
      value: {
        type: ['number', 'null'],
        minimum: 0,
        maximum: 1,
        description: 'Null where there is nothing to divide by.',
      },
      numerator: count,
      denominator: count,
      parts: list(part),
      withheld,
    }),
    object({
      id: text,
      kind: { const: 'time' },
      value: {
        type: ['number', 'null'],
        description: 'Working hours; null where fewer than 20 were measured.',
      },
      measured: cell,
    }),
  ],
};

/** The shape of the open data. */
export const statisticsSchema: Schema = object({
  asOf: { ...day, description: 'The last day that is over, in Shanghai: everything is as of its end.' },
  counting: { type: 'boolean', description: 'Some cases are not counted yet.' },
  rounding: words,
  firms: object({ firms: count, reporting: count, staff, withheld, parts: list(line) }),
  figures: list(figure),
  weeks: list(object({ asOf: day, received: count, closed: count, firms: count })),
  dictionary: list(object({ id: text, name: words, unit: words, counted: words, notCounted: words })),
});

const get = (operationId: string, summary: string, content: Schema): Schema => ({
  get: {
    operationId,
    summary,
    description: 'Renewed once a day. Carries an ETag and may be kept for five minutes.',
    tags: ['statistics'],
    responses: {
      200: { description: 'The figures of the last day that is over.', content },
      304: { description: 'Nothing changed since the ETag of If-None-Match.' },
    },
  },
});

/** Where it stands. */
export const statisticsPaths: Schema = {
  '/statistics/data.json': get('statistics', '统计数据 / Public figures', {
    'application/json': { schema: { $ref: '#/components/schemas/Statistics' } },
  }),
  '/statistics/data.csv': get('statistics-table', '统计数据表格 / Public figures as a table', {
    'text/csv': { schema: text },
  }),
  '/donations/data.csv': {
    get: {
      operationId: 'donations-table',
      summary: '捐赠名单表格 / Donations received, as a table',
      description:
        'A row for each sum of money and each line of goods of a donor who agreed to be named, then the sums of all others. Carries an ETag; whoever keeps it asks each time, since a name may be taken off.',
      tags: ['statistics'],
      responses: {
        200: { description: 'What was received by now.', content: { 'text/csv': { schema: text } } },
        304: { description: 'Nothing changed since the ETag of If-None-Match.' },
      },
    },
  },
};
