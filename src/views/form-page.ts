import type { AnyForm, Problem, Tables } from '#src/forms/field.ts';
import type { Lang } from '#src/i18n/words.ts';

/** What a form's page needs: as built (no values, no problems), or as sent (both). */
export type FormPage = {
  readonly form: AnyForm;
  readonly lang: Lang;
  readonly tables: Tables;
  /** What was typed, as it was sent; empty for a fresh page. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly fillPhone: string;
  /** Why a sound submission could not be taken just now; '' otherwise. */
  readonly notice: string;
  /** Who gets it and in how many working days; the name is null while the topic decides. */
  readonly handler: { readonly name: string | null; readonly workingDays: number };
};

/** One field in its place: its name, what was typed in it, what is wrong with it. */
export type Slot = { readonly name: string; readonly typed: unknown; readonly page: FormPage };
