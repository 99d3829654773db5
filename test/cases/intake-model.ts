import fc from 'fast-check';
import { expect } from 'vitest';
import type { Office } from '#src/cases/office.ts';
import { type ReceiveResult, receive, type Submission } from '#src/cases/receive.ts';
import { cases, fault } from '#src/cases/review.ts';
import { withdraw } from '#src/cases/say.ts';
import { StoreUnavailable } from '#src/cases/store.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import type { Store } from '#src/store/adapter.ts';
import { everySample } from '../forms/every.ts';
import { type Model, type Post, submitted, withdrawn } from './intents.ts';

/** Where a store is, and how it comes back: after it was closed, and after whatever crash the database can be made to have. */
export type Home = {
  open(): Promise<Store>;
  /** The store after a crash of the one that is given; what is on its way may be lost or not. */ crash(
    store: Store,
  ): Promise<Store>;
};

/** The program under test: an office whose store and clock the commands change. */
export type Real = { readonly salt: string; readonly home: Home; readonly office: Office; store: Store };

type Command = fc.AsyncCommand<Model, Real>;

/** The submission of a post, read as a form reads it. */
const submissionOf = ({ salt, office }: Real, { form: id, key, payload }: Post): Submission => {
  const form = formOf(id);
  const sample = everySample[id]?.least as { enterprise: object; needs?: readonly object[] };
  const enterprise = { ...sample.enterprise, name: `${salt} ${payload}`, creditCode: '' };
  const needs = [0, 1, 2].map(n => ({ kind: 'labour', what: `${n}` })).slice(0, payload + 1);
  const tree = { ...sample, enterprise, ...(id === 'several' && { needs }) };
  if (!form) throw new Error(`no form ${id}`);
  const reading = read(form, tree, office.tables, office.ruleDay());
  if (reading.tag !== 'read') throw new Error(JSON.stringify(reading.problems));
  const { answers } = reading;
  const own = `${salt}-${key ?? Math.random()}`.padEnd(24, '0');
  return { form, answers, key: own, once: key === null, lang: 'zh-Hans', heldFor: [] };
};

const deliver = (real: Real, post: Post): Promise<ReceiveResult> =>
  receive({ ...real.office, store: real.store }, submissionOf(real, post));

/** Numbers of a result's cases, in their order; of a duplicate only the first is told. */
const numbersOf = (result: ReceiveResult): readonly string[] => {
  if (result.tag === 'received') {
    const { case: row, linked } = result.receipt;
    return linked.length > 0 ? linked.map(one => one.number) : [row.number];
  }
  return 'case' in result ? [result.case.number] : [];
};

/** The result is what the model says; a number that was told before is told again, and a new one is new. */
const compare = (model: Model, post: Post, result: ReceiveResult): void => {
  const { tag, intent } = submitted(model, post);
  expect(result.tag).toBe(tag);
  const told = numbersOf(result);
  if (tag === 'received') {
    expect(told).toHaveLength(intent.cases);
    if (intent.numbers) expect(told).toEqual(intent.numbers);
    intent.numbers = told;
  } else if (tag !== 'key-reused' && intent.numbers) expect(told).toEqual(intent.numbers.slice(0, 1));
};

const named = (name: string, run: Command['run']): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

const one = (post: Post): Command =>
  named(`post ${JSON.stringify(post)}`, async (model, real) =>
    compare(model, post, await deliver(real, post)),
  );

/** The same post again after a while, which may be longer than it is known for. */
const again = (post: Post, minutes: number): Command =>
  named(`twice, ${minutes} min apart ${JSON.stringify(post)}`, async (model, real) => {
    compare(model, post, await deliver(real, post));
    model.at += minutes * 60_000;
    compare(model, post, await deliver(real, post));
  });

/** The same post many times at once: one is first, whichever. */
const crowd = (post: Post, count: number): Command =>
  named(`${count} at once ${JSON.stringify(post)}`, async (model, real) => {
    const results = await Promise.all(Array.from({ length: count }, () => deliver(real, post)));
    const first = results.find(result => result.tag === 'received') ?? results[0];
    if (first) compare(model, post, first);
    const others = results.filter(result => result !== first);
    for (const result of others) compare(model, post, result);
  });

/** The store is reached or not, but its answer is lost; the client sends again. */
const lost = (post: Post, when: 'before' | 'after'): Command =>
  named(`answer lost ${when} the commit ${JSON.stringify(post)}`, async (model, real) => {
    const { store } = real;
    const failing: Store = {
      ...store,
      receive: async command => {
        if (when === 'after') await store.receive(command);
        throw new StoreUnavailable('lost');
      },
    };
    const sent = receive({ ...real.office, store: failing }, submissionOf(real, post));
    await expect(sent).rejects.toThrow(StoreUnavailable);
    if (when === 'after') submitted(model, post);
  });

