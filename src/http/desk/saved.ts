import { randomBytes } from 'node:crypto';
import type { Ask } from '#src/http/ask.ts';
import { queueWords } from '#src/i18n/desk-queue.ts';
import type { SavedView, TrayStore } from '#src/staff/tray.ts';
import { simpleView } from '#src/views/desk/simple.ts';
import { deskPage, deskWay } from './frame.ts';
import { readDeskPost, type SignedIn } from './session.ts';

/** So many views a person keeps. */
const most = 20;

/** Only what the queue itself reads is kept of an address. */
const keptOf = (query: string): string => {
  const from = new URLSearchParams(query.slice(0, 500));
  const names = ['view', 'form', 'area', 'line', 'department', 'sort'];
  const pairs = names.flatMap(name => {
    const value = from.get(name) ?? '';
    return /^[a-z][a-z0-9-]{0,39}$/.test(value) ? [[name, value]] : [];
  });
  return new URLSearchParams(pairs).toString();
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Keeps the filters of the queue under a name, or drops a view that one keeps; then back to the queue. */
export const saveOrDrop = async (ask: Ask, signed: SignedIn, tray: TrayStore): Promise<Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const staffId = signed.staff.id;
  const drop = text(post.fields.drop);
  if (drop !== '') {
    await tray.dropView({ id: drop, staffId });
    return deskWay(ask, '/desk/');
  }
  const query = keptOf(text(post.fields.query));
  const name = text(post.fields.name).slice(0, 20);
  const row: SavedView = { id: randomBytes(8).toString('hex'), staffId, name, query };
  if (name !== '' && (await tray.saveView({ row, most }))) return deskWay(ask, `/desk/?${query}`);
  const told = queueWords[name === '' ? 'saveName' : 'savedFull'][ask.lang];
  return deskPage(ask, 422, told, simpleView(ask.lang, queueWords.save[ask.lang], told), signed);
};
