/** An upload that this tab knows of, so that a reload can go on: the file itself has to be chosen again, its name and size tell it. */
export type Note = {
  readonly field: string;
  readonly id: string;
  readonly slice: number;
  readonly name: string;
  readonly size: number;
  readonly modified: number;
};

const place = (form: string): string => `files:${form}`;

export const notesOf = (form: string): readonly Note[] => {
  try {
    // Written by `keepNotes` of the same origin.
    return JSON.parse(sessionStorage.getItem(place(form)) ?? '[]') as Note[];
  } catch {
    return [];
  }
};

const keepNotes = (form: string, notes: readonly Note[]): void => {
  try {
    sessionStorage.setItem(place(form), JSON.stringify(notes));
  } catch {
    // Storage is switched off: a reload begins anew.
  }
};

export const note = (form: string, one: Note): void => keepNotes(form, [...notesOf(form), one]);

export const unnote = (form: string, id: string): void =>
  keepNotes(
    form,
    notesOf(form).filter(one => one.id !== id),
  );

/** The form was sent: its files belong to it now. */
export const unnoteAll = (form: string): void => keepNotes(form, []);
