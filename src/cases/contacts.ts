/** How an enterprise may be told; it chooses in the form. */
export type Way = 'sms' | 'mail';

/** One place where a department, or `duty`, is told. */
export type Contact = { readonly channel: string; readonly target: string };

/** Who is told by which channels, and where the site stands. */
export type Contacts = {
  readonly of: (target: string) => readonly Contact[];
  /** The channel that an enterprise is told by; the log where none is set up. */
  readonly by: (way: Way) => string;
  /** `https://…`, without a slash at its end. */ readonly site: string;
  /** Something was put into the outbox and committed. */ readonly wake: () => void;
};

/** What is sealed in a row of the outbox. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
