import type { FileInfo } from '#src/attachments/cabinet.ts';
import type { Attachments } from '#src/attachments/open.ts';
import type { Denied } from '#src/attachments/uploads.ts';
import { type AnyForm, type Problem, pointer } from '#src/forms/field.ts';
import { type FilesPlace, filesFields } from '#src/forms/files.ts';
import type { Ask } from '#src/http/ask.ts';
import { fileRefusals, fileWords } from '#src/i18n/files.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';

type Tree = Readonly<Record<string, unknown>>;
/** A file as a multipart form brought it, under the name of its input. */
export type Posted = { readonly name: string; readonly file: File };
export type KnownFiles = ReadonlyMap<string, FileInfo>;

/** A submission's fields with the ids of its files in place of the files, what was wrong with any of them, and what is known of all. */
export type Taken = {
  readonly fields: Tree;
  readonly problems: readonly Problem[];
  /** Those that may be shown: of no case, or of the one that is being corrected. */ readonly files: KnownFiles;
  /** The hash of each one's content. */ readonly contents: ReadonlyMap<string, string>;
};

const valueAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Tree | undefined | null)?.[name], tree);

const withValue = (tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree => {
  const inner = tree[name];
  const next = rest.length === 0 ? value : withValue(isTree(inner) ? inner : {}, rest, value);
  return { ...tree, [name]: next };
};

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The ids in a field: JSON sends a list, a posted form `{id: 'on'}`. */
const idsIn = (fields: unknown, { path }: FilesPlace): readonly string[] => {
  const value = valueAt(fields, path.split('.'));
  const ids = Array.isArray(value) ? value : isTree(value) ? Object.keys(value) : [];
  return ids.filter(id => typeof id === 'string');
};

const inEach = (make: (lang: (typeof langs)[number]) => string): Words =>
  Object.fromEntries(langs.map(lang => [lang, make(lang)])) as Words;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Why a file was not taken in, with its name. */
export const refusal = (name: string, { reason, limit }: Pick<Denied, 'reason' | 'limit'>): Words =>
  inEach(
    lang =>
      `“${name}”${lang === 'en' ? ' ' : ''}${say(fileRefusals[reason], lang, { limit: megabytes(limit) })}`,
  );

type Work = {
  readonly ask: Ask;
  readonly form: AnyForm;
  readonly attachments: Pick<Attachments, 'take' | 'files' | 'drop'>;
  /** The case whose answers are being corrected. */ readonly caseId?: string;
};

/** Keeps one posted file: its id, or what is wrong with it. */
const takeOne = async (
  { ask, form, attachments }: Work,
  { path }: FilesPlace,
  file: File,
): Promise<{ readonly id: string } | { readonly problem: Problem }> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { address } = ask;
  const taken = await attachments.take({ form: form.id, field: path, name: file.name, address, bytes });
  const told = (why: Pick<Denied, 'reason' | 'limit'>) => ({
    problem: { pointer: pointer(path), message: refusal(file.name, why) },
  });
  if (taken.tag === 'denied') return told(taken);
  const { reason } = taken.file;
  return reason === null ? { id: taken.id } : told({ reason, limit: 0 });
};

const takePosted = async (work: Work, fields: Tree, posted: readonly Posted[]) => {
  const places = filesFields(work.form.fields);
  const problems: Problem[] = [];
  let tree = fields;
  for (const { name, file } of posted) {
    const place = places.find(one => one.path === name);
    if (!place) {
      // A file is a field that this form does not have, or no text where text belongs.
      tree = { ...tree, [name]: { file: file.name } };
      continue;
    }
    const ids = idsIn(tree, place);
    const tooMany = {
      pointer: pointer(name),
      message: inEach(lang => say(fileWords.tooMany, lang, { max: place.field.max })),
    };
    const taken = ids.length < place.field.max ? await takeOne(work, place, file) : { problem: tooMany };
    if ('problem' in taken) problems.push(taken.problem);
    else tree = withValue(tree, name.split('.'), [...ids, taken.id]);
  }
  return { tree, problems };
};

/** Keeps the files of a posted form and puts their ids into its fields. A form without files costs nothing. */
export const takeFiles = async (work: Work, fields: unknown, posted: readonly Posted[]): Promise<Taken> => {
  const { tree, problems } = await takePosted(work, fields as Tree, posted);
  const ids = filesFields(work.form.fields).flatMap(place => idsIn(tree, place));
  const known: KnownFiles = ids.length > 0 ? await work.attachments.files(ids) : new Map();
  const { caseId: own = null } = work;
  const files = new Map([...known].filter(([, { caseId }]) => caseId === null || caseId === own));
  const contents = new Map([...known].map(([id, { sha256 }]) => [id, sha256]));
  return { fields: tree, problems, files, contents };
};

/** The button that takes a file away, `drop:plan:<id>`: the fields without it. */
export const withoutFile = async (work: Work, fields: Tree, act: string): Promise<Tree> => {
  const [, path = '', id = ''] = act.split(':');
  const place = filesFields(work.form.fields).find(one => one.path === path);
  if (!place) return fields;
  await work.attachments.drop(id, '');
  return withValue(
    fields,
    path.split('.'),
    idsIn(fields, place).filter(one => one !== id),
  );
};
