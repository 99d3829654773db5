import type { Channel } from '#src/cases/deed.ts';
import { fileCase } from '#src/cases/filing.ts';
import { mac } from '#src/cases/keys.ts';
import { keepNotice } from '#src/cases/notice.ts';
import type { Office } from '#src/cases/office.ts';
import { hostOf, wishOf } from '#src/cases/places.ts';
import { newId } from '#src/cases/random.ts';
import { proofOf, type Secrets, same, secretsOf } from '#src/cases/secrets.ts';
import type { CaseRow, Receive } from '#src/cases/store.ts';
import { tellDuty } from '#src/cases/tell.ts';
import { byContent, uploadGone, uploadHashes } from '#src/cases/uploads.ts';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';
import type { Lang } from '#src/i18n/words.ts';

/** A checked submission. `key` is the sender's idempotency key; `once` asks that an identical post of the last ten minutes be recognised. */
export type Submission = {
  readonly form: AnyForm;
  readonly answers: Answers;
  readonly key: string;
  readonly once: boolean;
  /** The language in which the privacy notice was read. */
  readonly lang: Lang;
  /** Reasons for which an officer looks at it first; empty for most. */
  readonly heldFor: readonly string[];
  /** The content of each attached upload, as a hash, by the upload's id. */
  readonly contents?: ReadonlyMap<string, string>;
  /** The form is taken no longer: only who sent the same before gets their receipt. */ readonly isClosed?: boolean;
  /** Where an officer entered it for a caller or a visitor. */ readonly entered?: {
    readonly channel: Channel;
    readonly by: string;
  };
};

/** What the sender is told. The PIN is null when an officer has issued a new one since. One password opens all linked cases. */
export type Receipt = {
  readonly case: CaseRow;
  readonly pin: string | null;
  readonly token: string;
  /** All cases of a submission that became several; empty for most. */
  readonly linked: readonly CaseRow[];
};

export type ReceiveResult =
  | { readonly tag: 'received'; readonly receipt: Receipt }
  /** The key came before with another payload. */
  | { readonly tag: 'key-reused' }
  /** The form is taken no longer, and nothing came before under the key. */
  | { readonly tag: 'closed' }
  /** The same post came within ten minutes, without a key; only the case's own cookie may see its receipt. */
  | { readonly tag: 'duplicate'; readonly case: CaseRow }
  /** The form is sent once a day, and was. */
  | { readonly tag: 'only-once'; readonly case: CaseRow }
  /** Somebody else has the time that was chosen, or it is given no more; nothing was stored. */
  | { readonly tag: 'place-taken' }
  /** A file that was attached is gone; nothing was stored. */
  | { readonly tag: 'upload-missing'; readonly problem: Problem };

const minutes = 60_000;
const days = 24 * 60 * minutes;
const keyLife = 30 * days;
const fingerprintLife = 10 * minutes;
/** A day that was missed may be made up for within a week: longer than that. */
const onceLife = 8 * days;

const later = (at: Date, by: number): string => new Date(at.getTime() + by).toISOString();

/** What keeps one intent one case: the sender's key and, without one, the post's fingerprint; both as keyed hashes only. */
const claimsOf = (
  office: Office,
  { form, answers, key, once, contents = new Map() }: Submission,
  at: Date,
): Pick<Receive, 'key' | 'fingerprint'> => {
  const hash = (...parts: readonly string[]) => mac(office.keys.dedupe, ...parts).toString('base64url');
  const payload = hash('payload', byContent(JSON.stringify([form.id, answers]), contents));
  const only = form.once?.(answers);
  const usual = once ? { hash: payload, expiresAt: later(at, fingerprintLife) } : null;
  return {
    key: { hash: hash('key', form.id, key), payload, expiresAt: later(at, keyLife) },
    fingerprint: only ? { hash: hash('once', form.id, only), expiresAt: later(at, onceLife) } : usual,
  };
};

