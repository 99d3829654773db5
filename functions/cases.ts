import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { receive } from '#src/cases/receive.ts';
import { door } from '#src/http/door.ts';
import { intake, keep, postpone } from '#src/http/intake.ts';
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
    const admission = await admit(ask.address);
    if (admission.tag === 'refused') return postpone(sent, 'too-many', admission.seconds);
    const heldFor = admission.tag === 'held' ? [...sent.suspicions, 'rate'] : sent.suspicions;
    return answer(sent, await receive(office, { ...sent, heldFor }));
  });
});
