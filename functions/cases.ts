import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { receive } from '#src/cases/receive.ts';
import { door } from '#src/http/door.ts';
import { intake, keep, postpone } from '#src/http/intake.ts';
import { problem } from '#src/http/problem.ts';
import { answer } from '#src/http/receipt.ts';

export const config: Config = {
  path: '/api/cases/:form',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front, admit } = await app();
  const sent = await intake(ask, front);
  if (sent instanceof Response) return sent;
  return keep(sent, async () => {
    const verdict = await admit({ ...sent, address: ask.address });
    if (verdict.tag === 'refused') return postpone(sent, 'too-many', verdict.seconds);
    if (verdict.tag === 'challenge') return problem(ask, 'challenge', { more: verdict });
    return answer(sent, await receive(office, { ...sent, heldFor: verdict.heldFor }));
  });
});
