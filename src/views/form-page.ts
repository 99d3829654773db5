import type { AnyForm, Fields, Problem, Tables } from '#src/forms/field.ts';
import type { fileFlags, fileScans } from '#src/i18n/files.ts';
import type { Lang, Words } from '#src/i18n/words.ts';
import type { Handling } from '#src/zone/handler.ts';

/** An attached file that is kept already. */
export type ShownFile = {
  readonly state: 'partial' | 'kept' | 'refused';
  readonly name: string;
  readonly scanned: keyof typeof fileScans;
  readonly flags: readonly (keyof typeof fileFlags)[];
};

/** What a form's page needs: as built (no values, no problems), or as sent (both). */
export type FormPage = {
  readonly form: AnyForm;
  readonly lang: Lang;
  readonly tables: Tables;
  /** What was typed, as it was sent; empty for a fresh page. */
  readonly typed: Readonly<Record<string, unknown>>;
  /** What is known of attached files, by their ids: those that are not known are not shown. */
  readonly files?: ReadonlyMap<string, ShownFile>;
  readonly problems: readonly Problem[];
  /** Times that are free, by their ids, where the one that was chosen is gone. */
  readonly places?: readonly string[];
  /** A correction: the time is moved elsewhere. */
  readonly fixed?: true;
  readonly fillPhone: string;
  /** Why a sound submission could not be taken just now; '' otherwise. */
  readonly notice: string;
  /** Who gets it, why and by when, and what the form means on the day. */
  readonly handler: Handling;
};

/** A form's title and lead in the mode of the day: 复工信息报送 where being filed is enough, 复工申请 where it is answered. */
export const headOf = (form: AnyForm, { mode }: Handling): { readonly title: Words; readonly lead: Words } =>
  form.named?.[mode.mode] ?? form;

/** One field in its place: its name, what was typed in it, the fields of its level. */
export type Slot = {
  readonly name: string;
  readonly typed: unknown;
  readonly beside: Fields;
  readonly page: FormPage;
};
