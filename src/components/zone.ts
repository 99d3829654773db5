import type { Lang } from '#src/i18n/words.ts';
import { dateIn } from '#src/rules/validity.ts';
import { readZone, today } from '#src/zone/zone.ts';

/** The zone's tables, read and checked once a build. */
export const zone = readZone(process.cwd());

/** The day every page of this build speaks of. */
export const day = today(zone, new Date());

/** That day in words: 2020年3月20日. */
export const dayIn = (lang: Lang): string => dateIn(lang, day);
