import { describe, expect, it } from 'vitest';
import { type AnyForm, isSealed, pointer } from '#src/forms/field.ts';
import { formOf } from '#src/forms/index.ts';
import { split } from '#src/forms/parts.ts';
import { answersOf, changed, leavesOf, problemsOf } from './sent.ts';

type Tree = Record<string, unknown>;
type Sample = { readonly full: Tree; readonly least: Tree };

/** The form of this id. Throws where the registry has none. */
export const registered = (id: string): AnyForm => {
  const form = formOf(id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};

/** Pointers of what a submission is refused for. */
export const refusedAt = (form: AnyForm, sent: unknown): readonly string[] =>
  problemsOf(form, sent).map(problem => problem.pointer);

/** What the shared block and the consent cannot do without, in every form. */
const alwaysNeeded = [
  'enterprise.name',
  'enterprise.area',
  'enterprise.line',
  'contact.name',
  'contact.phone',
  'consent',
];
const canary = (path: string): string => `【${path.replaceAll(/\.\d+/g, '')}】`;

/** Full sample with every text that may say anything replaced by its own path; `kept` have a form of their own. */
const withCanaries = (form: AnyForm, full: Tree, kept: readonly string[]): Tree => {
  const texts = leavesOf(form.fields).filter(
    ({ field, path }) => field.kind === 'text' && !kept.includes(path),
  );
  const lines = Object.keys(full).filter(name => Array.isArray(full[name]));
  return texts.reduce((sent, { path }) => {
    const [first = '', ...rest] = path.split('.');
    const at = lines.includes(first) && rest.length > 0 ? [first, '0', ...rest].join('.') : path;
    return changed(sent, at, canary(path));
  }, full);
};

/**
 * What holds for a form whatever it asks: the samples are read, what is needed is asked for, the rest may stay open, and texts are
 * sealed but for the named facts. `needed` and `facts` are paths; a fact in a line is written without its index.
 */
export const stands = (
  form: AnyForm,
  { full, least }: Sample,
  {
    needed,
    facts,
    kept = [],
  }: { needed: readonly string[]; facts: readonly string[]; kept?: readonly string[] },
): void => {
  describe(form.id, () => {
    it('takes a full submission as it is, and asks nothing that it does not hold', () => {
      expect(answersOf(form, full)).toEqual(full);
    });

    it('takes the least that is needed', () => {
      expect(problemsOf(form, least)).toEqual([]);
    });

    it.each([...alwaysNeeded, ...needed])('asks for %s, and for nothing else, where it is missing', path => {
      expect(refusedAt(form, changed(least, path, undefined))).toEqual([pointer(path)]);
    });

    it('marks as optional whatever it does without', () => {
      const leaves = leavesOf(form.fields);
      const marked = leaves.filter(({ field }) => field.required && !field.when).map(({ path }) => path);
      const named = [...alwaysNeeded, ...needed]
        .map(path => path.replaceAll(/\.\d+/g, ''))
        .filter(path => leaves.some(leaf => leaf.path === path));
      expect(named.filter(path => !marked.includes(path))).toEqual([]);
      // Lines that are asked only sometimes may not be in the least.
      const always = marked.filter(path => !form.fields[path.split('.')[0] ?? '']?.when);
      expect(always.filter(path => !named.includes(path))).toEqual([]);
    });

    it('leaves nothing personal and no free text in the clear part', () => {
      const { clear, sealed } = split(form, answersOf(form, withCanaries(form, full, kept)));
      const [open, closed] = [JSON.stringify(clear), JSON.stringify(sealed)];
      for (const { path, field } of leavesOf(form.fields)) {
        if (field.kind !== 'text' || kept.includes(path)) continue;
        const isFact = path === 'enterprise.name' || facts.includes(path);
        expect([path, open.includes(canary(path))]).toEqual([path, isFact]);
        expect([path, closed.includes(canary(path))]).toEqual([path, !isFact]);
      }
      const phones = JSON.stringify(full).match(/1[3-9]\d{9}/g) ?? [];
      for (const phone of phones)
        expect([open, closed].map(part => part.includes(phone))).toEqual([false, true]);
      for (const path of kept)
        expect(leavesOf(form.fields).some(leaf => leaf.path === path && isSealed(leaf.field))).toBe(true);
    });

    it('says for each personal field why this form asks it', () => {
      const personal = leavesOf(form.fields).flatMap(({ field }) => field.personal ?? []);
      expect(personal.length).toBeGreaterThanOrEqual(3);
      expect(personal.filter(({ why }) => why['zh-Hans'] === '知道该找谁答复')).toEqual([]);
    });
  });
};
