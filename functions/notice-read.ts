import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { reading } from '#src/cases/acknowledge.ts';
import { readNotice } from '#src/http/acknowledge.ts';
import { door } from '#src/http/door.ts';

/** An enterprise confirms that it has read a notice. */
export const config: Config = {
  path: [
    '/notices/:notice/read/',
    '/large/notices/:notice/read/',
    '/zh-hant/notices/:notice/read/',
    '/zh-hant/large/notices/:notice/read/',
  ],
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front } = await app();
  return readNotice(ask, front, reading(office));
});
