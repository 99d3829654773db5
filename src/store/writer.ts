import { type Command, programOf } from '#src/store/commands.ts';
import { answered, type Outcome, refused, unavailable } from '#src/store/outcome.ts';
import { drive } from '#src/store/program.ts';
import { asker, isTrouble, openFile } from '#src/store/sqlite-file.ts';

export type WriterOptions = {
  readonly file: string;
  /** One commit a command instead of one for all that came together: only to measure against. */ readonly commitEach?: boolean;
};

/** The one connection that writes. `run` gives back an outcome for each command, in their order, once they are on the disk. */
export type Writer = { run(commands: readonly Command[]): readonly Outcome[]; close(): void };

/** Opens the writing connection; throws StoreUnavailable where the file cannot be opened. */
export const openWriter = ({ file, commitEach = false }: WriterOptions): Writer => {
  const db = openFile(file);
  const ask = asker(db);
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  const rollback = db.prepare('rollback');
  const mark = db.prepare('savepoint command');
  const back = db.prepare('rollback to command');
  const release = db.prepare('release command');

  type Attempt = (command: Command) => Outcome;
  const hopeful: Attempt = command => answered(drive(programOf(command, 'hopeful'), ask));
  const careful: Attempt = command => answered(drive(programOf(command, 'careful'), ask));

  /** The command whole in its own savepoint: one that fails leaves no trace, and the others their own way. */
  const marked: Attempt = command => {
    mark.run();
    try {
      return careful(command);
    } catch (error) {
      // On a full disk and its like SQLite may have rolled back everything already: then all must hear of it.
      if (isTrouble(error) || !db.isTransaction) throw error;
      back.run();
      return refused(error);
    } finally {
      if (db.isTransaction) release.run();
    }
  };

  const transaction = (commands: readonly Command[], attempt: Attempt): readonly Outcome[] => {
    try {
      begin.run();
      const outcomes = commands.map(attempt);
      commit.run();
      return outcomes;
    } catch (error) {
      if (db.isTransaction) rollback.run();
      throw error;
    }
  };

  /**
   * First in the hope that every key and number is new; then with a look before each write; then each command in its own
   * savepoint, so that a bad row fails alone. The first costs a third less than the last and nearly always does.
   */
  const together = (commands: readonly Command[]): readonly Outcome[] => {
    let failure: unknown;
    for (const attempt of [hopeful, careful, marked]) {
      try {
        return transaction(commands, attempt);
      } catch (error) {
        failure = error;
        if (isTrouble(error)) break;
      }
    }
    const outcome = refused(unavailable(failure));
    return commands.map(() => outcome);
  };

  return {
    run: commands => (commitEach ? commands.flatMap(command => together([command])) : together(commands)),
    close: () => db.close(),
  };
};
