/** How many transactions this process wrote, and how many commands were in them: one number each, since they are counted always. */
export const batches = { count: 0, commands: 0 };

/** Counts one transaction. */
export const noteBatch = (commands: number): void => {
  batches.count += 1;
  batches.commands += commands;
};
