import { el, press } from '../forms/dom.ts';
import type { Held } from '../forms/draft-model.ts';
import { canKeep } from '../forms/permit.ts';
import { dayOf } from '../forms/words.ts';
import { home, owner, tell } from './visit-device.ts';
import type { KeptVisit } from './visit-model.ts';
import { draw, keptVisits, unsent } from './visit-outbox.ts';
import { openVisit } from './visit-page.ts';

/** The page for no network: visits that were opened on this device, each with the same form. It holds no session and sends nothing. */
const place = document.querySelector<HTMLElement>('[data-visits-offline]');
const template = document.querySelector<HTMLTemplateElement>('template#visit');

/** The visit that the address names, where it stands in for the desk's own page. */
const asked = (): string => /\/desk\/visits\/([\w-]{24})\/$/.exec(location.pathname)?.[1] ?? '';

const open = async ({ what }: Held<KeptVisit>): Promise<void> => {
  const form = template?.content.querySelector('form')?.cloneNode(true);
  if (!(form instanceof HTMLFormElement) || !place) return;
  Object.assign(form.dataset, { visit: what.visit, name: what.name, purpose: what.purpose });
  // At a check every item has a finding.
  if (what.purpose === 'check')
    for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) radio.required = true;
  const title = el('h2', { tabIndex: -1 }, what.name);
  place.replaceChildren(title, form);
  await openVisit(form);
  title.focus();
};

const item = (held: Held<KeptVisit>): HTMLElement => {
  const { name } = held.what;
  const act = press(tell('open'), `${tell('open')}：${name}`, () => open(held));
  return el(
    'li',
    {},
    el('b', {}, name),
    el('span', { className: 'sub' }, dayOf(held.until)),
    el('p', { className: 'button-row' }, act),
  );
};

const start = async (): Promise<void> => {
  if (!place || canKeep() !== 'yes') return;
  const all = (await keptVisits()).filter(held => held.what.owner === owner() && held.what.state === 'draft');
  const named = all.find(held => held.what.visit === asked());
  if (named) await open(named);
  else if (all.length === 0) place.replaceChildren(el('p', { className: 'empty' }, tell('nothing')));
  else
    place.replaceChildren(
      el('h2', {}, tell('kept', { n: all.length })),
      el('ul', { className: 'visits-kept' }, ...all.map(item)),
    );
  await draw();
  // With the network the desk itself sends what waits.
  const onward = async (): Promise<void> => {
    if ((await unsent()) > 0) location.assign(`${home}desk/visits/`);
  };
  addEventListener('online', () => void onward());
};

void start();