/** The answers of each case that a submission becomes: one for each line where the form takes its lines apart. */
const apart = ({ form, answers }: Submission): readonly Answers[] => {
  const { apart: name } = form;
  const lines = name === undefined ? [] : (answers[name] as readonly unknown[]);
  return name === undefined || lines.length < 2
    ? [answers]
    : lines.map(line => ({ ...answers, [name]: [line] }));
};

/** Who looks after the enterprise, where a routing row of the form says that somebody guides it from the first moment (指导员). */
const guideOf = async (office: Office, { form, answers }: Submission): Promise<string> => {
  const isGuided = office.rules.routing.some(row => row.form === form.id && row.guide === true);
  if (!isGuided || !office.guideOf) return '';
  const { area, creditCode } = answers.enterprise;
  return office.guideOf({ area, creditCode });
};

const prepare = (
  office: Office,
  submission: Submission,
  { notice, guide, host }: { readonly notice: string; readonly guide: string; readonly host: string },
  at: Date,
): { readonly command: Receive; readonly secrets: Secrets } => {
  const { form, heldFor, entered } = submission;
  const parts = apart(submission);
  // In the order of the lines: cases are listed by their ids.
  const [id = '', ...ids] = parts.map(() => newId(at)).sort();
  const secrets = secretsOf(office.keys, form.id, id, submission.key);
  const link = ids.length > 0 ? id : '';
  const usual = { form, heldFor, link, secrets, notice, guide, host, ...(entered && { entered }) };
  const [first, ...linked] = parts.map((answers, index) =>
    fileCase(office, { ...usual, id: [id, ...ids][index] ?? '', answers }, at),
  );
  if (!first) throw new Error('a submission is at least one case');
  const uploads = uploadHashes(office.keys, form, submission.answers);
  const notices = [first, ...linked].flatMap(one => tellDuty(office, one.case, at));
  const claims = claimsOf(office, submission, at);
  const place = wishOf(form, submission.answers, at, entered !== undefined);
  return {
    command: {
      ...first,
      linked,
      uploads,
      notices,
      ...(place && { place }),
      ...claims,
      at: at.toISOString(),
      replayOnly: submission.isClosed ?? false,
    },
    secrets,
  };
};

/** The receipt of a case that was there already. Its PIN is derived anew, and told only while no officer has issued another. */
const receiptAgain = async (office: Office, row: CaseRow, key: string): Promise<Receipt> => {
  const { pin, token } = secretsOf(office.keys, row.form, row.id, key);
  const current = same(proofOf(office.keys, row.id, 'pin', pin), row.pinHash);
  const linked = row.link === '' ? [] : await office.store.linked(row.link);
  return { case: row, pin: current ? pin : null, token, linked };
};

const receipt = ({ case: row, linked }: Receive, secrets: Secrets): Receipt => ({
  case: row,
  ...secrets,
  linked: linked.length > 0 ? [row, ...linked.map(one => one.case)] : [],
});

/**
 * Takes a submission in: numbered, sealed, routed, stored with its first event. Resolves after the durable commit. The same key and
 * answers again give the same receipt; a number that is taken is drawn again.
 */
export const receive = async (office: Office, submission: Submission): Promise<ReceiveResult> => {
  const notice = await keepNotice(office, submission.form, submission.lang);
  const guide = await guideOf(office, submission);
  const host = await hostOf(office, submission.form, submission.answers);
  for (;;) {
    const { command, secrets } = prepare(office, submission, { notice, guide, host }, office.now());
    const outcome = await office.store.receive(command);
    switch (outcome.tag) {
      case 'stored':
        if (command.notices?.length) office.contacts.wake();
        return { tag: 'received', receipt: receipt(command, secrets) };
      case 'replayed':
        return { tag: 'received', receipt: await receiptAgain(office, outcome.case, submission.key) };
      case 'duplicate':
        return {
          tag: submission.form.once?.(submission.answers) ? 'only-once' : 'duplicate',
          case: outcome.case,
        };
      case 'key-reused':
      case 'closed':
      case 'place-taken':
        return outcome;
      case 'upload-missing': {
        const { form, answers } = submission;
        return { tag: 'upload-missing', problem: uploadGone(office.keys, form, answers, outcome.hash) };
      }
      case 'number-taken':
    }
  }
};
