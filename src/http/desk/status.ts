import type { Ask } from '#src/http/ask.ts';
import { statusWords } from '#src/i18n/status.ts';
import type { LogPage } from '#src/views/desk/look-up-log.ts';
import { type Look, statusView } from '#src/views/desk/status.ts';
import { deskPage } from './frame.ts';
import type { SignedIn } from './session.ts';

/** How the service stands, as a page. */
export const statusPage = (ask: Ask, who: SignedIn, look: Look, log: LogPage): Response =>
  deskPage(ask, 200, statusWords.title[ask.lang], statusView(ask.lang, look, log), {
    ...who,
    here: 'status',
  });
