import { join } from 'node:path';
import type { AnyForm } from '#src/forms/field.ts';
import type { Lang } from '#src/i18n/words.ts';
import { formView } from '#src/views/form.ts';
import { handlingOf } from '#src/zone/handler.ts';
import { readZone } from '#src/zone/zone.ts';
import { problemsOf, tables, today } from '../forms/sent.ts';
import { tagsOf } from './markup.ts';

export const zone = readZone(join(import.meta.dirname, '../..'));

/** The tags of a form's page. */
export const pageOf = (form: AnyForm, some: Partial<Parameters<typeof formView>[0]> = {}) =>
  tagsOf(
    formView({
      form,
      lang: 'zh-Hans',
      tables,
      typed: {},
      problems: [],
      fillPhone: '0000-0000002',
      notice: '',
      handler: handlingOf(zone, form.id, today, today),
      ...some,
    }),
  );
/** The page that comes back when this was sent. */
export const refused = (form: AnyForm, typed: Record<string, unknown>, lang: Lang = 'zh-Hans') =>
  pageOf(form, { typed, problems: problemsOf(form, typed), lang });
