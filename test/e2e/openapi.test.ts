import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everySample } from '../forms/every.ts';
import { type Server, startServer } from '../server.ts';
import { newKey } from '../submissions.ts';
import { brokenOf, instanceOf, type Schema } from './openapi-client.ts';

/** A client that knows of the forms only what the built /openapi.json says, against the running server. */
type Operation = {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly $ref: string } }> };
  readonly responses: Readonly<
    Record<string, { readonly content: Record<string, { readonly schema: Schema }> }>
  >;
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const text = readFileSync(join(import.meta.dirname, '../../dist/openapi.json'), 'utf8');
const description: Description = JSON.parse(text);

/** References point into the description; standing alone, a schema brings what it refers to along. */
const alone = (schema: Schema): Schema =>
  JSON.parse(
    JSON.stringify({ ...schema, $defs: description.components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    ),
  );
const submissions = Object.entries(description.paths).filter(([path]) => path.startsWith('/api/cases/'));
const schemaOf = (path: string): Schema => {
  const body = description.paths[path]?.post?.requestBody?.content['application/json']?.schema;
  const name = body?.$ref.split('/').at(-1) ?? '';
  const schema = description.components.schemas[name];
  if (!schema) throw new Error(`${path} names no schema`);
  return schema;
};

let server: Server;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' });
});
afterAll(() => server.stop());

/** Posts, and holds the answer to what the description says of that status. */
const ask = async (path: string, body: unknown): Promise<{ status: number; told: unknown }> => {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify(body),
  });
  const described = description.paths[path]?.post?.responses[String(answer.status)];
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = described?.content[type]?.schema;
  const told = await answer.text();
  expect(schema, `${answer.status} ${type} is not described: ${told}`).toBeDefined();
  const checked = z
    .fromJSONSchema(alone(schema ?? {}) as Parameters<typeof z.fromJSONSchema>[0])
    .safeParse(JSON.parse(told));
  expect(checked.error?.message, told).toBeUndefined();
  return { status: answer.status, told: JSON.parse(told) };
};
const post = async (path: string, body: unknown): Promise<number> => (await ask(path, body)).status;

it('is a valid OpenAPI 3.1 description, served as JSON', async () => {
  const result = await new Validator().validate(JSON.parse(text));
  expect(result.errors ?? []).toEqual([]);
  const answer = await fetch(`${server.url}/openapi.json`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('application/json'),
  ]);
});

describe.each(submissions.map(([path]) => path))('POST %s', path => {
  const schema = schemaOf(path);

  it('takes in a usual submission, and gives the receipt that is described', async () => {
    expect(await post(path, everySample[path.split('/').at(-1) ?? '']?.least)).toBe(201);
  });

  it('answers every submission the schema allows as described', async () => {
    await fc.assert(
      fc.asyncProperty(instanceOf(schema), async body => {
        expect([201, 409, 422]).toContain(await post(path, body));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what the schema does not allow, with 422 and the place', async () => {
    await fc.assert(
      fc.asyncProperty(brokenOf(schema), async body => {
        expect(await post(path, body)).toBe(422);
      }),
      { numRuns: 20 },
    );
  });
});

it('every act on a case answers as described, done or not', async () => {
  const { told } = await ask('/api/cases/consultation', everySample.consultation?.least);
  const { number, pin } = told as { readonly number: string; readonly pin: string };
  const acts: readonly (readonly [string, object, number])[] = [
    ['', {}, 200],
    ['', { pin: 'x' }, 404],
    ['/reply', { text: '补一句' }, 200],
    ['/reply', {}, 422],
    ['/change', {}, 200],
    ['/rate', { grade: 'very-good' }, 409],
    ['/confirm', { solved: true }, 409],
    ['/withdraw', {}, 200],
    ['/erase', {}, 200],
  ];
  for (const [act, more, status] of acts)
    expect([act, await post(`/api/track${act}`, { number, pin, ...more })]).toEqual([act, status]);
});

it('answers a body of any JSON with a problem, never with a failure', async () => {
  const [[path] = ['']] = submissions;
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async body => {
      const status = await post(path, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 40 },
  );
});
