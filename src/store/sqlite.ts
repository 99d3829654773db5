import { caseStore, type Store } from '#src/store/adapter.ts';
import { unavailable } from '#src/store/outcome.ts';
import { drive, type Program } from '#src/store/program.ts';
import { asker, isTrouble, openFile } from '#src/store/sqlite-file.ts';
import type { WriterOptions } from '#src/store/writer.ts';
import { openQueue } from '#src/store/writer-queue.ts';

/**
 * The store in one file. Reads run here, on their own connection; writes in a thread, so that waiting for the disk does not
 * stall serving (docs/decisions/0002-writer.md). Does not migrate. Refuses a file it cannot open, as StoreUnavailable.
 */
export const openSqlite = async (options: WriterOptions): Promise<Store> => {
  const db = openFile(options.file);
  db.exec('pragma query_only = on');
  const queue = openQueue(options, new URL('./writer-thread.ts', import.meta.url));
  const ask = asker(db);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await queue.close();
    db.close();
  };
  return caseStore({
    read: async <Answer>(program: Program<Answer>): Promise<Answer> => {
      try {
        return drive(program, ask);
      } catch (error) {
        throw isTrouble(error) ? unavailable(error) : error;
      }
    },
    submit: queue.submit,
    isUnmigrated: error => error instanceof Error && error.message.startsWith('no such table'),
    scrub: async ({ whole }) => {
      const own = openFile(options.file);
      try {
        if (whole) own.exec('vacuum');
        own.exec('pragma wal_checkpoint(truncate)');
      } finally {
        own.close();
      }
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  });
};
