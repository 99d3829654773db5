import type { AnyForm } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import type { Schema } from '#src/forms/schema.ts';
import { type ProblemType, problems } from '#src/i18n/problems.ts';
import { gradeWords } from '#src/i18n/track.ts';
import { langs } from '#src/i18n/words.ts';
import { held, object, ref, text } from './schemas.ts';

const problemContent = { 'application/problem+json': { schema: ref('Problem') } };
const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };

/** The refusals of an operation by their status; several types may share one. */
const refusals = (...types: readonly ProblemType[]): Schema =>
  Object.fromEntries(
    [...new Set(types.map(type => problems[type].status))].map(status => {
      const told = types.filter(type => problems[type].status === status);
      const description = told.map(type => `${type}: ${problems[type].detail.en}`).join(' ');
      const waits = status === 429 || status === 503 ? { headers: retryAfter } : {};
      return [String(status), { description, ...waits, content: problemContent }];
    }),
  );

const inBody: readonly ProblemType[] = [
  'empty-body',
  'broken-json',
  'broken-form',
  'duplicate-field',
  'too-large',
  'wrong-type',
  'refused',
];
const anywhere: readonly ProblemType[] = ['method-not-allowed', 'unavailable', 'internal'];
const ofACase: readonly ProblemType[] = ['wrong-password', 'too-many-tries', 'pass-lapsed'];

const lang = {
  name: 'lang',
  in: 'query',
  description: 'Language of every text in the answer; without it Accept-Language decides.',
  schema: { enum: langs },
};
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'At least 128 random bits. The same key with the same content gives the same receipt for 30 days; with other content 422. A refused submission does not use it up.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22,128}$' },
};
const proof = {
  name: 'X-Altcha',
  in: 'header',
  description:
    '`able`: this sender can solve an ALTCHA challenge and may be asked for one (428) in place of being held; else the solution, base64.',
  schema: text,
};
const draft = {
  name: 'X-Draft',
  in: 'header',
  required: true,
  description: 'Whose upload it is: a random value that the sender keeps.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22,64}$' },
};

const json = (schema: Schema): Schema => ({ 'application/json': { schema } });
const answers = (status: number, description: string, schema: Schema): Schema => ({
  [status]: { description, content: json(schema) },
});

const submit = (form: AnyForm): Schema => ({
  operationId: `submit-${form.id}`,
  summary: `${form.title['zh-Hans']} / ${form.title.en}`,
  description: form.lead.en,
  tags: ['cases'],
  parameters: [key, lang, proof],
  requestBody: { required: true, content: json(ref(form.id)) },
  responses: {
    ...answers(201, 'Received: the answer goes out after the durable commit.', ref('Receipt')),
    ...refusals(
      'bad-key',
      ...inBody,
      'closed',
      'place-taken',
      'already-received',
      'reported-already',
      'key-reused',
      'challenge',
      'too-many',
      ...anywhere,
    ),
  },
});

const bulk = (form: AnyForm): Schema => ({
  operationId: `bulk-${form.id}`,
  summary: `${form.title['zh-Hans']} / ${form.title.en}, by spreadsheet`,
  tags: ['cases'],
  parameters: [key, lang],
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: object(
          {
            _sheet: {
              type: 'string',
              format: 'binary',
              description: `The sheet of /forms/${form.id}/template.xlsx.`,
            },
            _act: { enum: ['check', 'send'], description: 'A check stores nothing.' },
            'contact.name': text,
            'contact.phone': text,
            consent: { const: 'on' },
          },
          ['_act'],
        ),
      },
    },
  },
  responses: {
    ...answers(200, 'Every row is sound; nothing was stored.', ref('Sheet')),
    ...answers(201, 'Every row was received.', ref('SheetReceipts')),
    ...refusals(...inBody, 'closed', 'too-many', ...anywhere),
    422: { description: 'What is wrong, row by row; nothing was stored.', content: json(ref('Sheet')) },
  },
});

const ofCase = (id: string, summary: string, body: Schema, ...more: readonly ProblemType[]): Schema => ({
  post: {
    operationId: id,
    summary,
    tags: ['cases'],
    parameters: [lang],
    requestBody: { required: true, content: json(body) },
    responses: {
      ...answers(200, 'The course of the case.', ref('Course')),
      ...refusals(...inBody, ...ofACase, ...more, ...anywhere),
    },
  },
});

