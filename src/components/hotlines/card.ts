import { vcard } from '#src/documents/vcard.ts';
import { say, type Words } from '#src/i18n/words.ts';
import type { Dial } from '#src/rules/dial.ts';
import { usualHours } from '#src/rules/hours-words.ts';
import type { Line } from './lines.ts';
import { uuidOf } from './uuid.ts';

const zh = (words: Words) => say(words, 'zh-Hans');

/** What a card and an index dial: E.164 where it can be dialled from anywhere, else the digits before an extension. */
export const numberOf = ({ e164, shown }: Dial): string => e164 ?? shown.replace(/转.*$/, '');

/** The vCard of a number: its hours go along in the note, since a phone has no field for them. */
export const cardOf = (line: Line, site: URL): string => {
  const phoneOf = (dial: Dial) => ({ number: numberOf(dial), extension: dial.extension });
  const hours = usualHours(line.shifts, 'zh-Hans') || line.hours;
  return vcard({
    uid: `urn:uuid:${uuidOf(`contact ${line.id}`)}`,
    name: zh(line.name),
    organization: zh(line.operator),
    phones: line.numbers.map(phoneOf),
    fax: line.fax && phoneOf(line.fax),
    note: [zh(line.answers), hours, line.note].filter(Boolean).join('\n'),
    url: new URL(`/hotlines/${line.id}/`, site).href,
    checkedOn: line.checkedOn,
  });
};
