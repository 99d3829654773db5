import type { AnyForm, Tables } from '#src/forms/field.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import type { Chance } from './chance.ts';
import type { Firm } from './firms.ts';
import type { Span } from './wave.ts';

/** What a story is planned with. */
export type Scene = {
  readonly forms: readonly AnyForm[];
  readonly tables: Tables;
  readonly calendar: Calendar;
  readonly firms: readonly Firm[];
  readonly span: Span;
  readonly chance: Chance;
};
