import type { App } from '#src/app.ts';
import { receive } from '#src/cases/receive.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { newKey, type Tree } from '../submissions.ts';

/** Sends answers straight to an office, at a time and on a day of the rules; the case that they became. */
export const fileAt = async (
  { office }: App,
  form: string,
  tree: Tree,
  { at, day }: { readonly at: string; readonly day: string },
): Promise<CaseRow> => {
  const found = formOf(form);
  if (!found) throw new Error(`no form ${form}`);
  Object.assign(office, { now: () => new Date(at), ruleDay: () => day });
  const reading = read(found, tree, office.tables, day);
  if (reading.tag !== 'read') throw new Error(JSON.stringify(reading.problems));
  const { answers } = reading;
  const sent = { form: found, answers, key: newKey(), once: false, lang: 'zh-Hans', heldFor: [] } as const;
  const result = await receive(office, sent);
  if (result.tag !== 'received') throw new Error(result.tag);
  return result.receipt.case;
};
