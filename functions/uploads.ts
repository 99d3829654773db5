import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { dropAnswer, lookAnswer, openAnswer, sliceAnswer, uploadAsk } from '#src/http/uploads.ts';

export const config: Config = {
  path: ['/api/uploads', '/api/uploads/:id'],
  rateLimit: { windowLimit: 600, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST', 'PUT', 'GET', 'HEAD', 'DELETE'], async ask => {
  const { attachments, front } = await app();
  const asked = await uploadAsk(ask, front);
  if (asked instanceof Response) return asked;
  if (asked.tag === 'open') return openAnswer(ask, asked.asked, await attachments.open(asked.asked));
  if (asked.tag === 'put') return sliceAnswer(ask, await attachments.put(asked.slice));
  if (asked.tag === 'look') return lookAnswer(ask, await attachments.file(asked.id));
  return dropAnswer(ask, await attachments.drop(asked.id, asked.draft));
});
