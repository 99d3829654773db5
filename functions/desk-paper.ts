import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { paperOne } from '#src/http/desk/paper.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** One paper: its next step, its preview, who did what; and the sheet for the printer. */
export const config: Config = {
  path: [
    '/desk/papers/:paper/',
    '/desk/papers/:paper/print/',
    '/en/desk/papers/:paper/',
    '/en/desk/papers/:paper/print/',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, papers } = await app();
  const signed = await seated(ask, front, 'see-papers');
  if (signed instanceof Response) return signed;
  return paperOne(ask, front, signed, { papers, now: office.now() });
});
