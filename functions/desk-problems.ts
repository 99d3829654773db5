import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { findingProblem } from '#src/http/desk/finding-problem.ts';
import { problemList } from '#src/http/desk/finding-problems.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Problems that departments found, over the days; one of them with what happened to it. */
export const config: Config = {
  path: [
    '/desk/findings/problems/',
    '/desk/findings/problems/:id/',
    '/en/desk/findings/problems/',
    '/en/desk/findings/problems/:id/',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { front, findings, office } = await app();
  const signed = await seated(ask, front, 'see-findings');
  if (signed instanceof Response) return signed;
  const hands = { findings, now: office.now(), store: office.store };
  return (ask.url.pathname.endsWith('/problems/') ? problemList : findingProblem)(ask, front, signed, hands);
});
