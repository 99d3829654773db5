import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { sealPass } from '#src/cases/ticket.ts';
import { identify } from '#src/cases/track.ts';
import { door } from '#src/http/door.ts';
import { ownPaperPage, paperAsked } from '#src/http/own-paper.ts';

/** A paper that was issued to an enterprise, for whoever shows that the case is theirs. */
export const config: Config = {
  path: ['/track/paper/', '/large/track/paper/', '/zh-hant/track/paper/', '/zh-hant/large/track/paper/'],
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['POST'], async ask => {
  const { office, front, papers } = await app();
  const asked = await paperAsked(ask);
  if (asked instanceof Response) return asked;
  const who = await identify(office, asked.lookup.query);
  const row = who.tag === 'found' ? who.case : null;
  const found = row && (await papers.issuedTo(row.id, asked.paper));
  const pass = row ? sealPass(office.keys, row.number, office.now()) : '';
  return ownPaperPage(ask, front, papers, { asked, who, found, pass }, office.now());
});
