import type { Contact } from '#src/cases/contacts.ts';

/** The zone's table of who is told how (content/rules/notify.yaml). */
export type Table = {
  readonly duty: readonly string[];
  readonly usual: readonly string[];
  readonly departments: readonly {
    readonly code: string;
    readonly channels: readonly string[];
    readonly mail: string | null;
  }[];
};

/** Places where a target is told: a bot has one, those on duty have a mobile each. */
const placesOf = (
  table: Table,
  phones: readonly string[],
  target: string,
  channel: string,
): readonly Contact[] => {
  if (channel === 'sms') return phones.map((_, index) => ({ channel, target: `${target} ${index}` }));
  if (channel === 'mail' && !table.departments.find(one => one.code === target)?.mail) return [];
  return [{ channel, target }];
};

/** Where a department, or `duty`, is told by the channels that are set up; by the log where there is none. */
export const contactsOf =
  (table: Table, phones: readonly string[], isSet: (channel: string) => boolean) =>
  (target: string): readonly Contact[] => {
    const own = table.departments.find(one => one.code === target)?.channels;
    const channels = target === 'duty' ? table.duty : (own ?? table.usual);
    const places = channels
      .filter(isSet)
      .flatMap(channel =>
        channel === 'sms' && target !== 'duty' ? [] : placesOf(table, phones, target, channel),
      );
    return places.length > 0 ? places : [{ channel: 'log', target }];
  };

/** The number or mailbox behind a target; '' where the channel has one place, null where nobody is behind it any more. */
export const addressOf =
  (table: Table, phones: readonly string[]) =>
  ({ channel, target }: Contact): string | null => {
    if (channel === 'sms') return phones[Number(target.split(' ')[1])] ?? null;
    if (channel !== 'mail') return '';
    return table.departments.find(one => one.code === target)?.mail ?? null;
  };