const note = { type: 'string', maxLength: 1000 };
const acts: Schema = {
  '/api/track': ofCase('track', '查办理进度 / Track a case', ref('Lookup')),
  '/api/track/reply': ofCase(
    'reply',
    '补充说明 / Add something',
    held({ text: { ...note, minLength: 1 } }),
    'not-now',
  ),
  '/api/track/withdraw': ofCase('withdraw', '撤回 / Withdraw', ref('Lookup'), 'not-now'),
  '/api/track/confirm': ofCase(
    'confirm',
    '问题解决了 / 还没解决 · Solved or not',
    held({ solved: { type: 'boolean' }, text: note }, ['text']),
    'not-now',
  ),
  '/api/track/rate': ofCase(
    'rate',
    '评价 / Rate',
    held({ grade: { enum: Object.keys(gradeWords) }, text: note }, ['text']),
    'not-now',
    'rated-already',
  ),
  '/api/track/appointment': ofCase(
    'appointment',
    '换时间或取消预约 / Move or cancel an appointment',
    held({ act: { enum: ['move', 'cancel'] }, slot: { type: 'string', maxLength: 60 } }, ['slot']),
    'place-refused',
  ),
  '/api/track/erase': ofCase('erase', '删除我的信息 / Erase personal data', ref('Lookup'), 'not-now'),
};

const change: Schema = {
  post: {
    operationId: 'change',
    summary: '修改 / See or correct what was sent',
    description: 'Without `answers` it gives back what was sent; with them they take its place.',
    tags: ['cases'],
    parameters: [lang],
    requestBody: { required: true, content: json(held({ answers: { type: 'object' } }, ['answers'])) },
    responses: {
      200: {
        description: 'What was sent, or the course after the correction.',
        content: json({ oneOf: [object({ form: text, answers: { type: 'object' } }), ref('Course')] }),
      },
      ...refusals(...inBody, ...ofACase, 'not-now', ...anywhere),
    },
  },
};

const uploadId = { name: 'id', in: 'path', required: true, schema: text };
const upload = (responses: Schema, ...types: readonly ProblemType[]) => ({
  tags: ['uploads'],
  parameters: [uploadId, lang],
  responses: { ...responses, ...refusals(...types, ...anywhere) },
});

const uploads: Schema = {
  '/api/uploads': {
    post: {
      operationId: 'open-upload',
      summary: 'Make room for a file that a form will name',
      tags: ['uploads'],
      parameters: [draft, lang],
      requestBody: {
        required: true,
        content: json(
          object(
            {
              form: text,
              field: text,
              name: text,
              size: { type: 'integer' },
              sha256: { type: 'string', pattern: '^([0-9a-f]{64})?$' },
            },
            ['sha256'],
          ),
        ),
      },
      responses: {
        ...answers(
          201,
          'Send slices of this length.',
          object({ id: text, received: { const: 0 }, slice: { type: 'integer' } }),
        ),
        ...refusals(
          ...inBody,
          'unknown-form',
          'bad-upload',
          'upload-refused',
          'upload-quota',
          'uploads-full',
          ...anywhere,
        ),
      },
    },
  },
  '/api/uploads/{id}': {
    get: {
      operationId: 'look-upload',
      summary: 'How far an upload is',
      ...upload(answers(200, 'How far it is.', ref('Upload')), 'unknown-upload'),
    },
    put: {
      operationId: 'send-slice',
      summary: 'A slice of a file, at most 3 MB, in its place by Content-Range',
      ...upload(
        answers(200, 'Where to go on, or how it ended.', ref('Upload')),
        'bad-upload',
        'too-large',
        'unknown-upload',
        'upload-ahead',
      ),
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
    },
    delete: {
      operationId: 'drop-upload',
      summary: 'Forget a file',
      ...upload({ 204: { description: 'It is gone.' } }, 'bad-upload', 'unknown-upload'),
    },
  },
};

const health: Schema = {
  get: {
    operationId: 'health',
    summary: 'Whether the service can take cases in',
    tags: ['service'],
    responses: {
      ...answers(200, 'It can.', ref('Health')),
      ...answers(503, 'It cannot.', ref('Health')),
    },
  },
};

/** Every address of the API. */
export const paths: Schema = {
  ...Object.fromEntries(forms.map(form => [`/api/cases/${form.id}`, { post: submit(form) }])),
  ...Object.fromEntries(
    forms.flatMap(form => (form.bulk ? [[`/api/bulk/${form.id}`, { post: bulk(form) }] as const] : [])),
  ),
  ...acts,
  '/api/track/change': change,
  ...uploads,
  '/api/health': health,
};
