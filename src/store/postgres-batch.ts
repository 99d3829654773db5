import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, isOneStep, programOf, touched } from '#src/store/commands.ts';
import { answered, type Outcome, refused } from '#src/store/outcome.ts';
import { isCollision, isOvertaken, isTrouble } from '#src/store/postgres-errors.ts';
import { driveLater, type Result, type Statement } from '#src/store/program.ts';

/** One connection for a while. Statements may be sent before the last is answered; they run in order. */
export type Connection = {
  ask(statement: Statement): Promise<Result>;
  /** A command of the transaction; gives back its tag, which after `commit` tells whether it did. */
  control(sql: string): Promise<string>;
};

const begin = 'begin isolation level read committed';

/**
 * Cuts a batch into waves of commands that touch nothing in common, so that within a wave they may run step by step
 * together and the answers are still those of one after the other.
 */
const waves = (commands: readonly Command[]): readonly (readonly Command[])[] => {
  const cut: Command[][] = [];
  let taken = new Set<string>();
  let barrier = true;
  for (const command of commands) {
    const names = touched(command);
    if (barrier || names === null || names.some(name => taken.has(name))) {
      cut.push([]);
      taken = new Set();
    }
    cut.at(-1)?.push(command);
    for (const name of names ?? []) taken.add(name);
    barrier = names === null;
  }
  return cut;
};

/** Counters lock in the order of their names: two servers that count the same ones then wait, and never for each other. */
const byLock = (a: Command, b: Command): number => {
  const [one, other] = [a, b].map(it => (it.kind === 'count' ? it.of.name : ''));
  return one === other ? 0 : String(one) < String(other) ? -1 : 1;
};

/** Programs at their first step. */
const start = (commands: readonly Command[], how: 'hopeful' | 'careful') =>
  commands.map(command => {
    const program = programOf(command, how);
    return { command, program, step: program.next([]) };
  });

const inTurn = (running: ReturnType<typeof start>) =>
  running.toSorted((a, b) => byLock(a.command, b.command));

/** Runs a wave's programs in step: all first steps go out in one trip, then all second ones, and so on. */
const inStep = async (connection: Connection, commands: readonly Command[]): Promise<readonly Outcome[]> => {
  const running = start(commands, 'careful');
  const turns = inTurn(running);
  for (;;) {
    const trips = turns.map(({ step }) =>
      step.done ? null : Promise.all(step.value.map(sent => connection.ask(sent))),
    );
    if (trips.every(trip => trip === null)) return running.map(({ step }) => answered(step.value));
    const results = await Promise.all(trips);
    turns.forEach((one, i) => {
      const result = results[i];
      if (result) one.step = one.program.next(result);
    });
  }
};

/** All of the results, or the first failure in the order in which they were sent: what follows it failed only because of it. */
const allOrFirst = async <T>(sent: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(sent);
  const results: T[] = [];
  for (const one of sent) results.push(await one);
  return results;
};

const mustBe = (tag: string): void => {
  if (tag !== 'COMMIT') throw new Error(`The database answered commit with ${tag}.`);
};

/** The whole transaction in one trip, for commands that decide nothing on the way: where a statement fails, the commit is a rollback. */
const oneTrip = async (connection: Connection, commands: readonly Command[]): Promise<readonly Outcome[]> => {
  const running = start(commands, 'hopeful');
  const begun = connection.control(begin);
  const turns = inTurn(running);
  const asked = turns.map(({ step }) =>
    allOrFirst(step.done ? [] : step.value.map(sent => connection.ask(sent))),
  );
  const committed = connection.control('commit');
  const [, results] = await allOrFirst<unknown>([begun, allOrFirst(asked), committed]);
  mustBe(await committed);
  turns.forEach((one, i) => {
    one.step = one.program.next((results as readonly Result[][])[i] ?? []);
  });
  return running.map(({ step }) => answered(step.value));
};

/** Each command whole in its own savepoint; overtaken by another server it runs once more. */
const oneByOne = async (
  connection: Connection,
  commands: readonly Command[],
): Promise<readonly Outcome[]> => {
  const attempt = async (command: Command, again: boolean): Promise<Outcome> => {
    await connection.control('savepoint command');
    try {
      const answer = await driveLater(programOf(command, 'careful'), connection.ask);
      await connection.control('release savepoint command');
      return answered(answer);
    } catch (error) {
      if (isTrouble(error) || isCollision(error)) throw error;
      await connection.control('rollback to savepoint command');
      return again && isOvertaken(error) ? attempt(command, false) : refused(error);
    }
  };
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await attempt(command, true));
  return outcomes;
};

const transaction = async (
  connection: Connection,
  work: () => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> => {
  const begun = connection.control(begin);
  try {
    const [, outcomes] = await Promise.all([begun, work()]);
    mustBe(await connection.control('commit'));
    return outcomes;
  } catch (error) {
    // A connection that is gone needs no rollback; what it says about one hides nothing.
    await connection.control('rollback').catch(() => {});
    throw error;
  }
};

const allWaves = async (
  connection: Connection,
  commands: readonly Command[],
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const wave of waves(commands)) outcomes.push(...(await inStep(connection, wave)));
  return outcomes;
};

/**
 * The ways to run a batch, the next where one failed: in one trip, in the hope that every key and number is new; in as few trips
 * as can be, with a look before each write; each command in its own savepoint, so that a bad row fails alone.
 */
const ways = [
  oneTrip,
  (connection: Connection, commands: readonly Command[]) =>
    transaction(connection, () => allWaves(connection, commands)),
  (connection: Connection, commands: readonly Command[]) =>
    transaction(connection, () => oneByOne(connection, commands)),
] as const;

const attempts = 6;

/** Runs commands in one transaction and gives back their outcomes, in order. Throws where the store as a whole fails. */
export const runBatch = async (
  connection: Connection,
  commands: readonly Command[],
): Promise<readonly Outcome[]> => {
  let way = commands.every(isOneStep) ? 0 : 1;
  for (let attempt = 1; ; attempt++) {
    try {
      return await (ways[way] ?? ways[2])(connection, commands);
    } catch (error) {
      if (isTrouble(error) || attempt === attempts) throw error;
      if (isCollision(error)) await sleep(Math.random() * 10 * 2 ** attempt);
      else way += 1;
    }
  }
};
