import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { receiptPage } from '#src/http/receipt.ts';

export const config: Config = { path: ['/forms/receipt/', '/en/forms/receipt/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front } = await app();
  return receiptPage(ask, front);
});
