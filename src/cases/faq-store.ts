/**
 * An answer made public as a common question. Everything in it is for everybody to read: what was personal went before it was
 * kept, so it outlives its case. An entry is never rewritten; it is withdrawn and another published.
 */
export type FaqRow = {
  /** Its file's name in `content/faq` and its id on the site, for ever. */ readonly slug: string;
  /** The case it came from: for the desk alone. */ readonly caseId: string;
  readonly state: 'published' | 'withdrawn';
  readonly question: string;
  readonly answer: string;
  /** A topic of `src/i18n/faq.ts`. */ readonly category: string;
  /** JSON of `FaqLink`s. */ readonly links: string;
  /** The department that answered. */ readonly department: string;
  readonly publishedAt: string;
  /** Login of who published it. */ readonly publishedBy: string;
  /** '' while it is published. */ readonly withdrawnAt: string;
  readonly withdrawnBy: string;
};

/** A page of the site under an answer: a policy or a guide. */
export type FaqLink = { readonly path: string; readonly title: string };

/** What is asked of published answers; they are written with the event that publishes or withdraws them. */
export type FaqStore = {
  /** The entries that came from a case, newest first. */
  faqOfCase(caseId: string): Promise<readonly FaqRow[]>;
  /** All entries by slug, at most `limit` (1 to 500) after the cursor. */
  faqPage(query: {
    readonly after: string | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly FaqRow[]; readonly next: string | null }>;
};
