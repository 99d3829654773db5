import { similar } from '../search/similar.ts';
import { el } from './dom.ts';
import { tell } from './words.ts';

/** Changes the page above the field somebody is in by now, and leaves that field where it stands in the window. */
const keepPlace = (change: () => void): void => {
  const at = document.activeElement;
  const root = document.documentElement;
  const top = at?.getBoundingClientRect().top ?? 0;
  // Some browsers hold the place themselves, some never do; both at once would go twice as far.
  root.style.overflowAnchor = 'none';
  change();
  scrollBy({ top: (at?.getBoundingClientRect().top ?? 0) - top, behavior: 'instant' });
  requestAnimationFrame(() => {
    root.style.overflowAnchor = '';
  });
};

/** Under the question, when somebody leaves it: published answers that look like it. Nobody has to read or confirm anything. */
export const offerSimilar = (question: HTMLTextAreaElement): void => {
  const box = el('div', { className: 'similar' });
  box.setAttribute('aria-live', 'polite');
  question.after(box);
  let last = '';
  const look = async () => {
    const asked = question.value.trim();
    if (asked === last) return;
    last = asked;
    const hits = await similar(asked);
    if (asked !== last) return;
    const links = hits.map(hit =>
      el(
        'li',
        {},
        el('a', { href: hit.url, target: '_blank', textContent: hit.title }),
        el('p', { className: 'meta' }, hit.passage),
      ),
    );
    const shown =
      links.length > 0 ? [el('p', { className: 'legend' }, tell('similar')), el('ul', {}, ...links)] : [];
    keepPlace(() => box.replaceChildren(...shown));
  };
  question.addEventListener('change', () => void look());
  void look();
};
