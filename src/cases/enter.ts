import type { Channel } from '#src/cases/deed.ts';
import type { Office } from '#src/cases/office.ts';
import { type ReceiveResult, receive, type Submission } from '#src/cases/receive.ts';

export type EnterResult = ReceiveResult | { readonly tag: 'forbidden'; readonly rule: 'consent' };

/**
 * Takes in what somebody said on the phone, at the counter or on a visit (代录): the same form and rules as on the web, with the
 * channel and who entered it. The person's own consent must be noted. Nobody looks at it first; sent twice it is one case.
 */
export const enter = async (
  office: Office,
  submission: Submission,
  entry: { readonly channel: Channel; readonly by: string; readonly consentNoted: boolean },
): Promise<EnterResult> => {
  if (!entry.consentNoted) return { tag: 'forbidden', rule: 'consent' };
  const entered = { channel: entry.channel, by: entry.by };
  return receive(office, { ...submission, heldFor: [], once: true, entered });
};
