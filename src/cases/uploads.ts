import { type Keys, mac } from '#src/cases/keys.ts';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';
import { pointer } from '#src/forms/field.ts';
import { uploadsIn } from '#src/forms/files.ts';
import { fileWords } from '#src/i18n/files.ts';

/** The keyed hash under which an upload's id is stored: whoever reads the store cannot send or bind in its name. */
export const uploadHash = (keys: Keys, id: string): string =>
  mac(keys.proof, 'upload', id).toString('base64url');

/** The hashes of a submission's uploads. */
export const uploadHashes = (keys: Keys, form: AnyForm, answers: Answers): readonly string[] =>
  uploadsIn(form, answers).map(({ id }) => uploadHash(keys, id));

/** What to say of a submission with an upload that is gone. */
export const uploadGone = (keys: Keys, form: AnyForm, answers: Answers, hash: string): Problem => {
  const gone = uploadsIn(form, answers).find(({ id }) => uploadHash(keys, id) === hash);
  return { pointer: pointer(gone?.path ?? ''), message: fileWords.gone };
};

/**
 * A submission's text with each upload's id replaced by the hash of its content: without JavaScript the same form sent twice
 * brings the same files under other ids, and is the same submission.
 */
export const byContent = (text: string, contents: ReadonlyMap<string, string>): string =>
  [...contents].reduce((so, [id, sha256]) => so.replaceAll(id, sha256), text);