/** Posts are on their way when the database crashes; afterwards each client sends its own again. */
const crash = (posts: readonly Post[], turns: number): Command =>
  named(`crash after ${turns} turns during ${JSON.stringify(posts)}`, async (model, real) => {
    const heard = new Map<Post, ReceiveResult>();
    for (const post of posts)
      deliver(real, post).then(
        result => heard.set(post, result),
        () => {},
      );
    for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve));
    // What is heard from now on was said by a program that is no more.
    const before = new Map(heard);
    real.store = await real.home.crash(real.store);
    for (const post of posts) {
      const told = await deliver(real, post);
      const first = before.get(post);
      if (first) compare(model, post, first);
      // Without a key the client cannot tell a stored post from a lost one, nor can we: it hears that it was received.
      else if (post.key === null && told.tag !== 'received') submitted(model, post);
      compare(model, post, told);
    }
  });

const reopen = named('close and open', async (_, real) => {
  await real.store.close();
  real.store = await real.home.open();
});

const pass = (minutes: number): Command =>
  named(`clock ${minutes} min`, async model => {
    model.at += minutes * 60_000;
  });

const sweep = named('sweep', async (model, real) => {
  await real.store.sweep({ at: new Date(model.at).toISOString() });
  for (const claims of [model.keys, model.prints])
    for (const [name, claim] of claims) if (claim.expires <= model.at) claims.delete(name);
});

const takeBack = (nth: number): Command =>
  named(`withdraw ${nth}`, async (model, real) => {
    const known = model.intents.filter(intent => intent.numbers);
    const intent = known[nth % Math.max(1, known.length)];
    const number = intent?.numbers?.[0];
    if (!intent || !number) return;
    expect(await withdraw({ ...real.office, store: real.store }, number, 'enterprise')).toMatchObject({
      tag: 'done',
    });
    withdrawn(model, intent);
  });

const posts = fc.record({
  form: fc.constantFrom('materials', 'several', 'daily-return'),
  key: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 1 }),
  payload: fc.integer({ min: 0, max: 2 }),
});

/** Posts that crash together: of one form and key only one payload, so that it is known which comes first. */
const together = fc.uniqueArray(posts, {
  maxLength: 6,
  selector: ({ form, key, payload }) =>
    form === 'daily-return' ? form : `${form} ${key ?? `none ${payload}`}`,
});

/** Minutes: a double click, around the ten minutes of a fingerprint, hours back and forth, a month. */
const moves = fc.oneof(
  fc.constantFrom(0, 1, 9, 10, 11),
  fc.integer({ min: -600, max: 600 }),
  fc.constantFrom(8, 30).chain(days => fc.constantFrom(days * 1440 - 1, days * 1440)),
);

/** Whatever may befall a client and a store, in any order. */
export const anything = fc.commands(
  [
    posts.map(one),
    posts.map(one),
    fc.tuple(posts, fc.oneof(fc.constantFrom(0, 9, 10), moves)).map(args => again(...args)),
    fc.tuple(posts, fc.integer({ min: 2, max: 20 })).map(([post, count]) => crowd(post, count)),
    fc.tuple(posts, fc.constantFrom('before' as const, 'after' as const)).map(args => lost(...args)),
    fc.tuple(together, fc.integer({ min: 0, max: 60 })).map(args => crash(...args)),
    fc.constant(reopen),
    moves.map(pass),
    fc.constant(sweep),
    fc.nat({ max: 9 }).map(takeBack),
  ],
  { maxCommands: 30, size: 'max' },
);

/** As many cases as the intents have, under the numbers that were told, each chain whole. */
export const expectOnce = async (model: Model, real: Real): Promise<void> => {
  const office = { ...real.office, store: real.store };
  const numbers = new Set<string>();
  for await (const row of cases(office, null)) {
    if (!row.enterprise.startsWith(`${real.salt} `)) continue;
    numbers.add(row.number);
    expect(await fault(office, row)).toBeNull();
  }
  expect(numbers.size).toBe(model.intents.reduce((sum, intent) => sum + intent.cases, 0));
  const told = model.intents.flatMap(intent => intent.numbers ?? []);
  expect(new Set(told).size).toBe(told.length);
  for (const number of told) expect(numbers).toContain(number);
};
