/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`. Compares as text. */
export type Day = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2020-02-30` does not. */
export const isDay = (text: string): boolean => {
  const match = shape.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** China keeps one zone without daylight saving since 1991: UTC+8. */
const shanghai = 8 * 3_600_000;

/** The day in Shanghai at this instant. */
export const dayOf = (at: Date): Day => new Date(at.getTime() + shanghai).toISOString().slice(0, 10);

/** The time of day in Shanghai, `HH:MM`. */
export const timeOf = (at: Date): string => new Date(at.getTime() + shanghai).toISOString().slice(11, 16);

/** The instant of a day and time in Shanghai. */
export const instant = (day: Day, time = '00:00'): Date => new Date(`${day}T${time}:00+08:00`);

/** The day `n` days after (before, when negative). */
export const addDays = (day: Day, n: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when the other lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Monday 1 … Sunday 7. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** `2020年3月20日`; a month or a year alone where only that is known. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${date ? `${Number(date)}日` : ''}`;
};
