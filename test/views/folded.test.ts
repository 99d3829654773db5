import { describe, expect, it } from 'vitest';
import { forms } from '#src/forms/index.ts';
import { changed, materials, materialsSent } from '../forms/sent.ts';
import { pageOf, refused } from './form-tags.ts';
import type { Tag } from './markup.ts';

describe('what few need', () => {
  const folds = (tags: readonly Tag[]) => tags.filter(tag => tag.attributes.class === 'more');
  /** The names of the controls behind folds that stand open. */
  const shown = (tags: readonly Tag[]) =>
    tags
      .filter(
        tag =>
          tag.attributes.name &&
          tag.parents.some(up => up.attributes.class === 'more' && 'open' in up.attributes),
      )
      .map(tag => tag.attributes.name);

  it.each(forms.map(form => [form.id, form] as const))('is folded away on a fresh page of %s', (_, form) => {
    const tags = pageOf(form);
    expect(folds(tags).length).toBeGreaterThan(0);
    expect(shown(tags)).toEqual([]);
  });

  it('stands open where something was typed or is wrong, and only there', () => {
    const typed = changed(materialsSent, 'note', '第一批先要口罩');
    expect(shown(refused(materials, typed))).toContain('note');
    const late = refused(materials, { note: '', delivery: 'by-pigeon' });
    expect(shown(late)).toContain('delivery');
    expect(shown(late)).not.toContain('contact.role');
  });

  it('never hides a field that must be filled in', () => {
    for (const form of forms) {
      const hidden = pageOf(form).filter(
        tag => 'required' in tag.attributes && tag.parents.some(up => up.attributes.class === 'more'),
      );
      expect(hidden.map(tag => tag.attributes.name)).toEqual([]);
    }
  });
});
