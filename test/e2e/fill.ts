import type { Locator, Page } from 'playwright-core';
import { type AnyForm, type Field, type Fields, isAsked, isOffered } from '#src/forms/field.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';
import { pdf } from '../attachments/samples.ts';

/** One thing to do in a form's page, by the name of its control. */
export type Step =
  | { readonly kind: 'type' | 'select' | 'mark'; readonly name: string; readonly value: string }
  | { readonly kind: 'tick'; readonly name: string }
  | { readonly kind: 'files'; readonly name: string; readonly count: number }
  | { readonly kind: 'lines'; readonly name: string; readonly count: number };

type Level = { readonly [name: string]: unknown };

/** What the running site offers. */
const tables = tablesOf(readZone(process.cwd()));

const leafSteps = (field: Field, name: string, value: unknown): readonly Step[] => {
  switch (field.kind) {
    case 'consent':
    case 'permission':
      return value === true ? [{ kind: 'tick', name }] : [];
    case 'choices':
      return (value as readonly string[]).map(code => ({ kind: 'tick', name: `${name}.${code}` }));
    case 'files':
      return [{ kind: 'files', name, count: (value as readonly string[]).length }];
    case 'yes-no':
      return [{ kind: 'mark', name, value: String(value) }];
    case 'choice':
      return [{ kind: field.radios ? 'mark' : 'select', name, value: String(value) }];
    default:
      return [{ kind: 'type', name, value: String(value) }];
  }
};

const stepsIn = (fields: Fields, values: Level, path: string): readonly Step[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    const [name, value] = [path + key, values[key]];
    if (value === undefined || value === null || value === '') return [];
    if (!isAsked(field, values) || !isOffered(field, fields, tables)) return [];
    if (field.kind === 'group') return stepsIn(field.fields, value as Level, `${name}.`);
    if (field.kind !== 'lines') return leafSteps(field, name, value);
    const lines = value as readonly Level[];
    return [
      { kind: 'lines', name, count: lines.length },
      ...lines.flatMap((line, index) => stepsIn(field.fields, line, `${name}.${index}.`)),
    ];
  });

/** What a person does to send a sample, in the order of the form. */
export const stepsOf = (form: AnyForm, sample: Level): readonly Step[] => stepsIn(form.fields, sample, '');

/** The files a person attaches for a step: small PDFs, each of its own name. */
export const filesFor = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${name}-${index + 1}.pdf`,
    mimeType: 'application/pdf',
    buffer: pdf(`% ${name} ${index}`),
  }));

const unfold = async (control: Locator): Promise<void> => {
  const fold = control.locator('xpath=ancestor::details[not(@open)]');
  if ((await fold.count()) > 0) await fold.locator('> summary').click();
};

/** Adds lines until there are as many as wanted; where there is no script each is a page of its own. */
const addLines = async (page: Page, name: string, count: number): Promise<void> => {
  const box = page.locator(`[data-lines="${name}"]`);
  for (let n = await box.locator('.line').count(); n < count; n += 1) {
    await box.locator('> button').click();
    await box.locator('.line').nth(n).waitFor();
  }
};

const attach = async (page: Page, control: Locator, name: string, count: number, script: boolean) => {
  await control.setInputFiles(filesFor(name, count));
  if (!script) return;
  const kept = page.locator(`input[type="hidden"][name^="${name}."]`);
  await kept.nth(count - 1).waitFor({ state: 'attached' });
};

const take = async (page: Page, step: Step, script: boolean): Promise<void> => {
  if (step.kind === 'lines') return addLines(page, step.name, step.count);
  const mark = step.kind === 'mark' ? `[value="${step.value}"]` : ':not([type="hidden"])';
  const control = page.locator(`[name="${step.name}"]${mark}`);
  await unfold(control);
  if (step.kind === 'type') return control.fill(step.value);
  if (step.kind === 'files') return attach(page, control, step.name, step.count, script);
  if (step.kind !== 'select') return control.check();
  await control.selectOption(step.value);
};

/** Fills in a form as a sample has it, and waits until its files are taken in; without `script` they go with the form. */
export const fillForm = async (page: Page, steps: readonly Step[], { script = true } = {}): Promise<void> => {
  for (const step of steps) await take(page, step, script);
};

/** What the page shows for the steps taken: text, codes, ticks, how many files and lines; null where it is folded away. */
export const shownFor = (page: Page, steps: readonly Step[]): Promise<readonly unknown[]> =>
  page.evaluate(taken => {
    const count = (selector: string) => document.querySelectorAll(selector).length;
    const shown = (step: (typeof taken)[number]): unknown => {
      if (step.kind === 'lines') return { ...step, count: count(`[data-lines="${step.name}"] > .line`) };
      if (step.kind === 'files')
        return { ...step, count: count(`input[type="hidden"][name^="${step.name}."]`) };
      const controls = [...document.getElementsByName(step.name)] as HTMLInputElement[];
      const [first] = controls;
      if (!first || first.closest('details:not([open])')) return null;
      if (step.kind === 'tick') return first.checked ? step : null;
      const marked = step.kind === 'mark' ? controls.find(one => one.checked) : first;
      return { ...step, value: marked?.value };
    };
    return taken.map(shown);
  }, steps);
