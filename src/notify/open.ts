import { randomUUID } from 'node:crypto';
import type { Contacts, Letter } from '#src/cases/contacts.ts';
import type { OutboxRow } from '#src/cases/store.ts';
import { addressOf, contactsOf, type Table } from './contacts.ts';
import type { Room } from './deliver.ts';
import { channelsOf, type Outbox, openOutbox, type Settings } from './outbox.ts';

type Given = Pick<Room, 'store' | 'now'> & {
  readonly settings: Settings & { readonly dutyPhones: readonly string[] };
  readonly table: Table;
  /** Of the file where there is no other channel; null: the program's log. */ readonly file: string | null;
  /** The subject of what officers get. */ readonly subject: string;
  readonly site: string;
  /** Opens what is sealed under a case's key. */
  readonly letter: (row: Pick<OutboxRow, 'id' | 'caseId' | 'sealed'>) => Promise<Letter | null>;
};

/** Who is told by the channels that are set up, and the outbox that tells them. */
export const openTelling = ({
  store,
  now,
  settings,
  table,
  file,
  subject,
  site,
  letter,
}: Given): { readonly outbox: Outbox; readonly contacts: Contacts } => {
  const channels = channelsOf(settings, file, now);
  const address = addressOf(table, settings.dutyPhones);
  const open: Room['open'] = async row => {
    const to = address(row);
    const plain = to === null ? null : { to, subject, text: row.text };
    const opened = row.sealed ? await letter(row) : plain;
    return opened && { ...row, ...opened };
  };
  const outbox = openOutbox({ store, channels, open, now, random: Math.random, holder: randomUUID() });
  const contacts: Contacts = {
    of: contactsOf(table, settings.dutyPhones, name => channels.has(name)),
    by: way => (channels.has(way) ? way : 'log'),
    site: site.replace(/\/$/, ''),
    wake: outbox.wake,
  };
  return { outbox, contacts };
};
