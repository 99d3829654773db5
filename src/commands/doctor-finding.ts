import type { doctorWords as words } from '#src/i18n/doctor.ts';

type Word = keyof typeof words;
type Values = Readonly<Record<string, string | number>>;

/** What was looked at, what was found, and unless all is well what to do. */
export type Finding = {
  readonly name: Word;
  readonly state: 'well' | 'warn' | 'wrong';
  readonly said: Word;
  readonly todo: Word | null;
  readonly values: Values;
};

export const well = (name: Word, said: Word, values: Values = {}): Finding => ({
  name,
  state: 'well',
  said,
  todo: null,
  values,
});

export const warn = (name: Word, said: Word, todo: Word, values: Values = {}): Finding => ({
  name,
  state: 'warn',
  said,
  todo,
  values,
});

export const wrong = (name: Word, said: Word, todo: Word, values: Values = {}): Finding => ({
  ...warn(name, said, todo, values),
  state: 'wrong',
});

/** An error in one line. */
export const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');

/** Looks, and where looking itself fails says so. */
export const looked = async (
  name: Word,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> => {
  try {
    return await look();
  } catch (error) {
    return [wrong(name, 'failed', 'bug', { error: lineOf(error) })];
  }
};
