import { statusWords as words } from '#src/i18n/status.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { dayOf, daysBetween } from '#src/rules/day.ts';
import { html, nothing, type View } from '../html.ts';
import { timeInWords } from '../time.ts';
import { type LogPage, lookUpLogView } from './look-up-log.ts';

/** What the page shows. Times are ISO 8601 in UTC; null is never. */
export type Look = {
  readonly at: string;
  /** The store's schema is the program's. */ readonly current: boolean;
  /** Share of the disk that is used; 0 where the database is elsewhere. */ readonly disk: number;
  readonly open: number;
  readonly held: number;
  readonly overdue: number;
  /** Notices still to be sent, for how many seconds the first of them is late, and those that failed. */
  readonly waiting: number;
  readonly lag: number;
  readonly dead: number;
  readonly lastBackup: string | null;
  readonly lastAnchor: string | null;
};

/** One line of the page, and whether somebody must do something about it. */
type Line = { readonly name: keyof typeof words; readonly said: string; readonly wrong: boolean };

/** Minutes for which a notice may wait before somebody should look. */
const patience = 15;

const linesOf = (look: Look, lang: Lang): readonly Line[] => {
  const line = (
    name: keyof typeof words,
    wrong: boolean,
    said: keyof typeof words,
    values: Record<string, string | number> = {},
  ): Line => ({ name, wrong, said: say(words[said], lang, values) });
  const today = dayOf(new Date(look.at));
  const used = Math.round(look.disk * 100);
  const minutes = Math.round(look.lag / 60);
  const backup = look.lastBackup;
  const oldBackup = backup !== null && daysBetween(dayOf(new Date(backup)), today) > 2;
  const oldAnchor = look.lastAnchor !== null && daysBetween(look.lastAnchor, today) > 1;
  const isLate = minutes >= patience;
  return [
    line('store', !look.current, look.current ? 'storeWell' : 'storeOld'),
    line('disk', used >= 80, used === 0 ? 'elsewhere' : used >= 80 ? 'diskFull' : 'diskUsed', { n: used }),
    line('open', false, 'cases', { n: look.open }),
    line('held', false, 'cases', { n: look.held }),
    line('overdue', look.overdue > 0, 'cases', { n: look.overdue }),
    line('outbox', isLate, isLate ? 'outboxLate' : 'outboxWell', { n: look.waiting, minutes }),
    line('dead', look.dead > 0, look.dead > 0 ? 'deadSome' : 'none', { n: look.dead }),
    {
      name: 'backup',
      wrong: backup === null || oldBackup,
      said:
        backup === null
          ? words.backupNever[lang]
          : oldBackup
            ? say(words.backupOld, lang, { at: timeInWords(backup, lang) })
            : timeInWords(backup, lang),
    },
    {
      name: 'anchor',
      wrong: oldAnchor,
      said:
        look.lastAnchor === null
          ? words.anchorNone[lang]
          : oldAnchor
            ? say(words.anchorOld, lang, { day: look.lastAnchor })
            : look.lastAnchor,
    },
  ];
};

/** How the service stands: what is wrong is marked and says what to do. */
export const statusView = (lang: Lang, look: Look, log: LogPage): View => {
  const lines = linesOf(look, lang);
  const wrong = lines.filter(line => line.wrong).length;
  const sum = wrong === 0 ? words.well[lang] : say(words.wrong, lang, { n: wrong });
  const item = (line: Line): View =>
    html`<div><dt>${words[line.name][lang]}</dt><dd>${line.wrong ? html`<strong class="late">${words.attend[lang]}</strong> ` : nothing}${line.said}</dd></div>`;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${sum} ${say(words.lead, lang, { at: timeInWords(look.at, lang) })}</p><dl class="facts">${lines.map(item)}</dl><p class="note">${words.book[lang]}</p>${lookUpLogView(lang, log)}`;
};
