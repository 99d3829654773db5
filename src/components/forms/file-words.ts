/** The words of a field of files as its page brings them, `{name}` to be filled in. */
export type FileWords = Readonly<Record<string, string>> & {
  readonly scans: Readonly<Record<string, string>>;
};

export const wordsOf = (input: HTMLInputElement): FileWords =>
  // Written into the page by `src/views/files.ts`.
  JSON.parse(input.dataset.words ?? '{}') as FileWords;

/** A sentence with its values. */
export const tell = (
  words: FileWords,
  name: string,
  values: Readonly<Record<string, string | number>> = {},
): string => (words[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
