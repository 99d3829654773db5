import { StoreUnavailable } from '#src/cases/store.ts';

const described = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The port's word for a store that cannot be reached, is locked or is full. */
export const unavailable = (cause: unknown): StoreUnavailable =>
  cause instanceof StoreUnavailable
    ? cause
    : new StoreUnavailable(`The store is not available: ${described(cause)}`, { cause });

/** How a command ended, as data that can cross to another thread. */
export type Outcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly message: string; readonly unavailable: boolean };

export const answered = (answer: unknown): Outcome => ({ ok: true, answer });
export const refused = (error: unknown): Outcome => ({
  ok: false,
  message: described(error),
  unavailable: error instanceof StoreUnavailable,
});

/** Whoever waits for a command. */
export type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

export const settle = ({ resolve, reject }: Waiting, outcome: Outcome): void => {
  if (outcome.ok) resolve(outcome.answer);
  else reject(outcome.unavailable ? new StoreUnavailable(outcome.message) : new Error(outcome.message));
};
