/** What a client sends: a form under a key of its own or none, with one of a few payloads. */
export type Post = { readonly form: string; readonly key: number | null; readonly payload: number };

/** One thing that somebody wanted: so many cases, under numbers that are known once they were told. */
export type Intent = { readonly cases: number; numbers: readonly string[] | null };
type Claim = { readonly intent: Intent; readonly payload: number; readonly expires: number };

/** What must be stored, kept beside the program: no hashes, no database, one post after the other. */
export type Model = {
  at: number;
  readonly intents: Intent[];
  readonly keys: Map<string, Claim>;
  readonly prints: Map<string, Claim>;
};

export const newModel = (at: number): Model => ({ at, intents: [], keys: new Map(), prints: new Map() });

const minute = 60_000;
const day = 24 * 60 * minute;

/** What recognises a post without its key: its content for ten minutes, or the day that it reports for eight. */
const printOf = ({ form, key, payload }: Post): { readonly name: string; readonly life: number } | null => {
  const name = `${form} ${payload}`;
  if (form === 'daily-return') return { name, life: 8 * day };
  return key === null ? { name, life: 10 * minute } : null;
};

type Tag = 'received' | 'key-reused' | 'duplicate' | 'only-once';

/** Takes a post in, and says what its sender must hear: a new intent only where neither key nor print is known. */
export const submitted = (model: Model, post: Post): { readonly tag: Tag; readonly intent: Intent } => {
  const { form, key, payload } = post;
  const alive = (claim: Claim | undefined) => (claim && claim.expires > model.at ? claim : null);
  const own = key === null ? null : `${form} ${key}`;
  const known = own === null ? null : alive(model.keys.get(own));
  if (known) return { tag: known.payload === payload ? 'received' : 'key-reused', intent: known.intent };
  const print = printOf(post);
  const same = print && alive(model.prints.get(print.name));
  if (same) return { tag: form === 'daily-return' ? 'only-once' : 'duplicate', intent: same.intent };
  const intent: Intent = { cases: form === 'several' ? payload + 1 : 1, numbers: null };
  model.intents.push(intent);
  if (own !== null) model.keys.set(own, { intent, payload, expires: model.at + 30 * day });
  if (print) model.prints.set(print.name, { intent, payload, expires: model.at + print.life });
  return { tag: 'received', intent };
};

/** The same may be sent anew at once; its key still gives the same receipt. */
export const withdrawn = (model: Model, intent: Intent): void => {
  for (const [name, claim] of model.prints) if (claim.intent === intent) model.prints.delete(name);
};
