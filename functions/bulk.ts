import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { receive } from '#src/cases/receive.ts';
import { bulk, bulkDone } from '#src/http/bulk.ts';
import { door } from '#src/http/door.ts';
import { waitProblem } from '#src/http/problem.ts';

export const config: Config = {
  path: '/api/bulk/:form',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front, admit } = await app();
  const batch = await bulk(ask, front);
  if (batch instanceof Response) return batch;
  const verdict = await admit({ address: ask.address, suspicions: [], proof: '' });
  if (verdict.tag !== 'take')
    return waitProblem(ask, 'too-many', verdict.tag === 'refused' ? verdict.seconds : 60);
  const usual = { form: batch.form, once: false, lang: ask.lang, heldFor: verdict.heldFor };
  const each = batch.entries.map(({ answers }, at) =>
    receive(office, { ...usual, answers, key: `${batch.key}.${at}` }),
  );
  return bulkDone(batch, await Promise.all(each));
});
