import { readDay, turn } from './as-of.ts';
import { showSpans } from './spans.ts';
import './offline.ts';
import './search/box.ts';

/** The home page names the policies that end soonest; on another day those are others. */
const listEnding = async (day: string): Promise<void> => {
  const list = document.querySelector<HTMLElement>('#ending');
  if (!list) return;
  const response = await fetch('/policies/dates.json');
  const rows = response.ok ? ((await response.json()) as [string, string, string, string][]) : [];
  const last = list.lastElementChild;
  const model = list.querySelector('li[data-dates]')?.cloneNode(true) as HTMLElement | undefined;
  if (!model || !last) return;
  const found = rows.flatMap(([path, summary, region, dates]) => {
    const item = model.cloneNode(true) as HTMLElement;
    const [link, place] = [item.querySelector('a'), item.querySelector('span')];
    if (link) [link.href, link.textContent] = [path, summary];
    if (place) place.textContent = region;
    item.dataset.dates = dates;
    const { state, daysLeft } = turn(item, day);
    return state === 'ending' ? [{ item, left: daysLeft ?? 0 }] : [];
  });
  found.sort((a, b) => a.left - b.left);
  list.replaceChildren(...found.slice(0, 6).map(one => one.item), last);
  last.toggleAttribute('hidden', found.length > 0);
};

void readDay(day => {
  showSpans(day);
  return listEnding(day);
});
