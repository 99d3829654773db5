import { showNumber } from '#src/cases/number.ts';
import type { OutboxRow } from '#src/cases/store.ts';
import { toEnterprise } from '#src/cases/tell.ts';
import { newsWords } from '#src/i18n/tell.ts';
import { say } from '#src/i18n/words.ts';
import { dayInWords, dayOf, timeOf } from '#src/rules/day.ts';
import { mayBook, type Slots } from '#src/slots/slots.ts';
import type { BookedCase } from '#src/slots/store.ts';

const hour = 3_600_000;
/** So long before a time begins it is told of. */
const before = 24 * hour;
/** Who booked so short a while ago knows it. */
const fresh = 12 * hour;
const pageSize = 200;
/** Bookings looked at in one run. */
const most = 2000;

const bookedUntil = async ({ office, store }: Slots, until: string): Promise<readonly BookedCase[]> => {
  const from = office.now().toISOString();
  const all: BookedCase[] = [];
  for (let after: { startsAt: string; caseId: string } | null = null; all.length < most; ) {
    const page = await store.bookings({ host: '', from, after, limit: pageSize });
    all.push(...page.filter(one => one.state === 'booked' && one.startsAt <= until));
    const last = page.at(-1);
    if (!last || page.length < pageSize || last.startsAt > until) break;
    after = last;
  }
  return all;
};

/**
 * Tells each enterprise that wants to be told, a day before the time it booked, when it is; once for each time, however often and on
 * however many servers this runs. Gives back how many notices were put into the outbox.
 */
export const remindBooked = async (slots: Slots): Promise<number> => {
  const { office } = slots;
  const at = office.now();
  const until = new Date(at.getTime() + before).toISOString();
  const since = new Date(at.getTime() - fresh).toISOString();
  const rows: OutboxRow[] = [];
  for (const booked of await bookedUntil(slots, until)) {
    const row = booked.at > since ? null : await office.store.caseById(booked.caseId);
    if (!row || !mayBook(office, row)) continue;
    const begins = new Date(booked.startsAt);
    const text = say(newsWords.tomorrowText, 'zh-Hans', {
      number: showNumber(row.number),
      day: dayInWords(dayOf(begins)),
      time: timeOf(begins),
      site: office.contacts.site,
    });
    const said = { subject: newsWords.tomorrow['zh-Hans'], text };
    rows.push(...toEnterprise(office, row, said, at, `appointment.${row.id}.${booked.startsAt}`));
  }
  return office.store.putNotices({ rows });
};
