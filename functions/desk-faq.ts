import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { faqCase, publishFaq, withdrawFaq } from '#src/cases/faq.ts';
import { faqFile } from '#src/cases/faq-file.ts';
import { faqWork } from '#src/http/desk/faq.ts';
import { doerOf, seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** A case's answer, published as a common question; `?file=` its content file. */
export const config: Config = { path: ['/desk/cases/:number/faq/', '/en/desk/cases/:number/faq/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front } = await app();
  const signed = await seated(ask, front, 'see-queue');
  if (signed instanceof Response) return signed;
  const doer = doerOf(signed);
  const site = { open: front.publicPhones(), origin: ask.url.origin };
  return faqWork(ask, {
    ...{ front, signed, store: office.store, now: office.now() },
    look: number => faqCase(office, number, doer, site),
    publish: (number, head, entry) => publishFaq(office, number, head, entry, doer),
    withdraw: (number, head) => withdrawFaq(office, number, head, doer),
    file: row => faqFile(row, front.department(row.department)['zh-Hans']),
  });
});
