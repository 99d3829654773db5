import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { scanned, verifyPage } from '#src/http/verify.ts';

/** Whether a pass or a certificate is real: by the address of its QR code, or by number and code. */
export const config: Config = {
  path: (['', '/en', '/zh-hant'] as const).flatMap(lang => [
    `${lang}/verify/` as const,
    `${lang}/large/verify/` as const,
  ]),
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, papers } = await app();
  const asked = await scanned(ask);
  if (asked instanceof Response) return asked;
  const result = asked && (await papers.verify({ ...asked, address: ask.address }));
  return verifyPage(ask, front, asked, result, office.now());
});
