import { randomInt } from 'node:crypto';
import { assign } from '#src/cases/assign.ts';
import { eventMac, vouch } from '#src/cases/chain.ts';
import { complaintOf } from '#src/cases/complaint.ts';
import type { Channel } from '#src/cases/deed.ts';
import { fresh } from '#src/cases/follow.ts';
import { lookupsOf } from '#src/cases/look-up.ts';
import { makeNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { partsFrom } from '#src/cases/parts.ts';
import { ledByHost } from '#src/cases/places.ts';
import { newCaseKey, seal } from '#src/cases/seal.ts';
import { proofOf, type Secrets } from '#src/cases/secrets.ts';
import type { CaseRow, Filed } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { terms } from '#src/forms/keep.ts';
import { split } from '#src/forms/parts.ts';
import { placeOf } from '#src/forms/place.ts';
import { addDays, type Day, dayOf } from '#src/rules/day.ts';

/** The answers to file as a case, and under which id, secrets, link and notice. */
export type Filing = {
  readonly id: string;
  readonly form: AnyForm;
  readonly answers: Answers;
  readonly heldFor: readonly string[];
  readonly link: string;
  readonly secrets: Secrets;
  readonly notice: string;
  /** Login of who guides it where its routing row says that somebody does; '' for nobody. */
  readonly guide?: string;
  /** The department whose hours were booked; '' or absent where no time was chosen. */
  readonly host?: string;
  /** How it came, and who entered it, where the enterprise did not send it itself. */
  readonly entered?: { readonly channel: Channel; readonly by: string };
};

/** The columns that say what was sent: in the clear and sealed with the case's key. */
export const contentOf = (
  key: Parameters<typeof seal>[0],
  id: string,
  form: AnyForm,
  answers: Answers,
): Pick<CaseRow, 'enterprise' | 'creditCode' | 'area' | 'line' | 'answers' | 'sealed' | 'urgent'> => {
  const parts = split(form, answers);
  const { name: enterprise, creditCode, area, line } = answers.enterprise;
  return {
    enterprise,
    creditCode,
    area,
    line,
    answers: JSON.stringify(parts.clear),
    sealed: seal(key, id, 'answers', JSON.stringify(parts.sealed)),
    urgent: form.urgent?.(answers) ? 1 : 0,
  };
};

/** The first day on which something of a form's answers must go. */
const firstTerm = (form: AnyForm, received: Day): Day => addDays(received, terms(form)[0] ?? 0);

/** Whether the routing row that decided says that a liaison officer guides it. */
const isGuided = ({ routing }: Pick<CaseRow, 'routing'>): boolean =>
  (JSON.parse(routing) as { readonly guide?: boolean }).guide === true;

/** A case with its first event: numbered, sealed, routed. */
export const fileCase = (office: Office, filing: Filing, at: Date): Filed => {
  const { id, form, answers, heldFor, link, secrets, notice, guide = '', host = '', entered } = filing;
  const { keys } = office;
  const { key, ...wrapped } = newCaseKey(keys, id);
  const state = heldFor.length > 0 ? ('held' as const) : ('received' as const);
  const routed = assign(office, form, answers, at);
  const assigned = host === '' ? routed : ledByHost(office, routed, host, placeOf(form, answers) ?? '');
  const guided = guide !== '' && isGuided(assigned) ? guide : '';
  const received = {
    id,
    number: makeNumber(at, randomInt(10_000_000)),
    form: form.id,
    state,
    ...contentOf(key, id, form, answers),
    ...wrapped,
    ...assigned,
    ...fresh(state, assigned.handler, at.toISOString()),
    ...complaintOf(office, form, answers),
    ...(entered && { channel: entered.channel, enteredBy: entered.by }),
    ...(guided !== '' && { officer: guided }),
    heldFor: JSON.stringify(heldFor),
    pinHash: proofOf(keys, id, 'pin', secrets.pin),
    tokenHash: proofOf(keys, id, 'token', secrets.token),
    receivedAt: at.toISOString(),
    link,
    notice,
    keepUntil: firstTerm(form, dayOf(at)),
  };
  const event = {
    caseId: id,
    seq: 1,
    at: received.receivedAt,
    kind: received.state,
    actor: entered?.by ?? 'enterprise',
    data: JSON.stringify({
      ...vouch(received),
      ...(entered && { ...entered, consent: true }),
      ...(guided !== '' && { guide: guided }),
    }),
    sealed: null,
  };
  const headMac = eventMac(keys, '', event);
  return {
    case: { ...received, head: 1, headMac },
    event: { ...event, mac: headMac },
    lookups: lookupsOf(keys, id, answers),
    parts: partsFrom(office, received, at),
  };
};
