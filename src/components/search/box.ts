import { type Lang, langs } from '#src/i18n/words.ts';
import { nothingAsked, writeAsked } from './address.ts';

/** The language of the page. */
export const pageLang = (): Lang => langs.find(lang => lang === document.documentElement.lang) ?? 'zh-Hans';

/**
 * Says at once what the box will be, and loads what suggests titles only when somebody is in it: most who read a page ask nothing.
 * Whoever is there before this script gets it now.
 */
const offerSuggestions = (input: HTMLInputElement): void => {
  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
  for (const [key, value] of Object.entries(roles)) input.setAttribute(key, value);
  const load = async (): Promise<void> => {
    const { value } = input;
    try {
      const { suggestIn } = await import('./combobox.ts');
      suggestIn(input, pageLang());
      // What was typed while it was on its way.
      if (input.value !== value) input.dispatchEvent(new Event('input'));
    } catch {
      // Questions are asked without it, and coming back tries again.
      input.addEventListener('focus', load, { once: true });
    }
  };
  if (document.activeElement === input) void load();
  else input.addEventListener('focus', load, { once: true });
};

/**
 * The question box wherever it stands. With a script the question travels behind `#`, where no server sees it; without one the
 * form sends it to the search page, which then offers what works without scripts.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form.ask')) {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (!input) continue;
  offerSuggestions(input);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const q = input.value.trim();
    if (q === '') return;
    const target = new URL(form.action);
    const here = target.pathname === location.pathname;
    if (here) form.dispatchEvent(new CustomEvent('ask', { detail: q }));
    else location.assign(`${target.pathname}#${writeAsked({ ...nothingAsked, q })}`);
  });
}
