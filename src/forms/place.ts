import { type Lang, say, type Words, w } from '#src/i18n/words.ts';
import { dayInWords, weekday } from '#src/rules/day.ts';
import { placeIn, placeStart } from '#src/rules/place.ts';
import type { Answers, AnyForm } from './field.ts';

const weekdays: readonly Words[] = [
  w('星期一', 'Monday'),
  w('星期二', 'Tuesday'),
  w('星期三', 'Wednesday'),
  w('星期四', 'Thursday'),
  w('星期五', 'Friday'),
  w('星期六', 'Saturday'),
  w('星期日', 'Sunday'),
];

const words = {
  at: w('{day}（{weekday}）{time}', '{day} ({weekday}) {time}'),
};

/** A day with its weekday: `2020年3月24日（星期二）`. */
export const dayNamed = (day: string, lang: Lang): string => {
  const named = weekdays[weekday(day) - 1]?.[lang] ?? '';
  return say(words.at, lang, {
    day: lang === 'zh-Hans' ? dayInWords(day) : day,
    weekday: named,
    time: '',
  }).trim();
};

/** When a place begins, as people read it: `2020年3月24日（星期二）14:30`; '' for what is none. */
export const placeInWords = (id: string, lang: Lang): string => {
  const parts = placeIn(id);
  if (!parts) return '';
  const { day, time } = parts;
  return lang === 'zh-Hans' ? `${dayNamed(day, lang)}${time}` : `${dayNamed(day, lang)} ${time}`;
};

/** The name of the field in which a form asks for a time; null where it asks for none. */
const fieldOf = (form: Pick<AnyForm, 'fields'>): string | null =>
  Object.entries(form.fields).find(([, field]) => field.kind === 'place')?.[0] ?? null;

/** Whether a form asks for a time of an office's hours. */
export const asksForPlace = (form: Pick<AnyForm, 'fields'>): boolean => fieldOf(form) !== null;

/** The time that was chosen; '' for none, null where the form asks for none. */
export const placeOf = (form: AnyForm, answers: Answers): string | null => {
  const name = fieldOf(form);
  return name === null ? null : String(answers[name] ?? '');
};

/** The problem that a chosen time is gone, at its field. */
export const goneAt = (form: AnyForm, message: Words) => ({
  pointer: `/${fieldOf(form) ?? ''}`,
  message,
});

/** The day and the start of a chosen time, and the id of its hour; null for none. */
export const timeOf = (
  id: string,
): { readonly day: string; readonly hour: string; readonly startsAt: string } | null => {
  const parts = placeIn(id);
  return parts ? { day: parts.day, hour: parts.hour, startsAt: placeStart(id) } : null;
};
