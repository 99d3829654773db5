import { timeInWords } from '#src/views/time.ts';
import { el, kept, press, say } from './dom.ts';
import { type Draft, type Held, outboxDays, readDraft } from './draft-model.ts';
import { draftOf, dropAll, formOf, openDraft, ownIds, sayFailure } from './drafts.ts';
import { canKeep } from './permit.ts';
import { longestWait, post } from './post.ts';
import { showProblems, type Told } from './problems.ts';
import { type Receipt, readReceipt } from './receipt.ts';
import type { Told as Sending } from './send.ts';
import { drop, lease, list, release, save } from './vault.ts';
import { dayOf, home, lang, type Sentence, tell } from './words.ts';
import { forget, work } from './work.ts';

/** A filled form that waits for a network; then what became of it: refused in words, or its receipt until the person has noted it. */
type Entry = {
  readonly draft: Draft;
  readonly action: string;
  readonly body: string;
  readonly key: string;
  readonly refused: Told | null;
  readonly receipt: Receipt | null;
};

const readEntry = (value: unknown): Entry | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { draft, action, body, key, refused, receipt } = value as Record<string, unknown>;
  const read = readDraft(draft);
  if (!read || typeof action !== 'string' || typeof body !== 'string' || typeof key !== 'string') return null;
  // A page of ours wrote it; whoever could change it could change the page's scripts too.
  return {
    draft: read,
    action,
    body,
    key,
    refused: (refused ?? null) as Told | null,
    receipt: readReceipt(receipt),
  };
};

export const listOutbox = (): Promise<Held<Entry>[]> => list('outbox', readEntry);

const isWaiting = ({ what }: Held<Entry>): boolean => !what.refused && !what.receipt;
export const waitingIn = (all: readonly Held<Entry>[]): number => all.filter(isWaiting).length;

const settled = async (held: Held<Entry>): Promise<'settled' | 'waits'> => {
  const { draft, action, body, key } = held.what;
  const answer = await post(action, body, key);
  if (answer.tag === 'received' && answer.receipt) {
    const receipt = { ...answer.receipt };
    await save(
      'outbox',
      held,
      { ...held.what, draft: { ...draft, entries: [] }, body: '', receipt },
      outboxDays,
    );
    say(tell('sentOne', { name: draft.name, number: receipt.number }));
    return 'settled';
  }
  if (answer.tag === 'refused' && answer.status < 500 && answer.status !== 429) {
    await save('outbox', held, { ...held.what, refused: answer.told }, outboxDays);
    return 'settled';
  }
  await release(held.id);
  return 'waits';
};

/** Sends what waits, one after the other; only one tab at a time has the right to send an entry, and the key makes a second post the same. */
export const deliver = async (): Promise<'done' | 'waits'> => {
  for (const held of (await listOutbox()).filter(isWaiting)) {
    if (!(await lease(held, 2 * longestWait + 15_000))) continue;
    if ((await settled(held)) === 'waits') return 'waits';
  }
  return 'done';
};

const fix = async (held: Held<Entry>): Promise<void> => {
  const form = formOf();
  const { draft, refused } = held.what;
  if (form?.dataset.form !== draft.form)
    return location.assign(`${home}forms/${draft.form}/#entry=${held.id}`);
  if (!(await openDraft(form, draft, null))) return;
  work.entry = held.id;
  if (refused) showProblems(form, refused);
};

/** Opens the entry that the address names, with what was wrong with it. */
export const openEntry = async (id: string): Promise<void> => {
  const held = (await listOutbox()).find(one => one.id === id);
  if (held) await fix(held);
};

