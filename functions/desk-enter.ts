import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { enter } from '#src/cases/enter.ts';
import { perform } from '#src/cases/perform.ts';
import { enterAsked, entered, enteredHow, enterPage, numbersOf } from '#src/http/desk/enter.ts';
import { doerOf, notFound, seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** 代录: what a caller or visitor says, on the same forms. */
export const config: Config = {
  path: ['/desk/enter/', '/desk/enter/:form/', '/en/desk/enter/', '/en/desk/enter/:form/'],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, findings } = await app();
  const signed = await seated(ask, front, 'enter');
  if (signed instanceof Response) return signed;
  if (ask.request.method !== 'POST') return enterPage(ask, front, signed, findings);
  const sent = await enterAsked(ask, front, signed);
  if (sent instanceof Response || !sent) return sent ?? notFound(ask, signed);
  const result = await enter(office, { ...sent, ...enteredHow(ask) }, { ...sent, by: signed.staff.login });
  for (const number of numbersOf(result))
    await perform(office, number, 1, { deed: 'note', text: sent.note }, doerOf(signed));
  return entered(ask, front, signed, sent, result, findings);
});
