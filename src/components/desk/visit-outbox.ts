import { el, press } from '../forms/dom.ts';
import { draftDays, type Held } from '../forms/draft-model.ts';
import { drop, lease, list, release, save } from '../forms/vault.ts';
import { dayOf } from '../forms/words.ts';
import { device, home, owner, tell } from './visit-device.ts';
import { type KeptVisit, readVisit, type Settled, settledBy, visitBody } from './visit-model.ts';

const longestWait = 30_000;

export const keptVisits = (): Promise<Held<KeptVisit>[]> => list('visit', readVisit);

/** Asked once: signing out forgets who it was before everything of theirs is deleted. */
const me = owner();
const isMine = ({ what }: Held<KeptVisit>): boolean => what.owner === me;

type Refusal = { readonly title?: string; readonly detail?: string; readonly errors?: { message: string }[] };

const whyIn = ({ title = '', detail = '', errors = [] }: Refusal): string =>
  errors.length > 0 ? errors.map(({ message }) => message).join('；') : detail || title;

/** Sends one record. It never throws: a lost answer is asked for again under the same key. */
const post = async (visit: KeptVisit): Promise<{ readonly tag: Settled; readonly why: string }> => {
  try {
    const response = await fetch(`${home}desk/visits/${visit.visit}/`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'x-csrf': device?.dataset.csrf ?? '',
      },
      body: visitBody(visit),
      signal: AbortSignal.timeout?.(longestWait) ?? null,
    });
    const tag = settledBy(response.status);
    return { tag, why: tag === 'refused' ? whyIn((await response.json()) as Refusal) : '' };
  } catch {
    return { tag: 'waits', why: '' };
  }
};

const said = el('p', { className: 'visit-said' });
said.setAttribute('role', 'status');
const lists = el('div');
device?.prepend(said, lists);

/** Says how things stand, with a way on where there is one. */
export const say = (sentence: string, ...way: readonly Node[]): void => {
  said.replaceChildren(sentence, ...way);
  if (device) device.hidden = false;
};

const settle = async (held: Held<KeptVisit>): Promise<Settled> => {
  const { tag, why } = await post(held.what);
  if (tag === 'sent') {
    await drop(held.id);
    say(tell('sent', { name: held.what.name }));
  } else if (tag === 'refused') {
    await save('visit', held, { ...held.what, state: 'refused', why }, draftDays);
  } else {
    await release(held.id);
    if (tag === 'sign-in') say(tell('signIn'), el('a', { href: `${home}desk/visits/` }, tell('toSignIn')));
  }
  return tag;
};

/** Sends what waits, one after the other; one tab at a time has the right to send an entry, and the key makes a second post the same. */
export const deliver = async (): Promise<Settled> => {
  for (const held of (await keptVisits()).filter(isMine)) {
    if (held.what.state !== 'waiting' || !(await lease(held, 2 * longestWait))) continue;
    const tag = await settle(held);
    if (tag === 'waits' || tag === 'sign-in') return tag;
  }
  return 'sent';
};

const remove = async (held: Held<KeptVisit>): Promise<void> => {
  if (!confirm(tell('dropping', { name: held.what.name }))) return;
  await drop(held.id);
  await draw();
};

/** Tries now, and says how it went. */
export const sendNow = async (): Promise<void> => {
  const tag = await deliver();
  if (tag === 'waits') say(tell('stillWaiting'));
  await draw();
};

const go = (held: Held<KeptVisit>): void => location.assign(`${home}desk/visits/${held.what.visit}/`);

const item = (held: Held<KeptVisit>): HTMLElement => {
  const { name, state, why } = held.what;
  const told =
    state === 'refused' ? tell('refused', { name, why }) : tell('waiting', { name, day: dayOf(held.until) });
  const about = (words: string) => `${words}：${name}`;
  const act =
    state === 'refused'
      ? press(tell('look'), about(tell('look')), () => go(held))
      : press(tell('sendNow'), about(tell('sendNow')), sendNow);
  const away = press(tell('dropOne'), about(tell('dropOne')), () => remove(held));
  return el('li', {}, told, el('p', { className: 'button-row' }, act, away));
};

/** Shows what waits and what was refused; of somebody else's only how many there are. Nothing where there is nothing. */
export const draw = async (): Promise<void> => {
  if (!device) return;
  const all = await keptVisits();
  const mine = all.filter(held => isMine(held) && held.what.state !== 'draft');
  const others = all.filter(held => !isMine(held) && held.what.state === 'waiting').length;
  const parts: Node[] = [];
  if (mine.length > 0)
    parts.push(el('h2', {}, tell('outbox', { n: mine.length })), el('ul', {}, ...mine.map(item)));
  if (others > 0) parts.push(el('p', { className: 'hint' }, tell('others', { n: others })));
  lists.replaceChildren(...parts);
  if (parts.length > 0) device.hidden = false;
};

/** How many of this person's records were not sent. */
export const unsent = async (): Promise<number> =>
  (await keptVisits()).filter(held => isMine(held) && held.what.state !== 'draft').length;

/** Deletes every visit that this person kept here. */
export const wipe = async (): Promise<void> => {
  for (const held of (await keptVisits()).filter(isMine)) await drop(held.id);
};