const receiptItem = (held: Held<Entry>, receipt: Receipt, redraw: () => Promise<void>): HTMLElement => {
  const code = (name: 'number' | 'pin', values: readonly string[]) => {
    const shown = values.map(value => el('dd', { className: `receipt-${name}` }, value));
    return el('div', {}, el('dt', {}, tell(name)), ...shown);
  };
  // A submission of several kinds has several numbers and one password.
  const numbers = receipt.linked.length > 0 ? receipt.linked.map(one => one.number) : [receipt.number];
  const { handler } = receipt;
  const noted = async () => {
    await drop(held.id);
    await redraw();
  };
  return el(
    'li',
    {},
    el('b', {}, held.what.draft.name),
    el('span', { className: 'meta' }, tell('sent', { form: held.what.draft.title })),
    el('dl', { className: 'receipt-codes' }, code('number', numbers), code('pin', [receipt.pin ?? ''])),
    el('p', {}, tell('answered', { handler, due: timeInWords(receipt.due, lang) })),
    el(
      'p',
      { className: 'kept-act' },
      el('a', { className: 'button-quiet', href: receipt.track }, tell('track')),
      press(tell('noted'), tell('notedOf', { number: receipt.number }), noted),
    ),
  );
};

const waitingItem = (held: Held<Entry>, redraw: () => Promise<void>): HTMLElement => {
  const { draft, refused } = held.what;
  const { name, title: form } = draft;
  const state = el('span', { className: 'meta' });
  state.textContent = refused
    ? tell('refused', { form, why: refused.title })
    : tell('waiting', { form, day: dayOf(held.until) });
  const sendNow = async () => {
    state.textContent = tell('sending', { form });
    if ((await deliver()) === 'waits') say(tell('stillWaiting'));
    await redraw();
  };
  const remove = async () => {
    if (!confirm(tell('dropping', { name }))) return;
    await drop(held.id);
    await redraw();
    say(tell('dropped', { name }));
  };
  const act = refused
    ? press(tell('fix'), tell('fixOf', { name }), () => fix(held))
    : press(tell('sendNow'), tell('sendNowOf', { name }), sendNow);
  const away = press(tell('drop'), tell('dropOf', { name }), remove);
  return el('li', {}, el('b', {}, name), state, el('p', { className: 'kept-act' }, act, away));
};

/** The outbox as people see it: what was sent with its receipts, what waits; nothing where it is empty. */
export const outboxParts = (all: readonly Held<Entry>[], redraw: () => Promise<void>): readonly Node[] => {
  const sent = all.flatMap(held => (held.what.receipt ? receiptItem(held, held.what.receipt, redraw) : []));
  const waiting = all.filter(held => !held.what.receipt).map(held => waitingItem(held, redraw));
  const part = (title: Sentence, items: readonly Node[]) =>
    items.length > 0 ? [el('h2', {}, tell(title, { n: items.length })), el('ul', {}, ...items)] : [];
  return [...part('sentTitle', sent), ...part('outbox', waiting)];
};

const showWaiting = (): void => {
  const main = document.querySelector('main');
  const title = el('h1', { tabIndex: -1 }, tell('waitTitle'));
  main?.replaceChildren(title, el('p', { className: 'lead' }, tell('waitText')), kept);
  title.focus();
  scrollTo(0, 0);
  // The form is no longer here: a reload, and the way back to it, start from the list of forms, which shows what waits too.
  history.replaceState(null, '', `${home}forms/`);
};

/** Offers, where no answer came, to keep the form here and send it later under the same key. */
export const offerWaiting = ({ form, body, key }: Sending, redraw: () => Promise<void>): void => {
  const summary = document.querySelector('#problems');
  if (!summary || canKeep() !== 'yes') return;
  const wait = async () => {
    try {
      const entry: Entry = {
        draft: draftOf(form),
        action: form.action,
        body,
        key,
        refused: null,
        receipt: null,
      };
      await save('outbox', null, entry, outboxDays);
      await dropAll(ownIds());
      forget(form.dataset.form ?? '');
      showWaiting();
      await redraw();
    } catch (error) {
      sayFailure(error);
    }
  };
  summary.append(
    el('p', { className: 'kept-act' }, press(tell('waitHere'), tell('waitHere'), wait)),
    el('p', {}, tell('waitNote')),
  );
};
