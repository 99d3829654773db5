import { progressWords as words } from '#src/i18n/progress.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { fenText } from './fen.ts';
import { moneyIn } from './money.ts';
import { placeInWords } from './place.ts';

/** What an event says of how money, lodging or a donation goes on; nothing personal. */
export type Progress = Partial<{
  readonly step: string;
  readonly bank: string;
  /** Whole yuan. */ readonly amount: number;
  readonly place: string;
  /** A bookable time, by its id. */ readonly slot: string;
  readonly persons: number;
  /** Fen of a donation. */ readonly money: number;
  /** The number of a donation's receipt. */ readonly serial: string;
}>;

const isStep = (step: string): step is keyof typeof words => Object.hasOwn(words, step);

/** One sentence for a step; '' where there is none. */
export const progressIn = (
  { step = '', bank = '', amount = 0, place = '', slot = '', persons = 0, money = 0, serial = '' }: Progress,
  lang: Lang,
): string =>
  isStep(step)
    ? say(words[step], lang, {
        bank,
        amount: moneyIn(amount, lang),
        place,
        persons,
        time: placeInWords(slot, lang),
        money: money > 0 ? fenText(money, lang) : '',
        serial,
      })
    : '';
