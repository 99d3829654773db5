import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { perform } from '#src/cases/perform.ts';
import { caseNumber, fileAnswer, fileAsked, fileReason } from '#src/http/desk/files.ts';
import { doerOf, notFound, seated, within } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** An attachment of a case; each time it is fetched is an event. */
export const config: Config = {
  path: ['/desk/cases/:number/files/:place', '/en/desk/cases/:number/files/:place'],
};

export default door(['GET'], async ask => {
  const { office, front, attachments } = await app();
  const signed = await seated(ask, front, 'see-queue');
  if (signed instanceof Response) return signed;
  const at = await within(office.store, front, signed, caseNumber(ask), 'see-files');
  const file = at && fileAsked(ask, await attachments.of(at.row.id));
  if (!at || !file) return notFound(ask, signed);
  const deed = { deed: 'open', reason: fileReason(file) } as const;
  const came = await perform(office, at.row.number, at.row.head, deed, doerOf(signed));
  return came.tag === 'done' ? fileAnswer(file) : notFound(ask, signed);
});
